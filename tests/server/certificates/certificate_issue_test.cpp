// Certificates through the server: whose they are, what is in them, that one changed byte is refused, that keys outlive a
// restart, and what rotation and revocation do.
#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/stat.h>

#include "core/certificate/certificate_bytes.h"
#include "core/codec/certificate_json.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/signing_keys_json.h"
#include "server/certificates/badge_signing.h"
#include "server/store/sqlite_backup.h"
#include "tests/server/support/server_fixture.h"
#include "tests/support/builders.h"

namespace xueshi::test {
namespace {

using certificate::SigningKey;
using testing::date;

const std::string kPath = "/api/v1/certificates";
const std::string kBare = R"({"year":2016})";
const std::string kWhole = R"({"year":2016,"number":true,"school":true,"records":true})";

class Certificates : public ServerFixture {
  protected:
    Certificates() {
        append("units", codec::encode_event(app::UnitRecorded{
                            {UnitId{"centre"}, organisation::OrgKind::Centre, {"样例市教师发展中心", "Sample Centre"}, {}}}));
        record("t-li", "a", HourCategory::Public, 180);
        record("t-li", "b", HourCategory::Professional, 540);
        record("t-wang", "w", HourCategory::Public, 60);
    }
    void append(const std::string& feed, codec::EncodedEvent encoded) {
        const Outcome kept = event_store().write([&](store::Transaction& transaction) -> Outcome {
            sync::Envelope envelope;
            envelope.stamp = Stamp{kCityNowMs + ++appended_, 0, "other"};
            envelope.type = std::move(encoded.type);
            envelope.payload = std::move(encoded.payload);
            transaction.append(feed, envelope);
            return Done{};
        });
        ASSERT_TRUE(kept);
    }
    void record(const std::string& teacher, const std::string& id, HourCategory category, std::int64_t tenths) {
        ledger::HourRecord record = testing::hour_record(id, category, {tenths}, ledger::HourState::Earned);
        record.allocated_year = {2016};
        record.source = ledger::HourSource::External;
        record.title = "课程 " + id;
        append("teacher:" + teacher, codec::encode_event(app::HoursRecorded{record}));
    }
    http::Response ask(const std::string& login, const std::string& body) { return post(sign_in(login), kPath, body); }
    std::string bytes_for(const std::string& login, const std::string& body) {
        const http::Response response = ask(login, body);
        EXPECT_EQ(response.status, 200) << response.body_text();
        const auto signed_certificate = codec::decode_signed_certificate(response.body_text());
        EXPECT_TRUE(signed_certificate);
        return certificate::decode_base64url(signed_certificate->code).value();
    }
    std::vector<SigningKey> published() {
        const http::Response response = get({}, "/api/v1/certificate-keys");
        EXPECT_EQ(response.status, 200);
        return codec::decode_signing_keys(response.body_text()).value();
    }
    // As whoever checks it does: the key by its id, then the signature.
    bool is_genuine(const std::string& bytes) {
        const auto read = certificate::read_certificate(bytes);
        if (!read) return false;
        for (const SigningKey& key : keys_) {
            if (!(key.id == read->key)) continue;
            const std::string message = std::string(certificate::kSignedPrefix) + std::string(read->signed_bytes);
            return crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(read->signature.data()),
                                               reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                                               key.public_key.data()) == 0;
        }
        return false;
    }
    certificates::KeyFiles key_files() const { return certificates::KeyFiles(certificates::key_folder(folder())); }
    std::string secret_path(const SigningKey& key) const {
        return (certificates::key_folder(folder()) / (certificate::key_id_text(key.id) + ".secret")).string();
    }

    std::vector<SigningKey> keys_;  // those known to whoever checks

  private:
    int appended_ = 0;
};

TEST_F(Certificates, SayWhatTheServerKnowsOfTheTeacherWhoAsks) {
    keys_ = published();
    const std::string bytes = bytes_for("t-li", kWhole);
    EXPECT_TRUE(is_genuine(bytes));
    const auto read = certificate::read_certificate(bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->content.name, "李老师");
    EXPECT_EQ(read->content.number, "t-li");
    EXPECT_EQ(read->content.school, "样例小学");
    EXPECT_EQ(read->content.issuer, "样例市教师发展中心");
    EXPECT_EQ(read->content.issued_on, date("2017-03-10")) << "the domain's day";
    EXPECT_EQ(read->content.result, certificate::CertifiedResult::Open);
    EXPECT_EQ(read->content.hours.back().counted, whole_hours(72));
    ASSERT_TRUE(read->content.records);
    EXPECT_EQ(read->content.records->listed.size(), 2u);
    EXPECT_TRUE(read->content.is_sample);
    EXPECT_EQ(certificate::read_certificate(bytes_for("t-wang", kBare))->content.hours.back().counted, whole_hours(6));
}

TEST_F(Certificates, SayTheRecordedResult) {
    append("teacher:t-li", codec::encode_ledger_event(ledger::YearsVerified{.kind = ledger::OfficialVerification::Annual,
                                                                             .first_year = {2016},
                                                                             .last_year = {2016},
                                                                             .has_passed = true,
                                                                             .pack_id = "guangzhou-2012",
                                                                             .at = {kCityNowMs}}));
    const auto content = certificate::read_certificate(bytes_for("t-li", kBare))->content;
    EXPECT_EQ(content.result, certificate::CertifiedResult::Passed);
    EXPECT_EQ(content.verified_on, date("2017-03-10"));
}

TEST_F(Certificates, AskedAgainAreTheSameAndOfAnotherOrOtherFieldsAreNot) {
    const std::string first = bytes_for("t-li", kBare);
    EXPECT_EQ(bytes_for("t-li", kBare), first);
    restart();
    EXPECT_EQ(bytes_for("t-li", kBare), first) << "the key outlives a restart";
    const auto serial = [&](const std::string& login, const std::string& body) {
        return certificate::read_certificate(bytes_for(login, body))->content.serial;
    };
    EXPECT_NE(serial("t-li", kWhole), serial("t-li", kBare));
    EXPECT_NE(serial("t-wang", kBare), serial("t-li", kBare));
}

TEST_F(Certificates, EveryChangedByteIsRefused) {
    keys_ = published();
    const std::string bytes = bytes_for("t-li", kWhole);
    ASSERT_TRUE(is_genuine(bytes));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const int change : {1, 0x80}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ change);
            EXPECT_FALSE(is_genuine(changed)) << "byte " << i;
        }
    }
}

TEST_F(Certificates, AreForTheSignedInTeacherAlone) {
    EXPECT_EQ(problem_code(post({}, kPath, kBare)), "NotSignedIn");
    EXPECT_EQ(problem_code(ask("p-zhao", kBare)), "Forbidden") << "a principal";
    EXPECT_EQ(problem_code(ask("t-li", R"({"year":2016,"teacher":"t-wang"})")), "UnknownField") << "of nobody else";
    EXPECT_EQ(problem_code(ask("t-li", R"({"year":2016,"hours":720})")), "UnknownField") << "a client states nothing";
    EXPECT_EQ(problem_code(ask("t-li", R"({})")), "Malformed");
    EXPECT_EQ(problem_code(ask("t-li", R"({"year":1950})")), "NoRulePack");
    Browser forged = sign_in("t-li");
    forged.csrf = "wrong";
    EXPECT_EQ(problem_code(post(forged, kPath, kBare)), "CsrfRejected");
}

TEST_F(Certificates, AreNotIssuedWithoutEnd) {
    const Browser browser = sign_in("t-li");
    for (int i = 0; i < 60; ++i) ASSERT_EQ(post(browser, kPath, kBare).status, 200);
    const http::Response refused = post(browser, kPath, kBare);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(problem_code(refused), "TooManyCertificates");
    real_now_ms += 60 * 60 * 1000 + 1;
    EXPECT_EQ(post(browser, kPath, kBare).status, 200);
}

TEST_F(Certificates, KeysAreForEverybodyAndMayBeKeptForAWhile) {
    const http::Response response = get({}, "/api/v1/certificate-keys");
    EXPECT_EQ(response.header("Cache-Control"), "public, max-age=300");
    const auto keys = published();
    ASSERT_EQ(keys.size(), 1u);
    EXPECT_TRUE(keys[0].may_sign());
    EXPECT_EQ(keys[0].from, date("2017-03-10"));
    EXPECT_EQ(post(sign_in("t-li"), kPath, kBare).header("Cache-Control"), "no-store") << "what is one's own is not";
}

TEST_F(Certificates, TheSecretIsForTheServersUserAlone) {
    const std::string path = secret_path(published()[0]);
    struct stat file {};
    ASSERT_EQ(::stat(path.c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777, 0600u);
    ASSERT_EQ(::stat(certificates::key_folder(folder()).c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777, 0700u);
}

TEST_F(Certificates, AfterARotationTheOldOnesStand) {
    const std::string before = bytes_for("t-li", kBare);
    const SigningKey old = published()[0];
    ASSERT_TRUE(certificates::rotate(event_store(), key_files(), date("2017-03-10")));
    EXPECT_FALSE(std::filesystem::exists(secret_path(old))) << "what signs no more need not be kept secret";
    restart();
    keys_ = published();
    ASSERT_EQ(keys_.size(), 2u);
    EXPECT_EQ(keys_[0].retired, date("2017-03-10"));
    EXPECT_TRUE(keys_[1].may_sign());
    const std::string after = bytes_for("t-li", kBare);
    EXPECT_NE(certificate::read_certificate(after)->key, certificate::read_certificate(before)->key);
    EXPECT_TRUE(is_genuine(before));
    EXPECT_TRUE(is_genuine(after));
}

TEST_F(Certificates, ARevokedKeyIsToldWithItsReasonAndAnotherSigns) {
    using certificates::Revocation;
    const SigningKey key = published()[0];
    const auto revoke = [&](const certificate::KeyId& id) {
        return *certificates::revoke(event_store(), key_files(), id, "密钥外泄", date("2017-03-12"));
    };
    EXPECT_EQ(revoke({}), Revocation::UnknownKey);
    EXPECT_EQ(revoke(key.id), Revocation::Done);
    EXPECT_EQ(revoke(key.id), Revocation::RevokedBefore);
    restart();
    const auto keys = published();
    ASSERT_EQ(keys.size(), 2u);
    EXPECT_EQ(keys[0].revoked, date("2017-03-12"));
    EXPECT_EQ(keys[0].reason, "密钥外泄");
    EXPECT_EQ(certificate::read_certificate(bytes_for("t-li", kBare))->key, keys[1].id);
    // One that was retired already can be revoked, too.
    ASSERT_TRUE(certificates::rotate(event_store(), key_files(), date("2017-03-13")));
    EXPECT_EQ(revoke(keys[1].id), Revocation::Done);
    EXPECT_EQ(published().size(), 3u);
    EXPECT_EQ(published()[1].retired, date("2017-03-13"));
}

TEST_F(Certificates, ALostSecretCostsANewKeyAndNothingElse) {
    const std::string before = bytes_for("t-li", kBare);
    std::filesystem::remove(secret_path(published()[0]));  // as after a restore: no backup holds one
    restart();
    keys_ = published();
    ASSERT_EQ(keys_.size(), 2u);
    EXPECT_TRUE(keys_[0].retired);
    EXPECT_TRUE(is_genuine(before));
    EXPECT_TRUE(is_genuine(bytes_for("t-li", kBare)));
}

TEST_F(Certificates, AForeignSecretUnderTheKeysNameDoesNotSign) {
    const SigningKey key = published()[0];
    certificates::Seed other{};
    key_files().put(key.id, other);
    restart();
    EXPECT_EQ(published().size(), 2u) << "another key was made instead";
}

TEST_F(Certificates, WithoutACentreNobodyIssues) {
    append("units", codec::encode_event(app::UnitRecorded{
                        {UnitId{"centre"}, organisation::OrgKind::District, {"区", "District"}, {}}}));
    const http::Response response = ask("t-li", kBare);
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(problem_code(response), "CertificatesUnavailable");
}

TEST(Base58, AgreesWithItsPublishedExamples) {
    using certificates::base58btc;
    EXPECT_EQ(base58btc("Hello World!"), "2NEpo7TZRRrLZSi2U");
    EXPECT_EQ(base58btc(std::string("\0\0\x28\x7F\xB4\xCD", 6)), "11233QC4");
    EXPECT_EQ(base58btc(""), "");
}

}  // namespace
}  // namespace xueshi::test
