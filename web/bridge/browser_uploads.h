#pragma once

#include "web/ports/uploads.h"

namespace xueshi::bridge {

class BrowserUploads final : public ports::Uploads {
  public:
    void ask(std::string_view path, std::string_view csrf) override;
    void cancel() override;
    std::optional<ports::UploadNews> take_news() override;
};

}  // namespace xueshi::bridge
