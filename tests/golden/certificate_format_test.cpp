// Certificates issued by any released version are read by this one, and written again as the same bytes. The golden file
// was written by another implementation of docs/formats/certificate.md and is never edited; the verifier's page reads it,
// too (tests/shell/certificate_check.test.mjs).
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "core/certificate/certificate_bytes.h"
#include "core/codec/strict_json.h"

namespace xueshi::certificate {
namespace {

std::vector<codec::JsonValue> golden_certificates() {
    std::vector<codec::JsonValue> lines;
    std::ifstream file("tests/golden/certificates_v1.jsonl");
    EXPECT_TRUE(file);
    for (std::string text; std::getline(file, text);) lines.push_back(*codec::parse_json(text));
    return lines;
}

TEST(CertificateFormat, WhatWasEverIssuedIsReadAndWrittenAgainByteForByte) {
    const auto lines = golden_certificates();
    ASSERT_EQ(lines.size(), 4u);
    for (const codec::JsonValue& line : lines) {
        const codec::JsonValue& said = *line.find("content");
        const auto bytes = decode_base64url(line.find("code")->text);
        ASSERT_TRUE(bytes);
        EXPECT_EQ(encode_base64url(*bytes), line.find("code")->text);
        const auto read = read_certificate(*bytes);
        ASSERT_TRUE(read) << read.error().subject;
        const CertificateContent& content = read->content;
        EXPECT_EQ(content.name, said.find("name")->text);
        EXPECT_EQ(content.issuer, said.find("issuer")->text);
        EXPECT_EQ(content.serial, said.find("serial")->text);
        EXPECT_EQ(std::to_string(content.year.year), said.find("year")->text);
        EXPECT_EQ(format_date(content.issued_on), said.find("issued_on")->text);
        EXPECT_EQ(content.is_sample, said.find("sample") != nullptr);
        EXPECT_EQ(content.number.has_value(), said.find("number") != nullptr);
        EXPECT_EQ(content.school.has_value(), said.find("school") != nullptr);
        EXPECT_EQ(content.records.has_value(), said.find("records") != nullptr);
        EXPECT_EQ(content.result == CertifiedResult::Open, said.find("verified_on") == nullptr);
        ASSERT_EQ(content.hours.size(), said.find("hours")->items.size());
        for (std::size_t i = 0; i < content.hours.size(); ++i) {
            const codec::JsonValue& hours = said.find("hours")->items[i];
            EXPECT_EQ(content.hours[i].id, hours.find("id")->text);
            EXPECT_EQ(std::to_string(content.hours[i].counted.tenths), hours.find("counted")->text);
            EXPECT_EQ(std::to_string(content.hours[i].minimum.tenths), hours.find("minimum")->text);
        }
        const auto written = write_certificate(content, read->key);
        ASSERT_TRUE(written);
        EXPECT_EQ(*written, read->signed_bytes);
    }
}

}  // namespace
}  // namespace xueshi::certificate
