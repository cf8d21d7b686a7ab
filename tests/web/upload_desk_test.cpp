#include "web/runtime/upload_desk.h"

#include <gtest/gtest.h>

#include "core/codec/attachment_json.h"
#include "core/codec/special_json.h"
#include "tests/support/client_rig.h"

namespace xueshi::runtime {
namespace {

using ports::UploadNews;

class UploadDeskTest : public testing::ClientRig {
  protected:
    UploadDeskTest() { sign_in_with({}); }

    void ask() {
        act(views::AttachScan{{.substitution_id = SubstitutionId{"sub-1"},
                               .project_id = ProjectId{"P1"},
                               .attachment_id = {},
                               .kind = enrolment::DocumentKind::ReplacementList,
                               .file_name = {}}});
    }
    void tell(UploadNews news) {
        uploads_.news = std::move(news);
        actions_.take_upload(now_ms_);
    }
    static UploadNews answered(int status, std::string body, std::string name = "名单.pdf") {
        return {.kind = UploadNews::Kind::Answered, .file_name = std::move(name), .share = 1, .status = status, .body = std::move(body)};
    }
    static std::string kept() {
        return codec::encode_kept_upload({.attachment_id = AttachmentId{"a1b2"}, .type = "application/pdf", .bytes = 7});
    }
    // The order that went to the server, if one did.
    std::optional<enrolment::AttachDocument> ordered() const {
        for (const sync::Operation& operation : journal_.waiting_operations()) {
            const auto order = codec::decode_special_intent(operation.type, operation.payload);
            if (order) return std::get<enrolment::AttachDocument>(*order);
        }
        return std::nullopt;
    }
    std::string notice() const { return notices_.notices().empty() ? "" : notices_.notices().back().code; }
};

TEST_F(UploadDeskTest, WhatIsKeptIsAttachedUnderItsName) {
    ask();
    ASSERT_EQ(uploads_.asked.size(), 1u);
    EXPECT_EQ(uploads_.asked[0], (std::pair<std::string, std::string>("/api/v1/attachments", "csrf-token")));
    EXPECT_FALSE(actions_.upload()) << "nothing is shown of a dialog";
    tell({.kind = UploadNews::Kind::Sending, .file_name = "名单.pdf", .share = 0.5F, .status = 0, .body = {}});
    ASSERT_TRUE(actions_.upload());
    EXPECT_EQ(actions_.upload()->about, "sub-1");
    EXPECT_FLOAT_EQ(actions_.upload()->share, 0.5F);
    EXPECT_FALSE(ordered());
    tell(answered(201, kept()));
    ASSERT_TRUE(ordered());
    EXPECT_EQ(ordered()->attachment_id.text, "a1b2");
    EXPECT_EQ(ordered()->file_name, "名单.pdf");
    EXPECT_EQ(ordered()->kind, enrolment::DocumentKind::ReplacementList);
    EXPECT_FALSE(actions_.upload());
}

TEST_F(UploadDeskTest, WhatIsNotKeptIsSaidAndAttachesNothing) {
    const auto refused_with = [&](UploadNews news) {
        ask();
        tell(std::move(news));
        EXPECT_FALSE(ordered());
        EXPECT_FALSE(actions_.upload());
        return notice();
    };
    EXPECT_EQ(refused_with({.kind = UploadNews::Kind::TooLarge, .file_name = "a.pdf", .share = 0, .status = 0, .body = {}}), "UploadTooLarge");
    EXPECT_EQ(refused_with(answered(413, R"({"code":"TooLarge"})")), "UploadTooLarge");
    EXPECT_EQ(refused_with({.kind = UploadNews::Kind::Unreachable, .file_name = "a.pdf", .share = 0, .status = 0, .body = {}}), "UploadUnanswered");
    EXPECT_EQ(refused_with(answered(415, R"({"type":"about:blank","title":"x","status":415,"code":"UnknownFileType"})")), "UnknownFileType");
    EXPECT_EQ(refused_with(answered(201, "<html>")), "Malformed");
}

TEST_F(UploadDeskTest, WhatWasGivenUpIsNotAttached) {
    ask();
    tell({.kind = UploadNews::Kind::Sending, .file_name = "a.pdf", .share = 0.1F, .status = 0, .body = {}});
    act(views::CancelUpload{});
    EXPECT_EQ(uploads_.cancelled, 1);
    EXPECT_FALSE(actions_.upload());
    tell(answered(201, kept()));
    EXPECT_FALSE(ordered());
}

TEST_F(UploadDeskTest, NamesOfOtherFileSystemsBecomeOneLineWithoutFolders) {
    ask();
    tell(answered(200, kept(), "a/b\\c\n.pdf"));
    EXPECT_EQ(ordered()->file_name, "a_b_c_.pdf");
}

TEST_F(UploadDeskTest, OfALongNameTheEndIsKeptInWholeCharacters) {
    ask();
    std::string name;
    for (int i = 0; i < 100; ++i) name += "名";
    tell(answered(200, kept(), name + ".pdf"));
    EXPECT_LE(ordered()->file_name.size(), enrolment::kMostFileNameBytes);
    EXPECT_TRUE(ordered()->file_name.starts_with("名"));
    EXPECT_TRUE(ordered()->file_name.ends_with("名.pdf"));
}

TEST_F(UploadDeskTest, AnAttachedFileIsSavedByTheBrowser) {
    act(views::SaveAttachment{AttachmentId{"a1b2"}});
    EXPECT_EQ(files_.saved_from, std::vector<std::string>{"/api/v1/attachments/a1b2"});
}

}  // namespace
}  // namespace xueshi::runtime
