#include "core/app/select_special_news.h"

#include <algorithm>

#include "core/app/select_desk.h"
#include "core/app/special_applicant.h"
#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using enrolment::EnrolmentState;

void add_due(const SpecialInput& input, SpecialNews& news) {
    const DeskProjection desk = select_desk(input);
    news.due = desk.due;
    for (const DeskProject& project : desk.projects) {
        const bool has_reviews = project.counts[static_cast<std::size_t>(DeskTab::Due)] > 0 && project.lines.front().is_mine;
        if (!has_reviews || !project.step) continue;
        if (!news.due_by || project.step->deadline < *news.due_by) news.due_by = project.step->deadline;
    }
}

// The last thing another did, or a rule; nothing when the teacher acted last.
std::optional<Instant> moved_by_others(const enrolment::Enrolment& enrolment, const std::string& teacher) {
    if (enrolment.moves.empty()) return std::nullopt;
    const enrolment::EnrolmentMoved& last = enrolment.moves.rbegin()->second;
    if (last.by.name == teacher) return std::nullopt;
    return last.at;
}

void add_applications(const SpecialInput& input, Instant seen, SpecialNews& news) {
    if (!input.teacher.profile.is_written()) return;
    const enrolment::Applicant me = applicant_of(input.teacher.profile.value);
    for (const auto& [id, published] : input.special.projects) {
        const enrolment::ProjectRoster* roster = input.special.find_roster(id);
        if (roster == nullptr) continue;
        for (const auto& [enrolment_id, enrolment] : roster->enrolments) {
            if (!enrolment.opened.is_written() || !(enrolment.applicant().teacher_id == me.teacher_id)) continue;
            const std::optional<Instant> at = moved_by_others(enrolment, me.name);
            const enrolment::SpecialProject& project = published.value;
            const bool may_hand_in = enrolment.state() == EnrolmentState::Returned &&
                                     is_before_end_of(project.chain.sign_up_by, input.now);
            if (!at || (*at <= seen && !may_hand_in)) continue;
            news.applications.push_back(
                {id, project.title, *at, may_hand_in ? std::optional(project.chain.sign_up_by) : std::nullopt});
        }
    }
    sort_values(news.applications, [](const ApplicationNews& a, const ApplicationNews& b) { return b.at < a.at; });
}

}  // namespace

[[gnu::noinline]] SpecialNews select_special_news(const SpecialInput& input, Instant seen) {
    SpecialNews news;
    add_due(input, news);
    add_applications(input, seen, news);
    return news;
}

}  // namespace xueshi::app
