// A whole server without sockets: store, sign-in, authority and routes, driven by Request values.
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/codec/strict_json.h"
#include "server/http/application.h"
#include "server/store/sqlite_event_store.h"
#include "tests/server/support/small_city.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::test {

// What a browser keeps between requests.
struct Browser {
    std::string cookie;  // "xueshi_session=…", empty when signed out
    std::string csrf;
};

class ServerFixture : public ::testing::Test {
  protected:
    ServerFixture();

    // Starts the server anew on the same data, as after a crash or an upgrade.
    void restart();

    http::Response get(const Browser& browser, const std::string& target);
    // A change made by our own page: origin, content type and proof are right.
    http::Response post(const Browser& browser, const std::string& path, const std::string& body);
    http::Response send(http::Request request);

    http::Response try_sign_in(const std::string& login, const std::string& password);
    Browser sign_in(const std::string& login);

    http::Request request_of(const Browser& browser,
                             const std::string& method,
                             const std::string& target);
    http::Request push_request(const Browser& browser, const std::string& body);

    store::EventStore& event_store() { return *store_; }
    authority::OperationRunner& operations() { return *operations_; }
    http::Application& application() { return *application_; }
    const http::Router& router() const { return application_->router(); }
    std::string log_text() const { return log_out_.str(); }
    store::AttachmentFiles& attachments() { return attachments_; }
    const std::filesystem::path& folder() const { return folder_.path(); }

    std::int64_t real_now_ms = 1'800'000'000'000;
    std::chrono::milliseconds domain_elapsed{0};

  private:
    void stop();

    TemporaryFolder folder_;
    std::ostringstream log_out_;
    http::JsonLog log_{log_out_};
    http::StaticFiles files_;
    store::AttachmentFiles attachments_{store::attachment_folder(folder_.path())};
    std::unique_ptr<store::SqliteEventStore> store_;
    std::unique_ptr<authority::AuthorityClock> clock_;
    std::unique_ptr<auth::SignIn> sign_in_;
    std::unique_ptr<authority::OperationRunner> operations_;
    std::unique_ptr<authority::DeputyBook> deputies_;
    std::unique_ptr<certificates::CertificateOffice> certificates_;
    std::unique_ptr<http::Application> application_;
};

// The `code` of a problem document; checks that the answer is one and agrees with its status.
std::string problem_code(const http::Response& response);

// A member of the answer's JSON document, as text; empty when it is not there.
std::string member_of(const http::Response& response, const std::string& name);

// ---- push bodies ----

inline const std::string kDevice(32, 'a');
inline const std::string kOtherDevice(32, 'b');

struct PushedOperation {
    int sequence = 1;
    std::string kind = "event";
    std::string type = "settings.theme_chosen";
    std::string payload = R"({"theme":"dark"})";
    std::int64_t stamp_ms = kCityNowMs;
};

PushedOperation theme_event(int sequence, const std::string& theme = "dark");
PushedOperation submission(int sequence,
                           const std::string& selection_id,
                           const std::string& run_id);
std::string push_body(const std::string& device, const std::vector<PushedOperation>& operations);

}  // namespace xueshi::test
