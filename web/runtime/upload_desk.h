// A scan on its way to the server, and the order that speaks of it once it is there (R33).
//
// Not kept on the device: a page that is closed meanwhile has attached nothing, and what has arrived is the server's to
// remove.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/enrolment/roster_decide.h"
#include "web/ports/uploads.h"
#include "web/views/status.h"

namespace xueshi::runtime {

inline constexpr std::string_view kUploadUnanswered = "UploadUnanswered";  // no network, or the connection was cut
inline constexpr std::string_view kUploadTooLarge = "UploadTooLarge";      // over 5 MiB; not sent, or not taken

class UploadDesk {
  public:
    explicit UploadDesk(ports::Uploads& uploads) : uploads_(uploads) {}

    // Opens the dialog. What was under way is given up.
    void begin(enrolment::AttachDocument order, std::string_view csrf);
    void cancel();
    bool is_pending() const { return pending_.has_value(); }
    // What the screens show; nothing until a file was chosen.
    const std::optional<views::UploadStatus>& status() const { return status_; }
    struct Answer {
        std::optional<enrolment::AttachDocument> order;  // whole: the file is kept
        std::string refusal;                             // otherwise: a code
        std::string file_name;
    };
    // Nothing as long as it is under way.
    std::optional<Answer> hear();

  private:
    Answer answer_of(const ports::UploadNews& news) const;

    ports::Uploads& uploads_;
    std::optional<enrolment::AttachDocument> pending_;
    std::optional<views::UploadStatus> status_;
};

}  // namespace xueshi::runtime
