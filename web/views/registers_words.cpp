#include "web/views/registers_parts.h"

namespace xueshi::views {

using registration::RegistrationMove;
using registration::RegistrationState;

RegisterSign register_sign(const Registers& desk, const app::RegisterLine& line) {
    const locale::Locale& words = desk.words();
    if (line.is_on_its_way) {
        return {std::string(words(desk.screen.status.sync.is_reachable ? Message::OnItsWay : Message::SentWhenOnline)),
                ui::Meaning::Wait};
    }
    const auto sign = [&](Message message, ui::Meaning meaning) { return RegisterSign{std::string(words(message)), meaning}; };
    switch (line.state) {
        case RegistrationState::InReview: return sign(Message::DeskTabInReview, ui::Meaning::Wait);
        case RegistrationState::Returned: return sign(Message::StandingReturned, ui::Meaning::Attention);
        case RegistrationState::Refused: return sign(Message::StateRefused, ui::Meaning::Refused);
        case RegistrationState::Withdrawn: return sign(Message::StateWithdrawn, ui::Meaning::Neutral);
        case RegistrationState::Recorded: return sign(Message::StateRecorded, ui::Meaning::Done);
        case RegistrationState::Cancelled: return sign(Message::StateCancelled, ui::Meaning::Refused);
    }
    return {};
}

std::string people_words(const locale::Locale& words, const registration::Content& content) {
    const auto& people = content.participants;
    if (people.size() == 1) return people.front().name;
    return words.format(Message::RegisterPeopleCount, {words.number(static_cast<std::int64_t>(people.size()))});
}

std::string period_words(const locale::Locale& words, const registration::Activity& activity) {
    if (activity.from == activity.until) return words.date(activity.from);
    return words.format(Message::RegisterPeriodDays, {words.date(activity.from), words.date(activity.until)});
}

std::string hours_words(const locale::Locale& words, const app::RegisterLine& line) {
    const DeciHours hours = line.content().activity.hours;
    if (!line.is_cut()) return words.hours_with_unit(hours);
    return words.format(Message::RegisterCountedPart, {words.hours(hours), words.hours(*line.counted)});
}

std::string_view move_words(const locale::Locale& words, RegistrationMove move) {
    switch (move) {
        case RegistrationMove::Approved: return words(Message::MoveApproved);
        case RegistrationMove::Returned: return words(Message::MoveReturned);
        case RegistrationMove::Refused: return words(Message::MoveRefused);
        case RegistrationMove::Resubmitted: return words(Message::MoveResubmitted);
        case RegistrationMove::Withdrawn: return words(Message::Withdraw);
        case RegistrationMove::Corrected: return words(Message::RegisterMoveCorrected);
        case RegistrationMove::Cancelled: return words(Message::RegisterMoveCancelled);
    }
    return {};
}

std::string problem_words(const locale::Locale& words, const Error& problem) {
    if (problem.code != kOutOfRange) return words.refusal(problem.code.name());
    if (problem.subject == "deci_hours") {
        return words.format(Message::EntryHoursWrong, {words.hours(registration::kMostHours)});
    }
    if (problem.subject == "from" || problem.subject == "until") return std::string(words(Message::DateWrong));
    if (problem.subject == "teacher_number") return std::string(words(Message::EntryNumberWrong));
    return std::string(words(Message::EntryMissing));
}

}  // namespace xueshi::views
