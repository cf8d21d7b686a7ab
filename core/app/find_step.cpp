#include "core/app/find_step.h"

namespace xueshi::app {
namespace {

using enrolment::ProjectRoster;

// What makes two numbers the same.
std::string plain_number(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (letter == 'O') letter = '0';
        if (letter == 'I' || letter == 'L') letter = '1';
        if ((letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z')) plain += letter;
    }
    return plain;
}

struct Search {
    std::string number;
    bool is(const ReceiptId& receipt) const { return plain_number(receipt.text) == number; }
};

std::optional<FoundStep> find_in(const enrolment::SpecialProject& project, const ProjectRoster& roster, const Search& search) {
    for (const auto& [id, enrolment] : roster.enrolments) {
        if (!enrolment.opened.is_written()) continue;
        // The list and its receipts are in one order, and made only where one of them is meant.
        bool is_here = search.is(enrolment.opened.value.receipt_id);
        for (const auto& [stamp, moved] : enrolment.moves) is_here = is_here || search.is(moved.receipt_id);
        if (!is_here) continue;
        for (HistoryEntry& entry : history_of(project, enrolment)) {
            if (plain_number(entry.receipt) != search.number) continue;
            FoundStep found{project.title, enrolment.applicant().name, {}, entry.at, entry.by};
            found.entry = std::move(entry);
            return found;
        }
    }
    for (const auto& [id, substitution] : roster.substitutions) {
        const auto& requested = substitution.requested.value;
        if (search.is(requested.receipt_id)) {
            return FoundStep{project.title, requested.replacement.name, {}, requested.at, requested.by};
        }
        for (const auto& [stamp, moved] : substitution.moves) {
            if (search.is(moved.receipt_id)) {
                return FoundStep{project.title, requested.replacement.name, {}, moved.at, moved.by};
            }
        }
        for (const auto& [stamp, document] : substitution.documents) {
            if (search.is(document.receipt_id)) {
                return FoundStep{project.title, requested.replacement.name, {}, document.at, document.by};
            }
        }
    }
    for (const auto& [stamp, moved] : roster.study_away.moves) {
        if (search.is(moved.receipt_id)) return FoundStep{project.title, {}, {}, moved.at, moved.by};
    }
    return std::nullopt;
}

}  // namespace

[[gnu::noinline]] std::optional<FoundStep> find_step(const SpecialState& state, std::string_view receipt) {
    const Search search{plain_number(receipt)};
    if (search.number.empty()) return std::nullopt;
    for (const auto& [id, published] : state.projects) {
        const ProjectRoster* roster = state.find_roster(id);
        if (roster == nullptr) continue;
        if (auto found = find_in(published.value, *roster, search)) return found;
    }
    for (const auto& [id, deputation] : state.deputations) {
        const organisation::DeputyNamed& named = deputation.named.value;
        if (search.is(named.receipt_id)) return FoundStep{{}, named.deputy_name, {}, named.at, {named.holder_name, {}}};
    }
    return std::nullopt;
}

}  // namespace xueshi::app
