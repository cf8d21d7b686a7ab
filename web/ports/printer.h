// Paper: the browser's own print dialog, which also saves a page as a PDF file.
#pragma once

#include <string_view>

namespace xueshi::ports {

class Printer {
  public:
    virtual ~Printer() = default;
    // Opens the dialog with a page as ui::write_printed_page wrote it. What draws it is fetched when the first page
    // is printed, and is on the device wherever the client opens offline.
    virtual void print(std::string_view page) = 0;
    // Whether a page could not be shown since the last call: what draws it could not be had. Wakes the frame loop.
    virtual bool take_failure() = 0;
};

}  // namespace xueshi::ports
