#include "server/certificates/certificate_office.h"

#include <utility>

#include <sodium.h>

#include "core/app/decide.h"
#include "core/certificate/certificate_bytes.h"
#include "core/certificate/compose_certificate.h"
#include "core/codec/rule_pack_json.h"
#include "core/codec/signing_keys_json.h"
#include "server/authority/authorize.h"
#include "server/certificates/badge_signing.h"

namespace xueshi::certificates {
namespace {

constexpr std::string_view kSerialDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kSerialPurpose = "certificate serial";

// The Centre, in whose name the city speaks; empty where there is none.
std::string issuer_of(const app::SharedState& shared) {
    for (const auto& [id, unit] : shared.units) {
        if (unit.value.kind == organisation::OrgKind::Centre) return unit.value.name.zh;
    }
    return {};
}

// Of what is certified to whom, keyed: nobody without the secret can tell one teacher's from another's, or guess what
// was not revealed.
std::string serial_of(const Signer& signer, const AccountId& account_id, std::string_view unnumbered) {
    const std::string message = std::string(kSerialPurpose) + '\n' + account_id.text + '\n' + std::string(unnumbered);
    unsigned char digest[crypto_generichash_BYTES_MIN];
    crypto_generichash(digest, sizeof digest, reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       signer.seed.data(), signer.seed.size());
    std::string serial;
    for (std::size_t i = 0; i < certificate::kSerialLength; ++i) serial += kSerialDigits[digest[i] & 31];
    return serial;
}

}  // namespace

CertificateOffice::CertificateOffice(store::EventStore& event_store, const authority::AuthorityClock& clock, KeyFiles files,
                                     bool is_sample)
    : event_store_(event_store),
      clock_(clock),
      is_sample_(is_sample),
      signer_(ensure_signer(event_store, files, date_of(clock.now()))) {}

std::string CertificateOffice::published_keys() const { return codec::encode_signing_keys(signing_keys(event_store_)); }

Result<certificate::CertificateContent> CertificateOffice::compose(const AccountId& account_id,
                                                                   const certificate::CertificateRequest& request) {
    authority::FoldedTeacher teacher;
    Result<certificate::CertificateContent> content = make_error(kCertificatesUnavailable);
    const std::lock_guard lock(mutex_);
    event_store_.read([&](store::StoreView& view) {
        authority::TeacherStates::catch_up(view, authority::personal_feed(account_id), teacher);
        if (!teacher.state.profile.is_written()) {
            content = make_error(app::kNoProfile);
            return;
        }
        const app::SharedState& shared = shared_.load(view);
        const std::string issuer = issuer_of(shared);
        if (issuer.empty()) return;
        const std::vector<ledger::HourRecord> records = teacher.state.record_list();
        content = certificate::compose_certificate({.today = date_of(clock_.now()),
                                                    .profile = teacher.state.profile.value,
                                                    .records = records,
                                                    .ledger = teacher.ledger,
                                                    .catalogue = shared.catalogue,
                                                    .rules = codec::built_in_rules(),
                                                    .issuer = issuer,
                                                    .is_sample = is_sample_},
                                                   request);
    });
    return content;
}

Result<codec::SignedCertificate> CertificateOffice::issue(const AccountId& account_id,
                                                          const certificate::CertificateRequest& request) {
    if (!signer_) return make_error(kCertificatesUnavailable);
    auto content = compose(account_id, request);
    if (!content) return content.error();
    content->serial.assign(certificate::kSerialLength, '0');
    const auto unnumbered = certificate::write_certificate(*content, signer_->key.id);
    if (!unnumbered) return unnumbered.error();
    content->serial = serial_of(*signer_, account_id, *unnumbered);
    auto bytes = certificate::write_certificate(*content, signer_->key.id);
    if (!bytes) return bytes.error();
    *bytes += signer_->sign(std::string(certificate::kSignedPrefix) + *bytes);
    return codec::SignedCertificate{certificate::encode_base64url(*bytes), sign_badge(*content, *bytes, *signer_)};
}

}  // namespace xueshi::certificates
