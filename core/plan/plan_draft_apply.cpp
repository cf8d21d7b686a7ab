// How events change drafts, and what they say they replace.
#include <algorithm>

#include "core/plan/plan_draft.h"

namespace xueshi::plan {
namespace {

// The draft of an event that edits it. Events older than `replaces` did not contend with discards.
template <class Event>
PlanDraft& edited(PlanDrafts& drafts, const Event& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    if (event.replaces) draft.discarded.offer(false, stamp, event.replaces);
    return draft;
}

const PlanDraft* find_draft(const PlanDrafts& drafts, const PlanId& id) {
    const auto found = drafts.find(id);
    return found == drafts.end() ? nullptr : &found->second;
}

// Each once, the latest first, no more than may be listed.
std::vector<Stamp> listed(std::vector<Stamp> stamps) {
    std::sort(stamps.begin(), stamps.end(), [](const Stamp& a, const Stamp& b) { return b < a; });
    stamps.erase(std::unique(stamps.begin(), stamps.end()), stamps.end());
    stamps.resize(std::min(stamps.size(), kMaxReplaced));
    return stamps;
}

// `add_register` adds what stands in the register the event writes.
template <class Event, class AddRegister>
void note_edit(const PlanDrafts& drafts, Event& event, std::string_view node, AddRegister add_register) {
    std::vector<Stamp> stamps;
    if (const PlanDraft* draft = find_draft(drafts, event.plan_id)) {
        add_register(*draft, stamps);
        if (draft->exists()) draft->discarded.add_replaced(node, stamps);
    }
    event.replaces = listed(std::move(stamps));
}

}  // namespace

void apply(PlanDrafts& drafts, const PlanNamed& event, const Stamp& stamp) {
    edited(drafts, event, stamp).name.offer(event.name, stamp, event.replaces);
}

void apply(PlanDrafts& drafts, const PlanDiscarded& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    draft.discarded.offer(event.discarded, stamp, event.replaces);
}

void apply(PlanDrafts& drafts, const PlanMarkChanged& event, const Stamp& stamp) {
    edited(drafts, event, stamp).marks[event.course_run_id].offer(event.mark, stamp, event.replaces);
}

void apply(PlanDrafts& drafts, const PlanLimitsChanged& event, const Stamp& stamp) {
    edited(drafts, event, stamp).limits.offer(event.limits, stamp, event.replaces);
}

void apply(PlanDrafts& drafts, const PlanPrioritiesChanged& event, const Stamp& stamp) {
    edited(drafts, event, stamp).priorities.offer(event.priorities, stamp, event.replaces);
}

void note_replaced(const PlanDrafts& drafts, PlanNamed& event, std::string_view node) {
    note_edit(drafts, event, node, [&](const PlanDraft& draft, std::vector<Stamp>& stamps) {
        draft.name.add_replaced(node, stamps);
    });
}

void note_replaced(const PlanDrafts& drafts, PlanDiscarded& event, std::string_view node) {
    note_edit(drafts, event, node, [&](const PlanDraft& draft, std::vector<Stamp>& stamps) {
        draft.discarded.add_replaced(node, stamps);
    });
}

void note_replaced(const PlanDrafts& drafts, PlanMarkChanged& event, std::string_view node) {
    note_edit(drafts, event, node, [&](const PlanDraft& draft, std::vector<Stamp>& stamps) {
        const auto mark = draft.marks.find(event.course_run_id);
        if (mark != draft.marks.end()) mark->second.add_replaced(node, stamps);
    });
}

void note_replaced(const PlanDrafts& drafts, PlanLimitsChanged& event, std::string_view node) {
    note_edit(drafts, event, node, [&](const PlanDraft& draft, std::vector<Stamp>& stamps) {
        draft.limits.add_replaced(node, stamps);
    });
}

void note_replaced(const PlanDrafts& drafts, PlanPrioritiesChanged& event, std::string_view node) {
    note_edit(drafts, event, node, [&](const PlanDraft& draft, std::vector<Stamp>& stamps) {
        draft.priorities.add_replaced(node, stamps);
    });
}

}  // namespace xueshi::plan
