// A scan on its way to the server, and what it is for: an order that speaks of it once it is there (R33), or an entry that
// is still being written (R19, R29).
//
// Not kept on the device: a page that is closed meanwhile has attached nothing, and what has arrived is the server's to
// remove.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/enrolment/roster_decide.h"
#include "web/ports/uploads.h"
#include "web/views/status.h"

namespace xueshi::runtime {

inline constexpr std::string_view kUploadUnanswered = "UploadUnanswered";  // no network, or the connection was cut
inline constexpr std::string_view kUploadTooLarge = "UploadTooLarge";      // over 5 MiB; not sent, or not taken

// For the entry of registered hours that is open on the page.
struct EntryUpload {};
using UploadPurpose = std::variant<enrolment::AttachDocument, EntryUpload>;

class UploadDesk {
  public:
    explicit UploadDesk(ports::Uploads& uploads) : uploads_(uploads) {}

    // Opens the dialog. What was under way is given up.
    void begin(UploadPurpose purpose, std::string_view csrf);
    void cancel();
    bool is_pending() const { return pending_.has_value(); }
    // What the screens show; nothing until a file was chosen.
    const std::optional<views::UploadStatus>& status() const { return status_; }
    struct Answer {
        UploadPurpose purpose;
        AttachmentId attachment_id;  // of the kept file; empty: it was refused
        std::string refusal;         // a code
        std::string file_name;       // kept: as an order may carry it
    };
    // Nothing as long as it is under way.
    std::optional<Answer> hear();

  private:
    Answer answer_of(const ports::UploadNews& news) const;

    ports::Uploads& uploads_;
    std::optional<UploadPurpose> pending_;
    std::optional<views::UploadStatus> status_;
};

}  // namespace xueshi::runtime
