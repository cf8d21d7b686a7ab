// A certificate between the person who asked for it and the server that signs it.
//
// Not kept on the device: asked for again, the same content of the same day is the same certificate. Its functions are
// doors to the part of the program with the page of hours (web/program_parts.txt).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/ports/files.h"
#include "web/ports/transport.h"
#include "web/views/status.h"

namespace xueshi::runtime {

class ServerLink;

inline constexpr std::string_view kCertificateUnanswered = "CertificateUnanswered";  // no network, or the connection was cut

class CertificateDesk {
  public:
    explicit CertificateDesk(ServerLink& link) : link_(link) {}
    ~CertificateDesk() { clear(); }
    CertificateDesk(const CertificateDesk&) = delete;
    CertificateDesk& operator=(const CertificateDesk&) = delete;

    void ask(const certificate::CertificateRequest& request);
    bool is_waiting() const { return asked_ != 0; }
    // The code that says why there is none, once; nothing as long as it is under way, or when it is there.
    std::optional<std::string> hear();
    const views::IssuedCertificate* issued() const { return issued_ != nullptr ? &issued_->shown : nullptr; }
    // The badge of the one that is there.
    void save_badge(ports::Files& files);
    // Forgets it, and whatever may still be answered. In its callers: as the only caller of a door it would be one.
    [[gnu::always_inline]] void clear() {
        asked_ = 0;
        if (issued_ != nullptr) put_aside();
    }

  private:
    struct Issued {
        views::IssuedCertificate shown;
        std::string badge;
    };

    void put_aside();

    ServerLink& link_;
    ports::RequestId asked_ = 0;  // 0: nothing
    certificate::CertificateRequest request_;
    Issued* issued_ = nullptr;  // owned: what there is none of at the log-in page is not deleted there, either
};

}  // namespace xueshi::runtime
