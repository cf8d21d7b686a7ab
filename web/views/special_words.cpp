#include "web/views/special_words.h"

#include "web/views/card_pen.h"

namespace xueshi::views {
namespace {

using enrolment::ApprovalStage;
using enrolment::Condition;
using enrolment::EnrolmentMove;
using enrolment::EnrolmentState;

std::string_view move_words(const locale::Locale& words, EnrolmentMove move) {
    switch (move) {
        case EnrolmentMove::Approved: return words(Message::MoveApproved);
        case EnrolmentMove::Returned: return words(Message::MoveReturned);
        case EnrolmentMove::Refused: return words(Message::MoveRefused);
        case EnrolmentMove::Resubmitted: return words(Message::MoveResubmitted);
        case EnrolmentMove::Withdrawn: return words(Message::MoveWithdrawn);
        case EnrolmentMove::Promoted: return words(Message::MovePromoted);
        case EnrolmentMove::Attending: return words(Message::MoveAttending);
        case EnrolmentMove::Completed: return words(Message::MoveCompleted);
        case EnrolmentMove::Incomplete: return words(Message::MoveIncomplete);
        case EnrolmentMove::NoShow: return words(Message::MoveNoShow);
        case EnrolmentMove::Substituted: return words(Message::MoveSubstituted);
    }
    return {};
}

Message message_of(EnrolmentState state) {
    switch (state) {
        case EnrolmentState::InReview: return Message::StandingInReview;
        case EnrolmentState::Returned: return Message::StandingReturned;
        case EnrolmentState::Refused: return Message::StandingRefused;
        case EnrolmentState::Withdrawn: return Message::StandingWithdrawn;
        case EnrolmentState::Final: return Message::StandingFinal;
        case EnrolmentState::Attending: return Message::StandingAttending;
        case EnrolmentState::Completed: return Message::StandingCompleted;
        case EnrolmentState::Incomplete: return Message::StandingIncomplete;
        case EnrolmentState::NoShow: return Message::StandingNoShow;
        case EnrolmentState::Substituted: return Message::StandingSubstituted;
    }
    return Message::StandingInReview;
}

ui::Meaning meaning_of(EnrolmentState state) {
    switch (state) {
        case EnrolmentState::Final:
        case EnrolmentState::Attending:
        case EnrolmentState::Completed: return ui::Meaning::Done;
        case EnrolmentState::Returned: return ui::Meaning::Attention;
        case EnrolmentState::Refused:
        case EnrolmentState::Incomplete:
        case EnrolmentState::NoShow: return ui::Meaning::Refused;
        case EnrolmentState::InReview: return ui::Meaning::Wait;
        default: return ui::Meaning::Neutral;
    }
}

}  // namespace

std::string person_words(const locale::Locale& words, const enrolment::Applicant& applicant, int teaching_years) {
    std::string line;
    // What a condition is about first: on a phone the end is cut.
    add_part(words, line, words.format(Message::TeachingYears, {std::to_string(teaching_years)}));
    add_part(words, line, applicant.title);
    add_part(words, line, words.stage(applicant.stage));
    add_part(words, line, words.subject(applicant.subject));
    return line;
}

std::string unmet_words(const locale::Locale& words, const std::vector<enrolment::UnmetCondition>& unmet) {
    std::string line;
    for (const enrolment::UnmetCondition& condition : unmet) {
        switch (condition.condition) {
            case Condition::Stage: add_part(words, line, words(Message::UnmetStage)); break;
            case Condition::Subject: add_part(words, line, words(Message::UnmetSubject)); break;
            case Condition::Title: add_part(words, line, words(Message::UnmetTitle)); break;
            case Condition::Region: add_part(words, line, words(Message::UnmetRegion)); break;
            case Condition::TeachingYears:
                add_part(words, line, words.format(Message::UnmetYears, {std::to_string(condition.missing_years)}));
                break;
        }
    }
    return line;
}

std::string_view stage_words(const locale::Locale& words, ApprovalStage stage) {
    constexpr Message kStages[] = {Message::StagePrincipal, Message::StageSchool,      Message::StageDistrict,
                                   Message::StageResearch,  Message::StageInstitution, Message::StageCentre};
    return words(kStages[static_cast<std::size_t>(stage)]);
}

std::string_view due_words(const locale::Locale& words, ApprovalStage stage) {
    constexpr Message kStages[] = {Message::DuePrincipal, Message::DueSchool,      Message::DueDistrict,
                                   Message::DueResearch,  Message::DueInstitution, Message::DueCentre};
    return words(kStages[static_cast<std::size_t>(stage)]);
}

std::string seats_words(const locale::Locale& words, const app::Seats& seats) {
    return words.format(Message::SeatsLine,
                        {words.number(seats.places), words.number(seats.held), words.number(seats.waiting)});
}

std::string actor_words(const locale::Locale& words, const organisation::ActorNote& by) {
    if (by.name.empty()) return std::string(words(Message::ByItself));
    return by.deputy_for.empty() ? by.name : words.format(Message::ByDeputy, {by.name, by.deputy_for});
}

std::string_view history_words(const locale::Locale& words, const app::HistoryEntry& entry) {
    if (entry.move) return move_words(words, *entry.move);
    switch (entry.origin) {
        case enrolment::EnrolmentOrigin::SignedUp: return words(Message::MoveSignedUp);
        case enrolment::EnrolmentOrigin::Placed: return words(Message::MovePlaced);
        case enrolment::EnrolmentOrigin::Substitute: return words(Message::MoveSubstitute);
    }
    return {};
}

int days_until(const Screen& screen, CivilDate day) { return day.days - date_of(screen.status.now).days; }

StandingSign standing_sign(const locale::Locale& words, EnrolmentState state, enrolment::PlaceState place,
                           int position, const ApprovalStage* next) {
    if (state == EnrolmentState::InReview && place == enrolment::PlaceState::Waiting) {
        return {position > 0 ? words.format(Message::StandingWaitingAt, {std::to_string(position)})
                             : std::string(words(Message::StandingWaiting)),
                ui::Meaning::Attention};
    }
    if (state == EnrolmentState::InReview && next != nullptr) {
        return {std::string(due_words(words, *next)), ui::Meaning::Wait};
    }
    return {std::string(words(message_of(state))), meaning_of(state)};
}

}  // namespace xueshi::views
