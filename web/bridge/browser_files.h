#pragma once

#include "web/ports/files.h"

namespace xueshi::bridge {

class BrowserFiles final : public ports::Files {
  public:
    void save(std::string_view name, std::string_view text) override;
    void save_from(std::string_view path) override;
    void ask_for_file() override;
    std::vector<std::string> take_files() override;
};

}  // namespace xueshi::bridge
