#include "core/enrolment/substitution.h"

namespace xueshi::enrolment {

SubstitutionState Substitution::state() const {
    if (moves.empty()) return SubstitutionState::Requested;
    switch (moves.rbegin()->second.move) {
        case SubstitutionMove::DistrictApproved: return SubstitutionState::DistrictApproved;
        case SubstitutionMove::Confirmed: return SubstitutionState::Confirmed;
        case SubstitutionMove::Refused: return SubstitutionState::Refused;
    }
    return SubstitutionState::Requested;
}

bool Substitution::is_open() const {
    const SubstitutionState now = state();
    return now == SubstitutionState::Requested || now == SubstitutionState::DistrictApproved;
}

bool Substitution::has(DocumentKind kind) const {
    for (const auto& [stamp, document] : documents) {
        if (document.kind == kind) return true;
    }
    return false;
}

void apply(Substitutions& substitutions, const SubstitutionRequested& event, const Stamp& stamp) {
    substitutions[event.substitution_id].requested.offer(event, stamp);
}

void apply(Substitutions& substitutions, const SubstitutionMoved& event, const Stamp& stamp) {
    substitutions[event.substitution_id].moves.try_emplace(stamp, event);
}

void apply(Substitutions& substitutions, const SubstitutionDocumentAttached& event, const Stamp& stamp) {
    substitutions[event.substitution_id].documents.try_emplace(stamp, event);
}

}  // namespace xueshi::enrolment
