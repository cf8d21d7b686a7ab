// Files people attach: what is taken, from whom, who may read it, and what becomes of what nobody attached.
#include <filesystem>
#include <fstream>

#include "server/store/attachment_care.h"
#include "tests/server/support/special_fixture.h"

namespace xueshi::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPath = "/api/v1/attachments";
const std::string kPdf = "%PDF-1.4\n1 0 obj<<>>endobj\n";
const std::string kPng = std::string("\x89PNG\r\n\x1A\n", 8) + std::string(64, 'x');
const std::string kJpeg = std::string("\xFF\xD8\xFF\xE0", 4) + std::string(64, 'x');

class Attachments : public SpecialFixture {
  protected:
    http::Request upload_of(const std::string& login, const std::string& bytes) {
        http::Request request = push_request(browser_of(login), bytes);
        request.path = kPath;
        std::erase_if(request.headers, [](const auto& header) { return header.first == "Content-Type"; });
        request.headers.emplace_back("Content-Type", "application/octet-stream");
        return request;
    }
    http::Response upload(const std::string& login, const std::string& bytes) { return send(upload_of(login, bytes)); }
    std::string uploaded(const std::string& login, const std::string& bytes) {
        const http::Response response = upload(login, bytes);
        EXPECT_EQ(response.status, 201) << response.body_text();
        return member_of(response, "attachment_id");
    }
    http::Response read(const std::string& login, const std::string& id) {
        return get(browser_of(login), std::string(kPath) + '/' + id);
    }
    void ask_for_replacement() {
        bring_to_final_list();
        EXPECT_EQ(give(kPrincipal, enrolment::RequestSubstitution{SubstitutionId{"x"}, ProjectId{"P1"}, EnrolmentId{"e0"},
                                                                  "a1", EnrolmentId{"r1"}, "产假"}),
                  "");
    }
    std::string attach(const std::string& login, const std::string& id, const std::string& name = "退出申请书.pdf") {
        return give(login, enrolment::AttachDocument{SubstitutionId{"x"}, ProjectId{"P1"}, AttachmentId{id},
                                                     enrolment::DocumentKind::Withdrawal, name});
    }
    std::size_t files() const {
        const fs::path kept = store::attachment_folder(folder());
        if (!fs::exists(kept)) return 0;
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(kept), fs::directory_iterator()));
    }
};

TEST_F(Attachments, AreTakenByWhatTheyAre) {
    EXPECT_EQ(member_of(upload(kPrincipal, kPdf), "type"), "application/pdf");
    EXPECT_EQ(member_of(upload(kPrincipal, kPng), "type"), "image/png");
    EXPECT_EQ(member_of(upload(kPrincipal, kJpeg), "type"), "image/jpeg");
    for (const std::string& bytes : {std::string("<html>"), std::string("PK\x03\x04"), std::string("%PD"), std::string(),
                                    std::string(" ") + kPdf, std::string("GIF89a")}) {
        const http::Response response = upload(kPrincipal, bytes);
        EXPECT_EQ(response.status, 415);
        EXPECT_EQ(problem_code(response), "UnknownFileType");
    }
    EXPECT_EQ(files(), 3u);
}

TEST_F(Attachments, OfFiveMebibytesAreTakenAndOneByteMoreIsNot) {
    std::string large = kPdf;
    large.resize(store::kMostAttachmentBytes, ' ');
    EXPECT_EQ(upload(kPrincipal, large).status, 201);
    large += ' ';
    EXPECT_EQ(problem_code(upload(kPrincipal, large)), "TooLarge");
}

TEST_F(Attachments, NeedASessionAndOurOwnPage) {
    http::Request stranger = upload_of(kPrincipal, kPdf);
    std::erase_if(stranger.headers, [](const auto& header) { return header.first == "Cookie"; });
    EXPECT_EQ(problem_code(send(stranger)), "NotSignedIn");
    http::Request forged = upload_of(kPrincipal, kPdf);
    for (auto& [name, value] : forged.headers) {
        if (name == "X-Xueshi-Csrf") value = "wrong";
    }
    EXPECT_EQ(problem_code(send(forged)), "CsrfRejected");
    http::Request form = upload_of(kPrincipal, kPdf);
    form.headers.back().second = "text/plain";
    EXPECT_EQ(problem_code(send(form)), "UnsupportedMediaType");
    EXPECT_EQ(problem_code(get({}, std::string(kPath) + "/0f3c")), "NotSignedIn");
    EXPECT_EQ(files(), 0u);
    // All of it is known from the head: no stranger's body is read.
    EXPECT_TRUE(application().answer_head(stranger));
    EXPECT_FALSE(application().answer_head(upload_of(kPrincipal, "")));
}

TEST_F(Attachments, TheSameBytesLieThereOnceAndAreOneOfTheirOwner) {
    const std::string first = uploaded(kPrincipal, kPdf);
    const http::Response again = upload(kPrincipal, kPdf);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(member_of(again, "attachment_id"), first);
    const std::string others = uploaded(kDistrict, kPdf);
    EXPECT_NE(others, first) << "nobody learns from an id that somebody else has the same file";
    EXPECT_EQ(files(), 1u);
}

TEST_F(Attachments, AreReadByTheirOwnerAndByThoseWhoseUnitLearnedOfIt) {
    ask_for_replacement();
    const std::string id = uploaded(kPrincipal, kPdf);
    EXPECT_EQ(read(kPrincipal, id).body_text(), kPdf);
    for (const char* login : {kDistrict, kCentre, kInstitution, kOtherDistrict, kOtherPrincipal, "a0"}) {
        EXPECT_EQ(problem_code(read(login, id)), "NotFound") << login << " before it is attached";
    }
    EXPECT_EQ(attach(kDistrict, id), "UnknownAttachment") << "somebody else's upload";
    EXPECT_EQ(attach(kOtherPrincipal, id), "NotYourStep");
    EXPECT_EQ(attach(kPrincipal, id), "");
    for (const char* login : {kPrincipal, kDistrict, kCentre, kInstitution}) {
        EXPECT_EQ(read(login, id).body_text(), kPdf) << login;
    }
    for (const char* login : {kOtherDistrict, kOtherPrincipal, "a0", "a1"}) {
        EXPECT_EQ(problem_code(read(login, id)), "NotFound") << login;
    }
    EXPECT_EQ(folded("unit:s-centre").rosters.at(ProjectId{"P1"}).substitutions.at(SubstitutionId{"x"}).documents.size(), 1u);
    EXPECT_EQ(count("catalogue", "special.substitution_document_attached"), 0u);
    EXPECT_EQ(count("teacher:a0", "special.substitution_document_attached"), 0u);
}

TEST_F(Attachments, AreHandedOutAsAFileThatRunsNothing) {
    ask_for_replacement();
    const std::string id = uploaded(kPrincipal, kPng);
    EXPECT_EQ(read(kPrincipal, id).header("Content-Disposition"), "attachment");
    EXPECT_EQ(attach(kPrincipal, id, "申请\"; x.png"), "");
    const http::Response response = read(kCentre, id);
    EXPECT_EQ(response.header("Content-Type"), "image/png");
    EXPECT_EQ(response.header("Content-Disposition"), "attachment; filename*=UTF-8''%E7%94%B3%E8%AF%B7%22%3B%20x.png");
    EXPECT_EQ(response.header("Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
}

TEST_F(Attachments, NoNameLeadsOutOfTheirFolder) {
    uploaded(kPrincipal, kPdf);
    for (const std::string name : {"..", "../xueshi.db", "..%2Fxueshi.db", "%2e%2e", "a/b", "", "x\\y", "unit:s-school"}) {
        EXPECT_EQ(problem_code(read(kPrincipal, name)), "NotFound") << name;
    }
    for (const auto& entry : fs::directory_iterator(store::attachment_folder(folder()))) {
        EXPECT_EQ(problem_code(read(kPrincipal, entry.path().filename().string())), "NotFound") << "its hash is no name";
    }
}

TEST_F(Attachments, FortyAnHourAreEnough) {
    for (int i = 0; i < 40; ++i) EXPECT_EQ(upload(kPrincipal, kPdf + std::to_string(i)).status, 201);
    const http::Response refused = upload(kPrincipal, kPdf);
    EXPECT_EQ(problem_code(refused), "TooManyUploads");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "3600");
    EXPECT_EQ(upload(kDistrict, kPdf).status, 201) << "another account";
    real_now_ms += 61 * 60 * 1000;
    EXPECT_EQ(upload(kPrincipal, kPdf).status, 201);
}

TEST_F(Attachments, OutliveTheServerAndOrphansDoNotOutliveADay) {
    ask_for_replacement();
    const std::string kept = uploaded(kPrincipal, kPdf);
    EXPECT_EQ(attach(kPrincipal, kept), "");
    const std::string orphan = uploaded(kPrincipal, kPng);
    const fs::path folder_of_files = store::attachment_folder(folder());
    std::ofstream(folder_of_files / ".arriving-0011") << "half";
    std::ofstream(folder_of_files / "note.txt") << "nobody's";
    restart();
    EXPECT_EQ(read(kPrincipal, kept).body_text(), kPdf);
    EXPECT_EQ(store::remove_orphans(event_store(), attachments(), real_now_ms), 0u) << "too young";
    EXPECT_EQ(read(kPrincipal, orphan).status, 200);

    for (const auto& entry : fs::directory_iterator(folder_of_files)) {
        fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(25));
    }
    real_now_ms += store::kOrphanAgeMs + 1;
    EXPECT_EQ(store::remove_orphans(event_store(), attachments(), real_now_ms), 2u) << "the orphan and what never arrived";
    EXPECT_TRUE(fs::exists(folder_of_files / "note.txt")) << "what is not ours is left alone";
    browsers_.clear();
    EXPECT_EQ(read(kPrincipal, kept).body_text(), kPdf);
    EXPECT_EQ(problem_code(read(kPrincipal, orphan)), "NotFound");
    EXPECT_EQ(attach(kPrincipal, orphan), "UnknownAttachment");
}

TEST_F(Attachments, DamagedOnTheDiskTheyAreNotHandedOut) {
    const std::string id = uploaded(kPrincipal, kPdf);
    const fs::path path = store::attachment_folder(folder()) / store::hash_text(store::content_hash(kPdf));
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << "%PDX";
    EXPECT_EQ(problem_code(read(kPrincipal, id)), "Internal");
}

}  // namespace
}  // namespace xueshi::test
