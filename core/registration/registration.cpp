#include "core/registration/registration.h"

#include <algorithm>
#include <utility>

#include "core/base/alternatives.h"

namespace xueshi::registration {
namespace {

void apply_to(Registration& registration, const RegistrationOpened& fact, const Stamp& stamp) {
    registration.opened.offer(fact, stamp);
}
void apply_to(Registration& registration, const RegistrationMoved& fact, const Stamp& stamp) {
    registration.moves.try_emplace(stamp, fact);
}

void leave_alone(Content& content, const TeacherId& teacher) {
    std::erase_if(content.participants, [&](const Participant& each) { return !(each.teacher_id == teacher); });
    content.evidence.clear();
}

bool is_named(const Content& content, const TeacherId& teacher) {
    return std::any_of(content.participants.begin(), content.participants.end(),
                       [&](const Participant& each) { return each.teacher_id == teacher; });
}

// The last move with a content; null when that is the opening.
const RegistrationMoved* last_content(const Registration& registration) {
    const auto& moves = registration.moves;
    const auto found = std::find_if(moves.rbegin(), moves.rend(), [](const auto& each) { return each.second.content.has_value(); });
    return found == moves.rend() ? nullptr : &found->second;
}

}  // namespace

RegistrationState Registration::state() const {
    return moves.empty() ? opened.value.state : moves.rbegin()->second.state;
}

const Content& Registration::content() const {
    const RegistrationMoved* last = last_content(*this);
    return last == nullptr ? opened.value.content : *last->content;
}

const AccountId& Registration::handed_in_by() const {
    const RegistrationMoved* last = last_content(*this);
    return last == nullptr ? opened.value.by_account : last->by_account;
}

std::string Registration::last_reason() const { return moves.empty() ? std::string{} : moves.rbegin()->second.reason; }

bool Registration::is_live() const {
    return state() == RegistrationState::InReview || state() == RegistrationState::Recorded;
}

void apply(Registrations& registrations, const RegistrationFact& fact, const Stamp& stamp) {
    Registration& registration = registrations[key_of(fact)];
    with_alternative(fact, [&](const auto& one) { apply_to(registration, one, stamp); });
}

RegistrationFact as_told_to(RegistrationFact fact, const TeacherId& teacher) {
    if (auto* opened = std::get_if<RegistrationOpened>(&fact)) leave_alone(opened->content, teacher);
    if (auto* moved = std::get_if<RegistrationMoved>(&fact); moved != nullptr && moved->content) {
        leave_alone(*moved->content, teacher);
    }
    return fact;
}

const RegistrationOpened* opening_untold(const Registration* before, const TeacherId& teacher) {
    if (before == nullptr) return nullptr;
    const RegistrationOpened& opened = before->opened.value;
    const bool is_told = is_named(opened.content, teacher) || is_named(before->content(), teacher);
    return is_told ? nullptr : &opened;
}

std::vector<Participant> concerned_by(const RegistrationFact& fact, const Registration* before) {
    std::vector<Participant> all;
    const auto add = [&](const std::vector<Participant>& participants) {
        for (const Participant& each : participants) {
            const bool is_new = std::none_of(all.begin(), all.end(), [&](const Participant& other) {
                return other.teacher_id == each.teacher_id;
            });
            if (is_new) all.push_back(each);
        }
    };
    if (before != nullptr) add(before->content().participants);
    if (const auto* opened = std::get_if<RegistrationOpened>(&fact)) add(opened->content.participants);
    if (const auto* moved = std::get_if<RegistrationMoved>(&fact); moved != nullptr && moved->content) {
        add(moved->content->participants);
    }
    return all;
}

RegistrationKey key_of(const RegistrationOpened& opened) {
    if (opened.source == ledger::HourSource::SchoolBased) return {{{}, opened.unit_id}, opened.registration_id};
    const std::vector<Participant>& participants = opened.content.participants;
    return {{participants.empty() ? TeacherId{} : participants.front().teacher_id, {}}, opened.registration_id};
}

RegistrationKey key_of(const RegistrationFact& fact) {
    if (const auto* opened = std::get_if<RegistrationOpened>(&fact)) return key_of(*opened);
    const auto& moved = *std::get_if<RegistrationMoved>(&fact);
    return {moved.in, moved.registration_id};
}

}  // namespace xueshi::registration
