#include "core/registration/activity_checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/catalogue/text_fold.h"
#include "core/registration/registration_decide.h"

namespace xueshi::registration {
namespace {

using ledger::HourSource;

std::vector<char32_t> folded(std::string_view title) {
    std::vector<char32_t> codes;
    for (const catalogue::FoldedCharacter& each : catalogue::fold_text(title)) codes.push_back(each.code);
    return codes;
}

// One line, for it stands in lists.
bool is_line(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte < 0x20 || byte == 0x7F;
    });
}

// Public subjects are named by the city (R13); elective hours fill the free part of a year's total (domain.md section 2).
bool is_allowed(HourCategory category, HourSource source) {
    if (category == HourCategory::Professional) return true;
    return category == HourCategory::Elective && source != HourSource::Research;
}

}  // namespace

bool is_same_activity(const Activity& one, const Activity& other) {
    const bool share_a_day = one.from <= other.until && other.from <= one.until;
    return share_a_day && folded(one.title) == folded(other.title);
}

std::optional<Error> check_activity(const rules::RuleBook& rules, const Activity& activity, HourSource source) {
    if (!is_line(activity.title) || activity.title.size() > kMostTitleBytes || folded(activity.title).empty()) {
        return make_error(kOutOfRange, "title");
    }
    const bool needs_organiser = source == HourSource::External;
    if (!is_line(activity.organiser) || activity.organiser.size() > kMostTitleBytes ||
        (needs_organiser && folded(activity.organiser).empty())) {
        return make_error(kOutOfRange, "organiser");
    }
    if (activity.until < activity.from || activity.from.year() != activity.until.year()) {
        return make_error(kBadActivityDays, "until");
    }
    const auto pack = rules.annual_pack_of(activity.year());
    if (!pack) return pack.error();
    if (activity.hours < DeciHours{1} || kMostHours < activity.hours) return make_error(kOutOfRange, "deci_hours");
    const std::int64_t days = activity.until.days - activity.from.days + 1;
    if (activity.hours.tenths > days * (*pack)->hours_per_day.tenths) return make_error(kHoursBeyondDays, "deci_hours");
    if (!is_allowed(activity.category, source)) return make_error(kCategoryNotAllowed, "category");
    return std::nullopt;
}

std::optional<Error> check_over(CivilDate today, const Activity& activity) {
    if (today < activity.until) return make_error(kActivityNotOver, "until");
    return std::nullopt;
}

}  // namespace xueshi::registration
