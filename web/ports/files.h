// Files the person keeps: saved by the browser's download, chosen in the browser's dialog.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xueshi::ports {

class Files {
  public:
    virtual ~Files() = default;
    // Text as a file of this name in the person's downloads.
    virtual void save(std::string_view name, std::string_view text) = 0;
    // What the own server answers at this address, likewise, under the name the server gives it.
    virtual void save_from(std::string_view path) = 0;
    // Opens the dialog; call it in answer to something the person pressed.
    virtual void ask_for_file() = 0;
    // Texts of the files chosen since the last call; one larger than 8 MiB arrives empty. Wakes the frame loop.
    virtual std::vector<std::string> take_files() = 0;
};

}  // namespace xueshi::ports
