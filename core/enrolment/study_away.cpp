#include "core/enrolment/study_away.h"

namespace xueshi::enrolment {

StudyAwayState StudyAway::state() const {
    for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
        switch (move->second.move) {
            case StudyAwayMove::Submitted: return StudyAwayState::Submitted;
            case StudyAwayMove::Approved: return StudyAwayState::Approved;
            case StudyAwayMove::Refused: return StudyAwayState::Refused;
            case StudyAwayMove::LateAllowed: break;
        }
    }
    return StudyAwayState::None;
}

bool StudyAway::is_late_allowed() const {
    for (const auto& [stamp, moved] : moves) {
        if (moved.move == StudyAwayMove::LateAllowed) return true;
    }
    return false;
}

const StudyAwayPlan* StudyAway::plan() const {
    for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
        if (move->second.move == StudyAwayMove::Submitted) return &move->second.plan;
    }
    return nullptr;
}

}  // namespace xueshi::enrolment
