#include "core/enrolment/enrolment.h"

#include <iterator>

namespace xueshi::enrolment {

EnrolmentState Enrolment::state() const {
    if (!moves.empty()) return moves.rbegin()->second.state;
    return opened.value.origin == EnrolmentOrigin::SignedUp ? EnrolmentState::InReview : EnrolmentState::Final;
}

PlaceState Enrolment::place() const {
    if (!moves.empty()) return moves.rbegin()->second.place;
    return opened.value.origin == EnrolmentOrigin::SignedUp ? PlaceState::None : PlaceState::Held;
}

std::size_t Enrolment::steps_passed() const {
    std::size_t passed = 0;
    for (const auto& [stamp, moved] : moves) {
        if (moved.move == EnrolmentMove::Approved) ++passed;
        if (moved.move == EnrolmentMove::Resubmitted) passed = 0;
    }
    return passed;
}

Stamp Enrolment::waiting_since() const {
    Stamp since;
    for (auto move = moves.rbegin(); move != moves.rend() && move->second.place == PlaceState::Waiting; ++move) {
        since = move->first;
    }
    return since;
}

bool Enrolment::has_left_final_list() const {
    if (state() != EnrolmentState::Withdrawn) return false;
    const auto last = moves.rbegin();
    const auto before = std::next(last);
    const EnrolmentState left = before != moves.rend()                              ? before->second.state
                                : opened.value.origin == EnrolmentOrigin::SignedUp ? EnrolmentState::InReview
                                                                                    : EnrolmentState::Final;
    return left == EnrolmentState::Final || left == EnrolmentState::Attending;
}

bool Enrolment::is_live() const {
    const EnrolmentState now = state();
    return opened.is_written() && now != EnrolmentState::Refused && now != EnrolmentState::Withdrawn &&
           now != EnrolmentState::Substituted;
}

void apply(Enrolments& enrolments, const EnrolmentOpened& event, const Stamp& stamp) {
    enrolments[event.enrolment_id].opened.offer(event, stamp);
}

void apply(Enrolments& enrolments, const EnrolmentMoved& event, const Stamp& stamp) {
    enrolments[event.enrolment_id].moves.try_emplace(stamp, event);
}

}  // namespace xueshi::enrolment
