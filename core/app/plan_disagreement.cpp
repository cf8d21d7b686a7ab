#include "core/app/plan_disagreement.h"

#include <algorithm>
#include <utility>

namespace xueshi::app {
namespace {

// The sides of a contested register, equal values as one side; none where the devices agree.
template <class T>
std::vector<DisagreementSide> sides_of(const SelectInput& input, const Contestable<T>& part) {
    std::vector<DisagreementSide> sides;
    if (!part.is_contested()) return sides;
    for (const auto& write : part.standing()) {
        const bool is_this_device = write.stamp.node == input.device_id.text;
        const auto same =
            std::find_if(sides.begin(), sides.end(), [&](const DisagreementSide& side) {
                return std::get<T>(side.value) == write.value;
            });
        if (same != sides.end()) {
            same->is_this_device = same->is_this_device || is_this_device;
        } else {
            sides.push_back({write.value, is_this_device});
        }
    }
    return sides;
}

PlanPart part_of_limits(const std::vector<DisagreementSide>& sides) {
    const auto agrees = [&](auto member) {
        const auto& first = std::get<plan::PlanLimits>(sides.front().value);
        return std::all_of(sides.begin(), sides.end(), [&](const DisagreementSide& side) {
            return std::get<plan::PlanLimits>(side.value).*member == first.*member;
        });
    };
    if (agrees(&plan::PlanLimits::max_hours)) return PlanPart::FeeLimit;
    return agrees(&plan::PlanLimits::max_fee_fen) ? PlanPart::HoursLimit : PlanPart::Limits;
}

std::string title_of(const SelectInput& input, const CourseRunId& id) {
    const catalogue::CourseRun* run = input.shared.catalogue.find(id);
    return run == nullptr ? id.text : run->title;
}

}  // namespace

std::vector<PlanDisagreement> disagreements_of(const SelectInput& input,
                                               const plan::PlanDraft& draft) {
    std::vector<PlanDisagreement> found;
    if (!draft.exists()) return found;
    const auto add = [&](PlanPart part, CourseRunId run, std::vector<DisagreementSide> sides) {
        if (sides.empty()) return;
        std::string title = part == PlanPart::Run ? title_of(input, run) : draft.name.value();
        found.push_back({draft.id, part, std::move(run), std::move(title), std::move(sides)});
    };

    std::vector<DisagreementSide> existence = sides_of(input, draft.discarded);
    for (DisagreementSide& side : existence) side.value = !std::get<bool>(side.value);
    // Two sides: kept is the one shown.
    if (!existence.empty() && !std::get<bool>(existence.front().value)) {
        std::swap(existence.front(), existence.back());
    }
    add(PlanPart::Existence, {}, std::move(existence));
    for (const auto& [run, mark] : draft.marks) add(PlanPart::Run, run, sides_of(input, mark));
    add(PlanPart::Name, {}, sides_of(input, draft.name));
    std::vector<DisagreementSide> limits = sides_of(input, draft.limits);
    const PlanPart limits_part = limits.empty() ? PlanPart::Limits : part_of_limits(limits);
    add(limits_part, {}, std::move(limits));
    add(PlanPart::Priorities, {}, sides_of(input, draft.priorities));
    return found;
}

Command settling(const PlanDisagreement& disagreement, std::size_t side) {
    const PlanId& plan_id = disagreement.plan_id;
    const auto& value = disagreement.sides[side].value;
    if (const auto* mark = std::get_if<plan::PlanMark>(&value)) {
        return plan::MarkCourseRun{plan_id, disagreement.course_run_id, *mark};
    }
    if (const auto* name = std::get_if<std::string>(&value)) return plan::NamePlan{plan_id, *name};
    if (const auto* limits = std::get_if<plan::PlanLimits>(&value)) {
        return plan::SetPlanLimits{plan_id, *limits};
    }
    if (const auto* order = std::get_if<plan::PlanPriorities>(&value)) {
        return plan::SetPlanPriorities{plan_id, *order};
    }
    if (std::get<bool>(value)) return plan::KeepPlan{plan_id};
    return plan::DiscardPlan{plan_id};
}

DisagreementCount count_disagreements(const SelectInput& input) {
    DisagreementCount all;
    for (const auto& [id, draft] : input.teacher.plans) {
        const std::size_t count = draft.contested_parts();
        all.count += count;
        if (count > 0 && (all.plan_id.empty() || id == input.edited_plan)) all.plan_id = id;
    }
    return all;
}

}  // namespace xueshi::app
