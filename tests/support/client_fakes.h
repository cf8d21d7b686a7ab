// The client's ports without a browser: answers are given by the test, nothing is random, nothing waits.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/ports/entropy.h"
#include "core/codec/planning_problem_json.h"
#include "core/plan/solve.h"
#include "web/ports/navigation.h"
#include "web/ports/page_language.h"
#include "web/ports/planner.h"
#include "web/ports/release.h"
#include "web/ports/transport.h"

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
    }

  private:
    std::uint8_t next_ = 1;
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

// Solves at once, but answers only when asked for answers, as a worker would.
class InlinePlanner final : public ports::Planner {
  public:
    void prepare() override {}
    ports::PlannerJob start(std::string problem) override {
        const auto read = codec::read_planning_problem(problem);
        answers_ = {{++last_job_, read ? codec::write_planning_answer(plan::solve(*read), 0) : std::string()}};
        return last_job_;
    }
    std::vector<ports::PlannerAnswer> take_answers() override { return std::exchange(answers_, {}); }

  private:
    std::vector<ports::PlannerAnswer> answers_;
    ports::PlannerJob last_job_ = 0;
};

}  // namespace xueshi::testing
