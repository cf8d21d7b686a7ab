#include "tests/support/taken_diagnostic.h"

#include <cstdlib>

#include "tests/support/product_banks.h"

namespace xueshi::testing {
namespace {

template <class Command>
std::string decide_and_apply(TakenDiagnostic& taken, const Command& command) {
    auto event = diagnostic::decide(taken.context(), command);
    if (!event) return std::string(event.error().code.name());
    diagnostic::apply(taken.diagnostics, *event, Stamp{++taken.last_stamp, 0, "desk"});
    return {};
}

const diagnostic::Item* find_item(const std::string& id) {
    for (const diagnostic::CapabilityBank& bank : product_shelf().banks) {
        for (const diagnostic::Item& item : bank.measured.items) {
            if (item.id == id) return &item;
        }
    }
    return nullptr;
}

}  // namespace

diagnostic::DiagnosticContext TakenDiagnostic::context() const {
    return {.now = now,
            .stage = stage,
            .subject = subject,
            .diagnostics = diagnostics,
            .shelf = &product_shelf()};
}

std::string TakenDiagnostic::begin(std::vector<diagnostic::Equipment> equipment,
                                   diagnostic::TestMode mode,
                                   std::uint64_t seed) {
    return decide_and_apply(*this,
                            diagnostic::BeginDiagnostic{id, seed, mode, std::move(equipment)});
}

std::string TakenDiagnostic::answer(const std::string& item_id, int response) {
    return decide_and_apply(*this, diagnostic::AnswerItem{id, item_id, response});
}

std::string TakenDiagnostic::finish() {
    return decide_and_apply(*this, diagnostic::FinishDiagnostic{id});
}

diagnostic::DiagnosticProgress TakenDiagnostic::progress() const {
    const diagnostic::Diagnostic& taken = diagnostics.at(id);
    auto progress =
        diagnostic::follow_diagnostic(product_shelf(), taken.terms.value, taken.responses);
    if (!progress) std::abort();
    return std::move(*progress);
}

std::string TakenDiagnostic::open_item() const {
    const diagnostic::DiagnosticProgress followed = progress();
    if (followed.is_complete()) return {};
    const diagnostic::AskedItem& asked = followed.asked.back();
    return product_bank(asked.level).measured.items[asked.item].id;
}

int TakenDiagnostic::highest_response(const std::string& item_id) const {
    return find_item(item_id)->highest_response();
}

void TakenDiagnostic::answer_all(const std::function<int(int)>& choose) {
    for (std::string item = open_item(); !item.empty(); item = open_item()) {
        if (!answer(item, choose(highest_response(item))).empty()) std::abort();
    }
}

}  // namespace xueshi::testing
