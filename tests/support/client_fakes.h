// The client's ports without a browser: answers are given by the test, nothing is random, nothing waits.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/codec/planning_exchange_json.h"
#include "core/codec/planning_problem_json.h"
#include "core/plan/plan_pieces.h"
#include "web/ports/clock.h"
#include "web/ports/device_store.h"
#include "web/ports/entropy.h"
#include "web/ports/files.h"
#include "web/ports/library.h"
#include "web/ports/lifecycle.h"
#include "web/ports/navigation.h"
#include "web/ports/page_language.h"
#include "web/ports/planner.h"
#include "web/ports/printer.h"
#include "web/ports/release.h"
#include "web/ports/tabs.h"
#include "web/ports/transport.h"
#include "web/ports/uploads.h"

namespace xueshi::testing {

class FakeTransport final : public ports::Transport {
  public:
    ports::RequestId send(ports::HttpRequest request) override {
        sent_.push_back({++last_id_, std::move(request)});
        return last_id_;
    }
    void cancel(ports::RequestId request) override {
        std::erase_if(sent_, [request](const auto& entry) { return entry.first == request; });
    }
    std::vector<ports::HttpResponse> take_responses() override { return std::exchange(responses_, {}); }

    // The requests nobody answered yet, oldest first.
    const std::vector<std::pair<ports::RequestId, ports::HttpRequest>>& waiting() const { return sent_; }

    // Takes the oldest waiting request whose path starts so; fails the test's expectation when there is none.
    std::optional<ports::HttpRequest> answer(std::string_view path, int status, std::string body) {
        return settle(path, ports::HttpResponse::Outcome::Answered, status, std::move(body));
    }
    std::optional<ports::HttpRequest> lose(std::string_view path) {
        return settle(path, ports::HttpResponse::Outcome::Unreachable, 0, {});
    }

    // Gives the waiting request at that place this answer.
    void settle_at(std::size_t index, ports::HttpResponse response) {
        sent_.erase(sent_.begin() + static_cast<std::ptrdiff_t>(index));
        responses_.push_back(std::move(response));
    }

  private:
    std::optional<ports::HttpRequest> settle(std::string_view path, ports::HttpResponse::Outcome outcome,
                                             int status, std::string body) {
        for (std::size_t i = 0; i < sent_.size(); ++i) {
            if (!sent_[i].second.path.starts_with(path)) continue;
            ports::HttpResponse response;
            response.request = sent_[i].first;
            response.outcome = outcome;
            response.status = status;
            response.body = std::move(body);
            responses_.push_back(std::move(response));
            ports::HttpRequest request = std::move(sent_[i].second);
            sent_.erase(sent_.begin() + static_cast<std::ptrdiff_t>(i));
            return request;
        }
        return std::nullopt;
    }

    std::vector<std::pair<ports::RequestId, ports::HttpRequest>> sent_;
    std::vector<ports::HttpResponse> responses_;
    ports::RequestId last_id_ = 0;
};

class FakeNavigation final : public ports::Navigation {
  public:
    const std::string& route() const override { return history_.back(); }
    void push(std::string_view route) override {
        if (route != history_.back()) history_.emplace_back(route);
    }
    void replace(std::string_view route) override { history_.back() = route; }
    void back() override {
        if (history_.size() > 1) history_.pop_back();
    }
    void set_title(std::string_view title) override { title_ = title; }
    const std::string& title() const { return title_; }

  private:
    std::vector<std::string> history_{"/"};
    std::string title_;
};

class FakePageLanguage final : public ports::PageLanguage {
  public:
    explicit FakePageLanguage(std::string tag) : tag_(std::move(tag)) {}
    std::string tag() const override { return tag_; }
    void set_tag(std::string_view tag) override { tag_ = tag; }
    void fetch_words(std::string_view tag) override { fetched.emplace_back(tag); }
    std::optional<std::string> take_words() override { return std::exchange(arrived, std::nullopt); }

    std::vector<std::string> fetched;
    std::optional<std::string> arrived;  // what the next frame finds

  private:
    std::string tag_;
};

// Counts upwards: different each time, the same in every run.
class CountingEntropy final : public ports::Entropy {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = next_++;
        ++fills_;
        if (bytes.size() >= 2) bytes[0] = static_cast<std::uint8_t>(fills_), bytes[1] = static_cast<std::uint8_t>(fills_ >> 8);
    }
    // Devices that begin at different bytes make different identities.
    void start_at(std::uint8_t byte) { next_ = byte; }

  private:
    std::uint8_t next_ = 1;
    unsigned fills_ = 0;
};

// A device's disk in a process: batches are whole, answers come in order when the test lets them.
class FakeStore final : public ports::DeviceStore {
  public:
    using Disk = std::map<std::string, std::string>;

    explicit FakeStore(Disk& disk) : disk_(disk) {}

    ports::StoreRequest read(std::string_view prefix) override {
        waiting_.push_back({++last_request_, true, std::string(prefix), {}});
        return last_request_;
    }
    ports::StoreRequest write(const ports::StoreBatch& batch) override {
        waiting_.push_back({++last_request_, false, {}, batch});
        return last_request_;
    }
    std::vector<ports::StoreAnswer> take_answers() override {
        std::vector<ports::StoreAnswer> answers;
        while (!waiting_.empty() && !is_held) answers.push_back(answer_next());
        return answers;
    }
    void ask_to_keep() override { was_asked_to_keep = true; }

    // What is under way takes effect although nobody hears of it, as when a browser is killed late.
    void settle(std::size_t requests) {
        for (; requests > 0 && !waiting_.empty(); --requests) answer_next();
    }
    std::size_t waiting() const { return waiting_.size(); }

    ports::StoreProblem problem = ports::StoreProblem::None;  // of every request from now on
    bool is_held = false;                                     // nothing is answered
    bool was_asked_to_keep = false;

  private:
    struct Asked {
        ports::StoreRequest request;
        bool is_read;
        std::string prefix;
        ports::StoreBatch batch;
    };

    ports::StoreAnswer answer_next() {
        const Asked asked = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        // A full disk can still be read.
        const bool fails = problem != ports::StoreProblem::None && !(asked.is_read && problem == ports::StoreProblem::Full);
        ports::StoreAnswer answer{asked.request, fails ? problem : ports::StoreProblem::None, {}};
        if (fails) return answer;
        for (const std::string& removal : asked.batch.removals) {
            std::erase_if(disk_, [&](const auto& entry) {
                return removal.back() == '/' ? entry.first.starts_with(removal) : entry.first == removal;
            });
        }
        for (const ports::StoreRecord& put : asked.batch.puts) disk_[put.name] = put.value;
        if (!asked.is_read) return answer;
        for (const auto& [name, value] : disk_) {
            if (name.starts_with(asked.prefix)) answer.records.push_back({name, value});
        }
        return answer;
    }

    Disk& disk_;
    std::vector<Asked> waiting_;
    ports::StoreRequest last_request_ = 0;
};

// The tabs of one browser: what one posts the others hear; a name is owned until its tab ends.
class FakeBrowser {
  public:
    class Tab final : public ports::Tabs {
      public:
        explicit Tab(FakeBrowser& browser) : browser_(&browser) { browser_->tabs_.push_back(this); }
        Tab(const Tab&) = delete;
        Tab& operator=(const Tab&) = delete;
        ~Tab() override {
            std::erase(browser_->tabs_, this);
            std::erase_if(browser_->owners_, [this](const auto& entry) { return entry.second == this; });
            for (Tab* other : browser_->tabs_) other->claim_again();
        }
        void release(std::string_view name) override {
            const auto owner = browser_->owners_.find(std::string(name));
            if (owner == browser_->owners_.end() || owner->second != this) return;
            browser_->owners_.erase(owner);
            for (Tab* other : browser_->tabs_) other->claim_again();
        }
        bool can_claim() const override { return true; }
        void claim(std::string_view name, bool waits) override {
            // As with Web Locks: what is owned is refused, whoever owns it.
            const bool is_granted = browser_->owners_.try_emplace(std::string(name), this).second;
            claims_.push_back({std::string(name), is_granted});
            if (!is_granted && waits) waited_.emplace_back(name);
        }
        std::vector<ports::ClaimAnswer> take_claims() override { return std::exchange(claims_, {}); }
        std::string remembered() const override { return word; }
        void remember(std::string_view kept) override { word = kept; }
        void post(std::string_view message) override {
            for (Tab* other : browser_->tabs_) {
                if (other != this) other->messages_.emplace_back(message);
            }
        }
        std::vector<std::string> take_messages() override { return std::exchange(messages_, {}); }

        std::string word;  // what the page before left, and what this one leaves

      private:
        void claim_again() {
            std::erase_if(waited_, [this](const std::string& name) {
                if (!browser_->owners_.try_emplace(name, this).second) return false;
                claims_.push_back({name, true});
                return true;
            });
        }

        FakeBrowser* browser_;
        std::vector<ports::ClaimAnswer> claims_;
        std::vector<std::string> messages_;
        std::vector<std::string> waited_;
    };

  private:
    std::vector<Tab*> tabs_;
    std::map<std::string, Tab*> owners_;
};

class FakeFiles final : public ports::Files {
  public:
    void save(std::string_view name, std::string_view text) override { saved.emplace_back(name, text); }
    void save_from(std::string_view path) override { saved_from.emplace_back(path); }
    void ask_for_file() override { was_asked = true; }
    std::vector<std::string> take_files() override { return std::exchange(chosen, {}); }

    std::vector<std::pair<std::string, std::string>> saved;
    std::vector<std::string> saved_from;
    std::vector<std::string> chosen;
    bool was_asked = false;
};

// Keeps what it is asked to print.
class FakePrinter final : public ports::Printer {
  public:
    void print(std::string_view page) override { printed.emplace_back(page); }
    bool take_failure() override { return std::exchange(has_failed, false); }

    std::vector<std::string> printed;
    bool has_failed = false;
};

// Tells of an upload what the test says.
class FakeUploads final : public ports::Uploads {
  public:
    void ask(std::string_view path, std::string_view csrf) override {
        asked.emplace_back(path, csrf);
        news.reset();
    }
    void cancel() override {
        ++cancelled;
        news.reset();
    }
    std::optional<ports::UploadNews> take_news() override { return std::exchange(news, std::nullopt); }

    std::vector<std::pair<std::string, std::string>> asked;
    std::optional<ports::UploadNews> news;
    int cancelled = 0;
};

// Has the shipped questions when the test says so; until then a fetch is on its way.
class FakeLibrary final : public ports::Library {
  public:
    void fetch(ports::DocumentName) override { ++fetched; }
    std::optional<ports::ArrivedDocument> take() override {
        if (arriving.empty()) return std::nullopt;
        std::string bytes = std::move(arriving.front());
        arriving.erase(arriving.begin());
        return ports::ArrivedDocument{ports::DocumentName::Capability, std::move(bytes)};
    }

    std::vector<std::string> arriving;  // empty bytes: it could not be had
    int fetched = 0;
};

class FakeCalendar final : public ports::Clock {
  public:
    double monotonic_ms() const override { return 0; }
    std::int64_t wall_ms() const override { return now; }
    std::int64_t now = 1'700'000'000'000;
};

class FakeLifecycle final : public ports::Lifecycle {
  public:
    bool visible() const override { return is_visible; }
    bool online() const override { return is_online; }
    bool is_visible = true;
    bool is_online = true;
};

// Counts what it is asked to do; the test says what there is.
class FakeRelease final : public ports::Release {
  public:
    ports::ReleaseState state() const override { return now; }
    void take() override { ++taken; }
    void install() override { ++installed; }

    ports::ReleaseState now;
    int taken = 0;
    int installed = 0;
};

// Solves piece by piece when asked for answers, as a worker would meanwhile.
class InlinePlanner final : public ports::Planner {
  public:
    void prepare() override {}
    ports::PlannerJob start(std::string problem) override {
        auto read = codec::read_planning_problem(breaks_problems_ ? "" : problem);
        last_problem = std::move(problem);
        ++started_;
        pieces_.reset();
        answers_.clear();
        if (read) {
            pieces_ = std::make_unique<plan::PlanPieces>(std::move(*read));
        } else {
            answers_ = {{last_job_ + 1, codec::write_planning_refusal(read.error())}};
        }
        return ++last_job_;
    }
    void stop() override { pieces_.reset(); }
    // From now on what arrives is no problem.
    void break_problems() { breaks_problems_ = true; }
    std::vector<ports::PlannerAnswer> take_answers() override {
        if (!late_.empty()) return std::exchange(late_, {});
        if (pieces_) {
            if (const auto piece = pieces_->next()) answers_.push_back({last_job_, codec::write_plan_piece(*piece)});
        }
        return std::exchange(answers_, {});
    }
    // Answers that were on their way when a newer job was started: they arrive before its own.
    void answer_late(std::vector<ports::PlannerAnswer> answers) { late_ = std::move(answers); }
    int started() const { return started_; }
    bool is_idle() const { return pieces_ == nullptr; }

    std::string last_problem;

  private:
    std::unique_ptr<plan::PlanPieces> pieces_;
    std::vector<ports::PlannerAnswer> answers_, late_;
    ports::PlannerJob last_job_ = 0;
    int started_ = 0;
    bool breaks_problems_ = false;
};

}  // namespace xueshi::testing
