#include "core/certificate/certificate_bytes.h"

#include <gtest/gtest.h>

#include "core/certificate/signing_key.h"
#include "tests/support/certificate_world.h"

namespace xueshi::certificate {
namespace {

using testing::certificate_content;
using testing::unsigned_certificate;

constexpr KeyId kKey = {1, 2, 3, 4, 5, 6, 7, 8};

const char* complaint_of(CertificateContent content) {
    static std::string subject;
    const auto bytes = write_certificate(content, kKey);
    subject = bytes ? std::string("none") : bytes.error().subject;
    return subject.c_str();
}

TEST(CertificateBytes, ComeBackAsTheyWereWritten) {
    const CertificateContent content = certificate_content();
    const auto bytes = write_certificate(content, kKey);
    ASSERT_TRUE(bytes);
    const std::string whole = *bytes + std::string(kSignatureBytes, 's');
    const auto read = read_certificate(whole);
    ASSERT_TRUE(read) << read.error().subject;
    EXPECT_EQ(read->content, content);
    EXPECT_EQ(read->key, kKey);
    EXPECT_EQ(read->signed_bytes, *bytes);
    EXPECT_EQ(read->signature, std::string(kSignatureBytes, 's'));
}

TEST(CertificateBytes, HoldWhatWasChosenAndNothingElse) {
    CertificateContent content = certificate_content();
    const std::string number = *content.number;
    const std::string school = *content.school;
    const std::string title = content.records->listed[0].title;
    content.number.reset();
    content.school.reset();
    content.records.reset();
    const auto bytes = write_certificate(content, kKey);
    ASSERT_TRUE(bytes);
    EXPECT_NE(bytes->find(content.name), std::string::npos);
    for (const std::string& hidden : {number, school, title}) EXPECT_EQ(bytes->find(hidden), std::string::npos) << hidden;
}

TEST(CertificateBytes, ContentOutsideItsLimitsIsNotWritten) {
    const auto with = [](auto change) {
        CertificateContent content = certificate_content();
        change(content);
        return complaint_of(content);
    };
    EXPECT_STREQ(complaint_of(certificate_content()), "none");
    EXPECT_STREQ(with([](auto& c) { c.name.clear(); }), "name");
    EXPECT_STREQ(with([](auto& c) { c.name = "a\nb"; }), "name");
    EXPECT_STREQ(with([](auto& c) { c.name = "\xC3\x28"; }), "name");
    EXPECT_STREQ(with([](auto& c) { c.name = std::string(kMostTextBytes + 1, 'a'); }), "name");
    EXPECT_STREQ(with([](auto& c) { c.issuer.clear(); }), "issuer");
    EXPECT_STREQ(with([](auto& c) { c.number = ""; }), "number");
    EXPECT_STREQ(with([](auto& c) { c.school = "\xED\xA0\x80"; }), "school") << "half of a pair";
    EXPECT_STREQ(with([](auto& c) { c.serial = "0123456789AI"; }), "serial") << "I is not of the alphabet";
    EXPECT_STREQ(with([](auto& c) { c.year = {1899}; }), "year");
    EXPECT_STREQ(with([](auto& c) { c.result = CertifiedResult::Open; }), "verified_on") << "open, and verified";
    EXPECT_STREQ(with([](auto& c) { c.verified_on = {}; }), "verified_on") << "verified, and on no day";
    EXPECT_STREQ(with([](auto& c) { c.hours.clear(); }), "hours");
    EXPECT_STREQ(with([](auto& c) { c.hours[0].name = "公需"; }), "hours.id") << "a known one needs no name";
    EXPECT_STREQ(with([](auto& c) { c.hours[0].id = "ethics"; }), "hours.id") << "another one does";
    EXPECT_STREQ(with([](auto& c) { c.hours[0].counted = {-1}; }), "hours.counted");
    EXPECT_STREQ(with([](auto& c) { c.records->listed[0].title.clear(); }), "records.title");
    EXPECT_STREQ(with([](auto& c) { c.records->others = -1; }), "records.others");
    CertificateContent large = certificate_content();
    large.records->listed.assign(16, {std::string(kMostTitleBytes, 't'), HourCategory::Public, {60}});
    EXPECT_EQ(write_certificate(large, kKey).error().code, kCertificateTooLarge);
}

TEST(CertificateBytes, EveryShorterOneIsRefusedAndSoIsALongerOne) {
    const std::string whole = unsigned_certificate(certificate_content(), kKey);
    ASSERT_TRUE(read_certificate(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(read_certificate(std::string_view(whole).substr(0, size))) << size;
    }
    EXPECT_FALSE(read_certificate(whole + 'x'));
    EXPECT_FALSE(read_certificate(std::string(kMostCertificateBytes + 1, '\x01')));
}

TEST(CertificateBytes, OneNumberHasOneForm) {
    const std::string whole = unsigned_certificate(certificate_content(), kKey);
    // The year's two bytes as three.
    std::string longer = whole;
    const std::size_t year = 1 + kKeyIdBytes + 2;
    longer[year + 1] = static_cast<char>(longer[year + 1] | 0x80);
    longer.insert(year + 2, 1, '\0');
    EXPECT_FALSE(read_certificate(longer));
}

TEST(Base64Url, IsOneTextForEachSequenceOfBytes) {
    std::string bytes;
    for (int i = 0; i < 70; ++i) {
        const std::string text = encode_base64url(bytes);
        EXPECT_EQ(decode_base64url(text), bytes);
        bytes += static_cast<char>(i * 37 + 200);
    }
    EXPECT_EQ(encode_base64url("\xFB\xFF\xFE"), "-__-");
    EXPECT_EQ(decode_base64url("AA"), std::string(1, '\0'));
    EXPECT_FALSE(decode_base64url("AB")) << "left-over bits";
    EXPECT_FALSE(decode_base64url("A"));
    EXPECT_FALSE(decode_base64url("AA=="));
    EXPECT_FALSE(decode_base64url("+/AA"));
}

TEST(KeyIds, AreReadAsTheyAreWritten) {
    const KeyId id = {0, 0xAB, 2, 3, 4, 5, 6, 0xFF};
    EXPECT_EQ(key_id_text(id), "00ab0203040506ff");
    EXPECT_EQ(parse_key_id("00ab0203040506ff"), id);
    EXPECT_FALSE(parse_key_id("00AB0203040506FF"));
    EXPECT_FALSE(parse_key_id("00ab"));
}

}  // namespace
}  // namespace xueshi::certificate
