#include <algorithm>

#include "core/diagnostic/diagnostic.h"
#include "core/diagnostic/diagnostic_progress.h"

namespace xueshi::diagnostic {
namespace {

// Begun, and its questions at hand; or why not.
Result<const Diagnostic*> find_begun(const DiagnosticContext& context, const DiagnosticId& id) {
    if (context.shelf == nullptr) return make_error(kBankNotAtHand);
    const auto found = context.diagnostics.find(id);
    if (found == context.diagnostics.end() || !found->second.terms.is_written()) {
        return make_error(kUnknownDiagnostic, id.text);
    }
    return &found->second;
}

// Begun and not finished.
Result<const Diagnostic*> find_open(const DiagnosticContext& context, const DiagnosticId& id) {
    const auto begun = find_begun(context, id);
    if (begun && (*begun)->result.is_written()) return make_error(kDiagnosticFinished, id.text);
    return begun;
}

const Item* find_item(const CapabilityShelf& shelf, const DiagnosticTerms& terms, const std::string& item_id) {
    for (const CapabilityLevel level : terms.levels) {
        const CapabilityBank* bank = shelf.find_bank(level, terms.bank_version);
        if (bank == nullptr) continue;
        for (const Item& item : bank->measured.items) {
            if (item.id == item_id) return &item;
        }
    }
    return nullptr;
}

Responses as_registers(const std::vector<LevelResult>& levels) {
    Responses responses;
    for (const LevelResult& level : levels) {
        for (const LoggedResponse& logged : level.responses) {
            responses[logged.item_id].offer(logged.response, Stamp{0, 1, {}});
        }
    }
    return responses;
}

}  // namespace

Result<DiagnosticBegun> decide(const DiagnosticContext& context, const BeginDiagnostic& command) {
    if (context.shelf == nullptr) return make_error(kBankNotAtHand);
    const auto found = context.diagnostics.find(command.diagnostic_id);
    if (found != context.diagnostics.end() && found->second.terms.is_written()) {
        return make_error(kDiagnosticExists, command.diagnostic_id.text);
    }
    DiagnosticBegun event;
    event.diagnostic_id = command.diagnostic_id;
    event.terms = {.bank_version = context.shelf->newest_version(),
                   .mode = command.mode,
                   .stage = context.stage,
                   .subject = context.subject,
                   .equipment = command.equipment,
                   .levels = levels_for(command.equipment),
                   .seed = command.seed,
                   .begun_at = context.now};
    if (const Outcome outcome = check(context, event); !outcome) return outcome.error();
    return event;
}

Result<ItemAnswered> decide(const DiagnosticContext& context, const AnswerItem& command) {
    const auto open = find_open(context, command.diagnostic_id);
    if (!open) return open.error();
    const ItemAnswered event{command.diagnostic_id, command.item_id, command.response};
    if (const Outcome outcome = check(context, event); !outcome) return outcome.error();
    const DiagnosticTerms& terms = (*open)->terms.value;
    const auto progress = follow_diagnostic(*context.shelf, terms, (*open)->responses);
    if (!progress) return progress.error();
    const bool is_asked = std::any_of(progress->asked.begin(), progress->asked.end(), [&](const AskedItem& asked) {
        const CapabilityBank* bank = context.shelf->find_bank(asked.level, terms.bank_version);
        return bank->measured.items[asked.item].id == command.item_id;
    });
    if (!is_asked) return make_error(kItemNotAsked, command.item_id);
    return event;
}

Result<DiagnosticFinished> decide(const DiagnosticContext& context, const FinishDiagnostic& command) {
    const auto open = find_open(context, command.diagnostic_id);
    if (!open) return open.error();
    const auto progress = follow_diagnostic(*context.shelf, (*open)->terms.value, (*open)->responses);
    if (!progress) return progress.error();
    if (!progress->is_complete()) {
        return make_error(kDiagnosticUnfinished, std::to_string(progress->likely_left));
    }
    return DiagnosticFinished{command.diagnostic_id, {progress->levels, context.now}};
}

Outcome check(const DiagnosticContext& context, const DiagnosticBegun& event) {
    if (context.shelf == nullptr) return make_error(kBankNotAtHand);
    const DiagnosticTerms& terms = event.terms;
    if (terms.seed >= kSeedLimit) return make_error(kOutOfRange, "seed");
    if (terms.levels != levels_for(terms.equipment)) return make_error(kOutOfRange, "levels");
    for (const CapabilityLevel level : terms.levels) {
        if (context.shelf->find_bank(level, terms.bank_version) == nullptr) {
            return make_error(kOutOfRange, "bank_version");
        }
    }
    return Done{};
}

Outcome check(const DiagnosticContext& context, const ItemAnswered& event) {
    const auto begun = find_begun(context, event.diagnostic_id);
    if (!begun) return begun.error();
    const Item* item = find_item(*context.shelf, (*begun)->terms.value, event.item_id);
    if (item == nullptr) return make_error(kItemNotAsked, event.item_id);
    if (event.response < 0 || event.response > item->highest_response()) return make_error(kOutOfRange, event.item_id);
    return Done{};
}

Outcome check(const DiagnosticContext& context, const DiagnosticFinished& event) {
    const auto begun = find_begun(context, event.diagnostic_id);
    if (!begun) return begun.error();
    const auto progress =
        follow_diagnostic(*context.shelf, (*begun)->terms.value, as_registers(event.result.levels));
    if (!progress) return progress.error();
    if (!progress->is_complete() || !(progress->levels == event.result.levels)) {
        return make_error(kScoreDiffers, event.diagnostic_id.text);
    }
    return Done{};
}

}  // namespace xueshi::diagnostic
