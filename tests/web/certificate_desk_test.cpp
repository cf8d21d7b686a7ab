#include "web/runtime/certificate_desk.h"

#include <gtest/gtest.h>

#include "core/codec/certificate_json.h"
#include "tests/support/certificate_world.h"
#include "tests/support/client_rig.h"

namespace xueshi::runtime {
namespace {

constexpr certificate::CertificateRequest kAsked{.year = {2016}, .reveals_number = true};
const std::string kPath = "/api/v1/certificates";

class CertificateDeskTest : public testing::ClientRig {
  protected:
    CertificateDeskTest() { sign_in_with({}); }

    std::optional<ports::HttpRequest> answer(int status, std::string body) {
        auto request = transport_.answer(kPath, status, std::move(body));
        link_.update(now_ms_);
        actions_.take_certificate();
        return request;
    }
    static std::string signed_answer() {
        const std::string bytes = testing::unsigned_certificate(testing::certificate_content());
        return codec::encode_signed_certificate({certificate::encode_base64url(bytes), R"({"a":1})"});
    }
    std::string notice() const { return notices_.notices().empty() ? "" : notices_.notices().back().code; }
};

TEST_F(CertificateDeskTest, WhatTheServerSignedIsThereUntilItIsPutAside) {
    act(views::IssueCertificate{kAsked});
    EXPECT_TRUE(actions_.certificate().is_waiting());
    EXPECT_EQ(actions_.certificate().issued(), nullptr);
    const auto request = answer(200, signed_answer());
    ASSERT_TRUE(request);
    EXPECT_EQ(request->method, "POST");
    EXPECT_EQ(codec::decode_certificate_request(request->body).value(), kAsked);
    EXPECT_FALSE(actions_.certificate().is_waiting());
    const views::IssuedCertificate* issued = actions_.certificate().issued();
    ASSERT_NE(issued, nullptr);
    EXPECT_EQ(issued->request, kAsked);
    EXPECT_EQ(issued->content, testing::certificate_content());
    act(views::PutCertificateAside{});
    EXPECT_EQ(actions_.certificate().issued(), nullptr);
}

TEST_F(CertificateDeskTest, TheBadgeIsSavedAsTheServerWroteIt) {
    act(views::SaveBadge{});
    EXPECT_TRUE(files_.saved.empty()) << "there is none";
    act(views::IssueCertificate{kAsked});
    answer(200, signed_answer());
    act(views::SaveBadge{});
    ASSERT_EQ(files_.saved.size(), 1u);
    EXPECT_EQ(files_.saved[0].first, "xueshi-0123456789AB.json");
    EXPECT_EQ(files_.saved[0].second, R"({"a":1})");
}

TEST_F(CertificateDeskTest, ARefusalIsToldAndNothingIsThere) {
    const auto refused_with = [&](int status, std::string body) {
        act(views::IssueCertificate{kAsked});
        answer(status, std::move(body));
        EXPECT_FALSE(actions_.certificate().is_waiting());
        EXPECT_EQ(actions_.certificate().issued(), nullptr);
        return notice();
    };
    EXPECT_EQ(refused_with(429, R"({"type":"about:blank","title":"x","status":429,"code":"TooManyCertificates"})"), "TooManyCertificates");
    EXPECT_EQ(refused_with(200, "<html>"), "Malformed");
    EXPECT_EQ(refused_with(200, R"({"certificate":"AAAA","badge":{}})"), "Malformed");
    act(views::IssueCertificate{kAsked});
    transport_.lose(kPath);
    link_.update(now_ms_);
    actions_.take_certificate();
    EXPECT_FALSE(actions_.certificate().is_waiting());
    EXPECT_EQ(notice(), "CertificateUnanswered");
}

TEST_F(CertificateDeskTest, WhatWasPutAsideIsNotHeardOfAgain) {
    act(views::IssueCertificate{kAsked});
    act(views::PutCertificateAside{});
    answer(200, signed_answer());
    EXPECT_EQ(actions_.certificate().issued(), nullptr);
    EXPECT_EQ(notice(), "");
    // The late answer to the first is not the answer to the second.
    act(views::IssueCertificate{kAsked});
    act(views::IssueCertificate{{.year = {2015}}});
    answer(200, signed_answer());
    EXPECT_TRUE(actions_.certificate().is_waiting());
    answer(200, signed_answer());
    ASSERT_NE(actions_.certificate().issued(), nullptr);
    EXPECT_EQ(actions_.certificate().issued()->request.year, AllocatedYear{2015});
}

}  // namespace
}  // namespace xueshi::runtime
