// Issues certificates: puts together what the store says of a teacher, and signs it.
//
// What a client sends chooses, and states nothing. The same content of the same day is the same certificate, byte for
// byte: its serial follows from it and from the key, so nothing is kept of what was issued. Thread-safe.
#pragma once

#include <mutex>
#include <string>

#include "core/certificate/certificate_content.h"
#include "core/codec/certificate_json.h"
#include "server/authority/authority_clock.h"
#include "server/authority/teacher_states.h"
#include "server/certificates/signing_keys.h"
#include "server/store/event_store.h"

namespace xueshi::certificates {

// No key that signs, or no Centre in whose name.
inline constexpr ErrorCode kCertificatesUnavailable{"CertificatesUnavailable"};

class CertificateOffice {
  public:
    // Makes a key where none can sign; without one (the store takes no writes) nothing is issued.
    CertificateOffice(store::EventStore& event_store, const authority::AuthorityClock& clock, KeyFiles files, bool is_sample);

    // Of the account itself. kNoProfile where it is no teacher's, kCertificatesUnavailable, and as compose_certificate.
    Result<codec::SignedCertificate> issue(const AccountId& account_id, const certificate::CertificateRequest& request);

    // Everybody may know them (codec/signing_keys_json.h).
    std::string published_keys() const;

  private:
    Result<certificate::CertificateContent> compose(const AccountId& account_id, const certificate::CertificateRequest& request);

    store::EventStore& event_store_;
    const authority::AuthorityClock& clock_;
    const bool is_sample_;
    Result<Signer> signer_;
    std::mutex mutex_;
    authority::SharedStates shared_;  // guarded
};

}  // namespace xueshi::certificates
