#include "core/diagnostic/diagnostic_progress.h"

#include <algorithm>
#include <cmath>

#include "core/diagnostic/adaptive_run.h"
#include "core/diagnostic/capability_settings.h"
#include "core/diagnostic/classical_form.h"

namespace xueshi::diagnostic {
namespace {

// What an item tells beside the one that is next: the best are asked first.
constexpr double kLaterItemsTell = 0.85;

// An answer out of the item's range is no answer: it waits.
std::optional<int> answer_to(const Item& item, const Responses& responses) {
    const auto found = responses.find(item.id);
    if (found == responses.end() || !found->second.is_written()) return std::nullopt;
    const int response = found->second.value;
    if (response < 0 || response > item.highest_response()) return std::nullopt;
    return response;
}

// Each level draws from a stream of its own, so that what is closed in one says nothing of the other.
std::uint64_t seed_of(const DiagnosticTerms& terms, CapabilityLevel level) {
    return terms.seed * 2 + static_cast<std::uint64_t>(level);
}

int likely_left(const AdaptiveRun& run, const StopRules& stop) {
    const auto done = static_cast<int>(run.steps.size());
    const double se = run.estimate.standard_error;
    const double missing = 1 / (stop.standard_error * stop.standard_error) - 1 / (se * se);
    const double each = std::max(0.05, run.next->information * kLaterItemsTell);
    const int by_error = static_cast<int>(std::ceil(std::max(0.0, missing) / each));
    const int least = std::max(1, static_cast<int>(stop.min_items) - done);
    return std::clamp(by_error, least, std::max(least, static_cast<int>(stop.max_items) - done));
}

// One level's part of a diagnostic.
class LevelWalk {
  public:
    LevelWalk(const CapabilityBank& bank, const DiagnosticTerms& terms, const Responses& responses)
        : bank_(bank), terms_(terms), responses_(responses) {
        result_.level = bank.level;
        if (terms.mode == TestMode::Adaptive) {
            walk_adaptively();
        } else {
            walk_the_form();
        }
    }

    const std::vector<AskedItem>& asked() const { return asked_; }
    const LevelResult& result() const { return result_; }
    int likely_left() const { return likely_left_; }

  private:
    // Whether there was an answer.
    std::optional<int> ask(std::size_t item) {
        const std::optional<int> response = answer_to(bank_.measured.items[item], responses_);
        asked_.push_back({bank_.level, item, response});
        if (response) result_.responses.push_back({bank_.measured.items[item].id, *response});
        return response;
    }

    void walk_adaptively() {
        const AdaptiveSettings settings = capability_settings(
            std::string(stage_name(terms_.stage)), terms_.subject, seed_of(terms_, bank_.level));
        AdaptiveRun run = begin_run(bank_.measured, settings);
        while (run.next) {
            const std::optional<int> response = ask(run.next->item);
            if (!response) {
                likely_left_ = diagnostic::likely_left(run, settings.stop);
                return;
            }
            if (!record_response(run, bank_.measured, settings, *response)) return;  // in range: it is taken
        }
        result_.estimate = run.estimate;
    }

    // The estimate is of the same answers as the shares of credit, so that both modes can be compared.
    void walk_the_form() {
        const AdaptiveSettings settings = capability_settings({}, {}, 0);
        std::vector<double> posterior = log_prior(settings.prior, settings.quadrature);
        const std::vector<std::size_t> form = classical_form(bank_, terms_.stage, terms_.subject);
        for (std::size_t i = 0; i < form.size(); ++i) {
            const std::optional<int> response = ask(form[i]);
            if (!response) {
                likely_left_ = static_cast<int>(form.size() - i);
                return;
            }
            add_response(posterior, settings.quadrature, bank_.measured.items[form[i]], *response);
        }
        result_.estimate = expected_ability(posterior, settings.quadrature);
    }

    const CapabilityBank& bank_;
    const DiagnosticTerms& terms_;
    const Responses& responses_;
    std::vector<AskedItem> asked_;
    LevelResult result_;
    int likely_left_ = 0;
};

int usual_items(const CapabilityBank& bank, const DiagnosticTerms& terms) {
    if (terms.mode == TestMode::Adaptive) return kUsualItems;
    return static_cast<int>(classical_form(bank, terms.stage, terms.subject).size());
}

}  // namespace

Result<DiagnosticProgress> follow_diagnostic(const CapabilityShelf& shelf,
                                             const DiagnosticTerms& terms,
                                             const Responses& responses) {
    DiagnosticProgress progress;
    for (const CapabilityLevel level : terms.levels) {
        const CapabilityBank* bank = shelf.find_bank(level, terms.bank_version);
        if (bank == nullptr) return make_error(kBankNotAtHand, std::string(level_name(level)));
        if (progress.likely_left > 0) {
            progress.likely_left += usual_items(*bank, terms);
            continue;
        }
        LevelWalk walk(*bank, terms, responses);
        progress.asked.insert(progress.asked.end(), walk.asked().begin(), walk.asked().end());
        progress.likely_left = walk.likely_left();
        if (walk.likely_left() == 0) progress.levels.push_back(walk.result());
    }
    return progress;
}

CapabilityScore score_level(const CapabilityBank& bank, TestMode mode, const LevelResult& result) {
    return mode == TestMode::Adaptive ? score_capability(bank, result.estimate) : score_classically(bank, result);
}

}  // namespace xueshi::diagnostic
