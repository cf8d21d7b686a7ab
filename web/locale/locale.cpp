#include "web/locale/locale.h"

#include <array>
#include <cstdlib>

namespace xueshi::locale {
namespace {

// The `index`-th key of a run of keys that stand in an enum's order.
template <class Enum>
Message nth(Message first, Enum index) {
    return static_cast<Message>(static_cast<unsigned>(first) + static_cast<unsigned>(index));
}

std::string two_digits(int value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

struct NoticeSentence {
    std::string_view code;
    Message key;
};
constexpr std::array kNotices = {
    NoticeSentence{"RunAdded", Message::NoticeRunAdded},
    NoticeSentence{"RunRemoved", Message::NoticeRunRemoved},
    NoticeSentence{"RunExcluded", Message::NoticeRunExcluded},
    NoticeSentence{"PlanCompleted", Message::NoticePlanCompleted},
    NoticeSentence{"NothingFits", Message::NoticeNothingFits},
    NoticeSentence{"SelectionConfirmed", Message::NoticeSelectionConfirmed},
    NoticeSentence{"SelectionWithdrawn", Message::NoticeSelectionWithdrawn},
    NoticeSentence{"ApplicationMoved", Message::NoticeApplicationMoved},
    NoticeSentence{"StepAccepted", Message::NoticeStepAccepted},
    NoticeSentence{"StepsAccepted", Message::NoticeStepsAccepted},
    NoticeSentence{"UnconfirmedWork", Message::NoticeUnconfirmedWork},
    NoticeSentence{"ProfileConfirmed", Message::NoticeProfileConfirmed},
    NoticeSentence{"LanguageUnavailable", Message::NoticeLanguageUnavailable},
    NoticeSentence{"WorkImported", Message::NoticeWorkImported},
    NoticeSentence{"PrintUnavailable", Message::NoticePrintUnavailable},
    NoticeSentence{"AllocationTooLarge", Message::NoticeAllocationTooLarge},
};

constexpr std::array kDeeds = {
    NoticeSentence{"PlanCreated", Message::DeedPlanCreated},
    NoticeSentence{"PlanRenamed", Message::DeedPlanRenamed},
    NoticeSentence{"PlanNamed", Message::DeedPlanNamed},
    NoticeSentence{"PlanDiscarded", Message::DeedPlanDiscarded},
    NoticeSentence{"PlanBroughtBack", Message::DeedPlanBroughtBack},
    NoticeSentence{"RunAdded", Message::DeedRunAdded},
    NoticeSentence{"RunPinned", Message::DeedRunPinned},
    NoticeSentence{"RunExcluded", Message::DeedRunExcluded},
    NoticeSentence{"RunRemoved", Message::DeedRunRemoved},
    NoticeSentence{"RunAllowed", Message::DeedRunAllowed},
    NoticeSentence{"PlanLimitsChanged", Message::DeedPlanLimits},
    NoticeSentence{"PlanPrioritiesChanged", Message::DeedPlanPriorities},
    NoticeSentence{"PlanFilled", Message::DeedPlanFilled},
    NoticeSentence{"ThemeChosen", Message::DeedTheme},
    NoticeSentence{"ProfileConfirmed", Message::DeedProfile},
    NoticeSentence{"SelectionSubmitted", Message::DeedSubmitted},
    NoticeSentence{"SelectionWithdrawal", Message::DeedWithdrawal},
    NoticeSentence{"DiagnosticBegun", Message::DeedDiagnosticBegun},
    NoticeSentence{"ItemAnswered", Message::DeedItemAnswered},
    NoticeSentence{"DiagnosticFinished", Message::DeedDiagnosticFinished},
    NoticeSentence{"CourseThemesWanted", Message::DeedThemesWanted},
    NoticeSentence{"SpecialOrdered", Message::DeedSpecialOrdered},
    NoticeSentence{"HoursAllocated", Message::DeedHoursAllocated},
    NoticeSentence{"HoursRegistered", Message::DeedHoursRegistered},
    NoticeSentence{"Edited", Message::DeedEdited},
};

// One place of a pattern: "{0}", or "{0|hour|hours}" with its two forms. Anything else is text.
struct Place {
    std::size_t index = 0;
    std::string_view one{}, other{};
    std::size_t size = 0;  // bytes of the pattern; 0: no place begins here
};

Place read_place(std::string_view rest) {
    if (rest.size() < 3 || rest[0] != '{' || rest[1] < '0' || rest[1] > '9') return {};
    const auto index = static_cast<std::size_t>(rest[1] - '0');
    if (rest[2] == '}') return {.index = index, .size = 3};
    const std::size_t bar = rest.find('|', 3), end = rest.find('}');
    if (rest[2] != '|' || end == rest.npos || bar > end) return {};
    return {index, rest.substr(3, bar - 3), rest.substr(bar + 1, end - bar - 1), end + 1};
}

std::string fill_in(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string text;
    text.reserve(pattern.size() + 24);
    for (std::size_t i = 0; i < pattern.size();) {
        const Place place = read_place(pattern.substr(i));
        if (place.size == 0 || place.index >= values.size()) {
            text += pattern[i++];
            continue;
        }
        const std::string_view value = values.begin()[place.index];
        text += place.size == 3 ? value : value == "1" ? place.one : place.other;
        i += place.size;
    }
    return text;
}

}  // namespace

std::string Locale::format(Message key, std::initializer_list<std::string_view> values) const {
    return fill_in((*this)(key), values);
}

std::string Locale::hours_with_unit(DeciHours amount) const {
    return format(Message::HoursWithUnit, {hours(amount)});
}

std::string Locale::money(std::int64_t fen) const {
    const std::int64_t yuan = std::abs(fen) / 100;
    const auto rest = static_cast<int>(std::abs(fen) % 100);
    std::string amount = number(yuan);
    if (rest != 0) {
        amount += '.';
        amount +=
            rest % 10 == 0 ? std::string(1, static_cast<char>('0' + rest / 10)) : two_digits(rest);
    }
    if (fen < 0) amount.insert(amount.begin(), '-');
    return format(Message::Money, {amount});
}

std::string Locale::price(std::int64_t fen) const {
    return fen == 0 ? std::string((*this)(Message::Free)) : money(fen);
}

std::string Locale::fit_figure(std::int64_t fit) const { return format_hours({fit / 10}); }

std::string Locale::courses(std::size_t count) const {
    return format(Message::CoursesCount, {number(static_cast<std::int64_t>(count))});
}

std::string Locale::number(std::int64_t value) const {
    std::string digits = std::to_string(value);
    const std::size_t sign = value < 0 ? 1 : 0;
    for (std::size_t from_right = 3; digits.size() - sign > from_right; from_right += 4) {
        digits.insert(digits.size() - from_right, 1, ',');
    }
    return digits;
}

std::string_view Locale::month(Message january, CivilDate date) const {
    return (*this)(nth(january, date.month() - 1));
}

std::string Locale::clock(LocalMinute time) const {
    const int minute = time.minute_of_day();
    return format(Message::ClockTime, {two_digits(minute / 60), two_digits(minute % 60)});
}

std::string Locale::date(CivilDate date) const {
    return format(Message::DateMonthDay,
                  {month(Message::MonthJanuary, date), std::to_string(date.day())});
}

std::string Locale::date_with_weekday(CivilDate date) const {
    return format(Message::DateWithWeekday,
                  {this->date(date), (*this)(nth(Message::WeekdayMonday, date.weekday()))});
}

std::string Locale::short_date(CivilDate date) const {
    return format(Message::DateShort,
                  {month(Message::MonthShortJanuary, date), std::to_string(date.day())});
}

std::string Locale::short_range(CivilDate from, CivilDate to) const {
    if (from == to) return short_date(from);
    return format(Message::DateRange, {short_date(from), short_date(to)});
}

std::string_view Locale::short_weekday(CivilDate date) const {
    return (*this)(nth(Message::ShortMonday, date.weekday()));
}

std::string Locale::date_time(Instant moment) const {
    const LocalMinute local = local_minute_of(moment);
    return format(Message::DateTime, {date(local.date()), clock(local)});
}

std::string Locale::short_date_time(Instant moment) const {
    const LocalMinute local = local_minute_of(moment);
    return format(Message::DateTime, {short_date(local.date()), clock(local)});
}

std::string Locale::session(const catalogue::Session& session) const {
    const CivilDate day = session.begins.date();
    return format(Message::DateTime,
                  {format(Message::DateWithWeekday, {date(day), short_weekday(day)}),
                   format(Message::ClockRange, {clock(session.begins), clock(session.ends)})});
}

std::string Locale::days_left(int days) const {
    if (days < -1) return format(Message::DaysAgo, {std::to_string(-days)});
    if (days == -1) return std::string((*this)(Message::Yesterday));
    if (days == 0) return std::string((*this)(Message::Today));
    if (days == 1) return std::string((*this)(Message::Tomorrow));
    return format(days <= 14 ? Message::DaysLeft : Message::DaysLater, {std::to_string(days)});
}

std::string Locale::age(Instant then, Instant now) const {
    const std::int64_t minutes = (now.utc_ms - then.utc_ms) / 60'000;
    if (minutes < 1) return std::string((*this)(Message::AgeNow));
    if (minutes < 60) return format(Message::AgeMinutes, {std::to_string(minutes)});
    if (minutes < 24 * 60) return format(Message::AgeHours, {std::to_string(minutes / 60)});
    return format(Message::DaysAgo, {std::to_string(minutes / (24 * 60))});
}

std::string Locale::when(CivilDate opens,
                         CivilDate closes,
                         const std::vector<catalogue::Session>& sessions) const {
    if (sessions.empty()) return short_range(opens, closes);
    const CivilDate first = sessions.front().begins.date();
    if (sessions.back().begins.date() > first)
        return format(Message::SessionsFrom, {short_date(first)});
    return format(Message::DateWithWeekday, {short_date(first), short_weekday(first)});
}

std::string_view Locale::stage(SchoolStage stage) const {
    return (*this)(nth(Message::StageKindergarten, stage));
}

std::string_view Locale::subject(std::string_view code) const {
    for (std::size_t i = 0; i < kAllSubjects.size(); ++i) {
        if (kAllSubjects[i] == code) return (*this)(nth(Message::SubjectChinese, i));
    }
    return code;
}

std::string_view Locale::kind(catalogue::CourseKind kind) const {
    return (*this)(nth(Message::KindPublic, kind));
}
std::string_view Locale::group(app::PlanGroupKind kind) const {
    return (*this)(nth(Message::GroupPublic, kind));
}
std::string_view Locale::delivery(catalogue::DeliveryMode mode) const {
    return (*this)(nth(Message::DeliveryDistance, mode));
}
std::string_view Locale::payment(enrolment::PaymentState state) const {
    return (*this)(nth(Message::PaymentUnpaid, state));
}
std::string_view Locale::role(organisation::OrgRole role) const {
    return (*this)(nth(Message::RoleTeacher, role));
}
std::string_view Locale::hour_state(ledger::HourState state) const {
    return (*this)(nth(Message::StateVerified, state));
}
std::string_view Locale::fit(app::RunFit fit) const { return (*this)(nth(Message::FitHeld, fit)); }

std::string_view Locale::priority(plan::PlanPriority priority) const {
    switch (priority) {
        case plan::PlanPriority::LeastFee:
            return (*this)(Message::PriorityFee);
        case plan::PlanPriority::BestFit:
            return (*this)(Message::PriorityFit);
        case plan::PlanPriority::FewestHours:
            return (*this)(Message::PriorityHours);
        case plan::PlanPriority::FewestCourses:
            return (*this)(Message::PriorityCount);
    }
    return {};
}

std::string Locale::fit_reason(app::RunFit fit, std::string_view rival) const {
    if (fit == app::RunFit::Fits) return {};
    return format(nth(Message::WhyHeld, fit), {rival});
}

std::string Locale::trouble(app::RunTrouble trouble,
                            std::string_view other,
                            std::string_view date) const {
    if (trouble == app::RunTrouble::None) return {};
    const auto past_none = static_cast<unsigned>(trouble) - 1;
    const bool is_date = trouble == app::RunTrouble::NotOpenYet;
    return format(nth(Message::TroubleGone, past_none), {is_date ? date : other});
}

std::string Locale::greeting(Instant now, std::string_view full_name, bool is_teacher) const {
    const int hour = local_minute_of(now).minute_of_day() / 60;
    const Message part_of_day = hour < 5    ? Message::GreetingEvening
                                : hour < 8  ? Message::GreetingDawn
                                : hour < 12 ? Message::GreetingMorning
                                : hour < 14 ? Message::GreetingNoon
                                : hour < 18 ? Message::GreetingAfternoon
                                            : Message::GreetingEvening;
    if (full_name.empty()) return std::string((*this)(part_of_day));
    const Message whole = is_teacher ? Message::GreetingTeacher : Message::GreetingName;
    return format(
        whole,
        {(*this)(part_of_day), is_teacher ? language_->form_of_address(full_name) : full_name});
}

bool Locale::knows_refusal(std::string_view code) const {
    for (const CodeSentence& known : language_->refusals) {
        if (known.code == code) return true;
    }
    return false;
}

std::string Locale::refusal(std::string_view code, std::string_view subject) const {
    for (const CodeSentence& known : language_->refusals) {
        if (known.code != code) continue;
        const bool is_named = !subject.empty() && !known.named_sentence.empty();
        return fill_in(is_named ? known.named_sentence : known.sentence, {subject});
    }
    return fill_in(language_->unknown_refusal, {code});
}

std::string Locale::deed(std::string_view code, std::string_view subject) const {
    for (const NoticeSentence& known : kDeeds) {
        if (known.code == code) return format(known.key, {subject});
    }
    return std::string((*this)(Message::DeedEdited));
}

std::string Locale::deed_alone(std::string_view code, std::string_view subject) const {
    std::string text = deed(code, subject);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string Locale::notice(std::string_view code, std::string_view subject) const {
    for (const NoticeSentence& known : kNotices) {
        if (known.code == code) return format(known.key, {subject});
    }
    return refusal(code, subject);
}

}  // namespace xueshi::locale
