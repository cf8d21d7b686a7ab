#include "core/registration/registration_acts.h"

#include <utility>

#include "core/registration/registration_checks.h"

namespace xueshi::registration {

using ledger::HourSource;
using organisation::Post;

namespace {

organisation::ActorNote note_of(const RegistrationContext& context, const Post* post) {
    return {context.actor.name, post == nullptr ? std::string{} : post->deputy_for};
}

}  // namespace

RegistrationOpened opening_of(const RegistrationContext& context, const RegistrationId& id, HourSource source,
                              Content content, const Post* post, RegistrationState state) {
    return {.registration_id = id,
            .source = source,
            .unit_id = post == nullptr ? content.participants.front().school_id : post->unit_id,
            .unit_name = post == nullptr ? content.participants.front().school_name : context.unit_name,
            .content = std::move(content),
            .state = state,
            .counted = {},
            .by_account = context.actor.account_id,
            .by = note_of(context, post),
            .receipt_id = context.fresh_receipt_id,
            .at = context.now};
}

RegistrationMoved move_of(const RegistrationContext& context, const RegistrationKey& key, RegistrationMove move,
                          RegistrationState state, const Post* post, std::string reason) {
    return {.registration_id = key.id,
            .in = key.in,
            .move = move,
            .state = state,
            .content = {},
            .counted = {},
            .by_account = context.actor.account_id,
            .by = note_of(context, post),
            .reason = std::move(reason),
            .receipt_id = context.fresh_receipt_id,
            .at = context.now};
}

RegistrationDecision decision_of(const Registration* before, RegistrationFact fact) {
    Registrations after;
    const RegistrationKey key = key_of(fact);
    Stamp last{1, 0, {}};
    if (before != nullptr) {
        after[key] = *before;
        last = before->moves.empty() ? before->opened.stamp : before->moves.rbegin()->first;
        ++last.wall_ms;
    }
    apply(after, fact, last);
    const Registration& registration = after.at(key);
    const bool was_recorded = before != nullptr && before->state() == RegistrationState::Recorded;
    const bool is_recorded = registration.state() == RegistrationState::Recorded;
    std::vector<RegisteredHours> records;
    if (was_recorded || is_recorded) records = records_of(registration);
    return {std::move(fact), std::move(records)};
}

Decided counted_decision(const RegistrationContext& context, const KnownTeacher& teacher, const Registration* before,
                         RegistrationFact fact, HourSource source) {
    RegistrationDecision decision = decision_of(before, std::move(fact));
    if (source != HourSource::Research) return decision;
    const DeciHours counted =
        counted_with(decision.records.front().record, teacher.records, context.catalogue, context.rules);
    if (counted.tenths <= 0) return make_error(kResearchCapReached, teacher.participant.number);
    if (auto* opened = std::get_if<RegistrationOpened>(&decision.fact)) opened->counted = counted;
    if (auto* moved = std::get_if<RegistrationMoved>(&decision.fact)) moved->counted = counted;
    return decision;
}

Result<const Post*> hander_of(const organisation::Actor& actor, const Registration& registration) {
    const RegistrationOpened& opened = registration.opened.value;
    if (const Post* post = find_owner_post(actor, opened)) return post;
    const auto& participants = registration.content().participants;
    const bool is_own = opened.source == HourSource::External && !participants.empty() &&
                        is_themself(actor, participants.front());
    if (is_own) return static_cast<const Post*>(nullptr);
    return make_error(enrolment::kNotYourStep, opened.registration_id.text);
}

}  // namespace xueshi::registration
