#include "server/http/static_files.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/server/support/temporary_folder.h"

namespace xueshi::http {
namespace {

class Files : public ::testing::Test {
  protected:
    Files() {
        write("index.html", "<page>");
        write("client.3f9ac01d22.wasm", "wasm bytes");
        write("client.3f9ac01d22.wasm.br", "br bytes");
        write("client.3f9ac01d22.wasm.gz", "gz bytes");
        write("bridges/storage.0123456789.js", "script");
        write("service_worker.js", "worker");
        files_ = StaticFiles(folder_.path());
    }
    void write(const std::string& name, const std::string& text) {
        const auto path = folder_.path() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    void start_again() { files_ = StaticFiles(folder_.path()); }
    void replace(const std::string& path, const std::string& text) { files_.replace(path, text); }
    std::optional<Response> get(const std::string& path, Fields headers = {}) const {
        Request request;
        request.method = "GET";
        request.path = path;
        request.headers = std::move(headers);
        return files_.find(request);
    }

  private:
    test::TemporaryFolder folder_;
    StaticFiles files_;
};

TEST_F(Files, AreSentInTheBestFormTheBrowserTakes) {
    const std::string path = "/client.3f9ac01d22.wasm";
    EXPECT_EQ(get(path, {{"Accept-Encoding", "gzip, deflate, br"}})->body_text(), "br bytes");
    EXPECT_EQ(get(path, {{"Accept-Encoding", "gzip"}})->body_text(), "gz bytes");
    EXPECT_EQ(get(path, {{"Accept-Encoding", "br;q=0, gzip;q=0.5"}})->header("Content-Encoding"),
              "gzip");
    const auto plain = get(path);
    EXPECT_EQ(plain->body_text(), "wasm bytes");
    EXPECT_TRUE(plain->header("Content-Encoding").empty());
    EXPECT_EQ(plain->header("Vary"), "Accept-Encoding");
    EXPECT_EQ(plain->header("Content-Type"), "application/wasm");
}

TEST_F(Files, WithAHashInTheirNameAreKeptForEver) {
    EXPECT_NE(get("/client.3f9ac01d22.wasm")->header("Cache-Control").find("immutable"),
              std::string::npos);
    EXPECT_NE(get("/bridges/storage.0123456789.js")->header("Cache-Control").find("immutable"),
              std::string::npos);
    EXPECT_EQ(get("/index.html")->header("Cache-Control"), "no-cache");
    EXPECT_EQ(get("/service_worker.js")->header("Cache-Control"), "no-cache");
}

TEST_F(Files, GiveWayToATextInTheirPlace) {
    const std::string tag(get("/service_worker.js")->header("ETag"));
    replace("/service_worker.js", "another worker");
    EXPECT_EQ(get("/service_worker.js")->body_text(), "another worker");
    EXPECT_EQ(get("/service_worker.js")->header("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(get("/service_worker.js")->header("Cache-Control"), "no-cache");
    EXPECT_EQ(get("/service_worker.js", {{"If-None-Match", tag}})->status, 200);
}

TEST_F(Files, UnchangedCostNoBody) {
    const std::string tag(get("/index.html")->header("ETag"));
    EXPECT_EQ(get("/index.html", {{"If-None-Match", "\"other\", W/" + tag}})->status, 304);
    EXPECT_EQ(get("/index.html", {{"If-None-Match", "\"other\""}})->status, 200);
    EXPECT_TRUE(get("/client.3f9ac01d22.wasm")->header("ETag").empty()) << "nobody asks for it twice";
}

TEST_F(Files, AnswerEveryPageOfTheApplicationWithItsIndex) {
    for (const std::string path : {"/", "/plan", "/catalogue", "/login", "/catalogue/run-7"}) {
        ASSERT_TRUE(get(path).has_value()) << path;
        EXPECT_EQ(get(path)->body_text(), "<page>") << path;
        EXPECT_EQ(get(path)->header("Content-Type"), "text/html; charset=utf-8");
    }
}

TEST_F(Files, ThatAreAPageOfTheirOwnAnswerTheirName) {
    write("verify.html", "<verifier>");
    start_again();
    EXPECT_EQ(get("/verify")->body_text(), "<verifier>");
    EXPECT_EQ(get("/verify/more")->body_text(), "<page>");
}

TEST_F(Files, ThatWereNotThereAtTheStartDoNotExist) {
    write("late.txt", "late");
    for (const std::string path : {"/late.txt",
                                   "/../etc/passwd.txt",
                                   "/client.3f9ac01d22.wasm.br",
                                   "//index.html",
                                   "/index.html/",
                                   "/INDEX.HTML",
                                   "index.html"}) {
        const auto response = get(path);
        EXPECT_TRUE(!response || response->body_text() == "<page>") << path;
    }
    EXPECT_FALSE(get("/late.txt").has_value());
    EXPECT_FALSE(get("/client.3f9ac01d22.wasm.br").has_value());
}

TEST(ContentHash, IsEightOrMoreHexadecimalDigitsBetweenDots) {
    EXPECT_TRUE(has_content_hash("client.3f9ac01d.wasm"));
    EXPECT_TRUE(has_content_hash("a.b.0123456789abcdef.js"));
    EXPECT_FALSE(has_content_hash("client.wasm"));
    EXPECT_FALSE(has_content_hash("client.3f9ac01.js"));
    EXPECT_FALSE(has_content_hash("client.original.js"));
    EXPECT_FALSE(has_content_hash("0123456789abcdef.js"));
    EXPECT_FALSE(has_content_hash("client.0123456789abcdef"));
}

}  // namespace
}  // namespace xueshi::http
