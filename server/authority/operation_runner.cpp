#include "server/authority/operation_runner.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <sodium.h>

#include "core/app/apply.h"
#include "core/app/authority.h"
#include "core/app/decide.h"
#include "core/app/diagnostic_push.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/registration_json.h"
#include "core/codec/special_json.h"
#include "core/enrolment/course_selection.h"
#include "server/authority/authorize.h"
#include "server/authority/decided_envelope.h"

namespace xueshi::authority {
namespace {

// What makes two operations the same: everything but their sequence.
store::Digest hash_of(const sync::Operation& operation) {
    const std::string_view kind =
        operation.kind == sync::OperationKind::Intent ? "intent" : "event";
    std::string text;
    for (const std::string_view part :
         {kind, std::string_view(operation.type), std::string_view(operation.payload)}) {
        text += std::to_string(part.size());
        text += ':';
        text += part;
    }
    text += format_stamp(operation.stamp);
    store::Digest digest;
    crypto_generichash(digest.data(),
                       digest.size(),
                       reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(),
                       nullptr,
                       0);
    return digest;
}

ReceiptId fresh_receipt_id() {
    std::uint64_t bits = 0;
    randombytes_buf(&bits, sizeof bits);
    return enrolment::make_receipt_id(bits);
}

}  // namespace

struct OperationRunner::Push {
    const store::AccountRecord& actor;
    store::Transaction& transaction;
    Instant now;
    std::string feed;                     // the actor's own
    std::optional<FoldedTeacher> folded;  // loaded when the first intent needs it
    std::map<std::string, FoldedRoster> rosters = {};
    RegistrationRunner::Folded registered = {};
};

OperationRunner::OperationRunner(store::EventStore& event_store,
                                 const AuthorityClock& clock,
                                 rules::RuleBook rules,
                                 const diagnostic::CapabilityShelf& shelf)
    : store_(event_store),
      clock_(clock),
      rules_(std::move(rules)),
      shelf_(shelf),
      rosters_(teachers_, shared_, stamps_),
      ledgers_(shared_, stamps_, rules_),
      registrations_(teachers_, shared_, stamps_, rules_) {}

Result<sync::PushAnswer> OperationRunner::run(const store::AccountRecord& actor,
                                              const sync::PushRequest& request) {
    sync::PushAnswer answer;
    const Outcome kept = store_.write([&](store::Transaction& transaction) -> Outcome {
        answer = {};
        Push push{actor, transaction, clock_.now(), personal_feed(actor.id), std::nullopt};
        return run_all(push, request, answer);
    });
    if (!kept) return kept.error();
    return answer;
}

Outcome OperationRunner::run_all(Push& push,
                                 const sync::PushRequest& request,
                                 sync::PushAnswer& answer) {
    answer.domain_now_ms = push.now.utc_ms;
    std::uint64_t last_sequence = 0;
    if (const auto admitted = admit_device(push, request.device_id, last_sequence); !admitted)
        return admitted;
    if (const auto known = recall(push, request, last_sequence, answer); !known) return known;

    // Nothing refuses the push from here on: every operation left is new and next in turn.
    for (const sync::Operation& operation : request.operations) {
        if (operation.sequence <= last_sequence) continue;
        sync::OperationOutcome outcome = execute(push, operation);
        push.transaction.add_operation(request.device_id, {hash_of(operation), outcome});
        answer.outcomes.push_back(std::move(outcome));
    }
    if (request.operations.back().sequence > last_sequence) {
        push.transaction.note_domain_time(push.now.utc_ms);
    }
    if (push.folded) teachers_.keep(push.feed, *std::move(push.folded));
    rosters_.give_back(std::move(push.rosters));
    registrations_.give_back(std::move(push.registered));
    return Done{};
}

// A device belongs to the account that first pushed from it.
Outcome OperationRunner::admit_device(const Push& push,
                                      const DeviceId& device_id,
                                      std::uint64_t& last_sequence) {
    const auto device = push.transaction.find_device(device_id);
    const std::string& owner = device ? device->account_id.text : push.actor.id.text;
    if (!authorize(push.actor, Action::PushFromDevice, owner)) {
        return device ? make_error(sync::kDeviceOfAnother, "device")
                      : make_error(kForbidden, "device");
    }
    if (device) {
        last_sequence = device->last_sequence;
    } else {
        push.transaction.add_device(device_id, push.actor.id);
    }
    return Done{};
}

// Answers the repeats, and refuses the push when it does not join what the device has sent before.
Outcome OperationRunner::recall(Push& push,
                                const sync::PushRequest& request,
                                std::uint64_t last_sequence,
                                sync::PushAnswer& answer) {
    std::uint64_t expected = std::min(request.operations.front().sequence, last_sequence + 1);
    for (const sync::Operation& operation : request.operations) {
        if (operation.sequence != expected) {
            return make_error(sync::kSequenceGap, std::to_string(expected));
        }
        ++expected;
        if (operation.sequence > last_sequence) continue;
        const auto stored = push.transaction.find_operation(request.device_id, operation.sequence);
        if (!stored) throw store::StoreFailure("A device's operations have a hole");
        if (stored->body_hash != hash_of(operation)) {
            return make_error(sync::kOperationRewritten, std::to_string(operation.sequence));
        }
        answer.outcomes.push_back(stored->outcome);
    }
    return Done{};
}

sync::OperationOutcome OperationRunner::execute(Push& push, const sync::Operation& operation) {
    const Result<std::string> receipt = operation.kind == sync::OperationKind::Intent
                                            ? decide_intent(push, operation)
                                            : accept_event(push, operation);
    if (receipt) return {operation.sequence, true, {}, {}, *receipt};
    return {operation.sequence,
            false,
            std::string(receipt.error().code.name()),
            receipt.error().subject,
            {}};
}

// A device's own decision: checked for form, ownership and clock, then appended as it is.
Result<std::string> OperationRunner::accept_event(Push& push, const sync::Operation& operation) {
    if (!authorize(push.actor, Action::PushOwnEvent, push.actor.id.text)) {
        return make_error(kForbidden, operation.type);
    }
    if (!codec::is_known_event_type(operation.type))
        return make_error(sync::kUnknownType, operation.type);
    const auto event = codec::decode_event(operation.type, operation.payload);
    if (!event) return event.error();
    if (!app::is_device_event(*event)) return make_error(kForbidden, operation.type);
    if (operation.stamp.wall_ms > push.now.utc_ms + sync::kMaxClockLeadMs) {
        return make_error(sync::kStampInFuture, "stamp");
    }
    if (app::is_checked(*event)) {
        if (!authorize(push.actor, Action::TakeDiagnostic, push.actor.id.text)) {
            return make_error(kForbidden, operation.type);
        }
        if (const Outcome checked = app::check_device_event(context_of(push), *event); !checked) {
            return checked.error();
        }
    }
    sync::Envelope envelope;
    envelope.origin = {DeviceId{operation.stamp.node}, operation.sequence};
    envelope.stamp = operation.stamp;
    envelope.type = operation.type;
    envelope.payload = operation.payload;
    push.transaction.append(push.feed, envelope);
    note_for_units(push, *event);
    return std::string{};
}

Result<std::string> OperationRunner::decide_intent(Push& push, const sync::Operation& operation) {
    if (operation.type.starts_with(codec::kSpecialPrefix)) {
        RosterRunner::Turn turn{push.actor, push.transaction, push.now, fresh_receipt_id(), push.rosters};
        return rosters_.run(turn, operation.type, operation.payload);
    }
    if (operation.type.starts_with(codec::kRegistrationPrefix)) return decide_registration(push, operation);
    if (operation.type.starts_with(codec::kLedgerPrefix)) {
        const LedgerRunner::Turn turn{push.actor, push.transaction, push.now, fresh_receipt_id(), push.feed, folded_of(push)};
        return ledgers_.run(turn, operation.type, operation.payload);
    }
    if (!authorize(push.actor, Action::DecideSelection, push.actor.id.text)) {
        return make_error(kForbidden, operation.type);
    }
    const auto command = codec::decode_intent(operation.type, operation.payload);
    if (!command) return command.error();

    const auto events = app::decide(context_of(push), *command);
    if (!events) return events.error();

    std::string receipt;
    for (const app::Event& event : *events) {
        append_decided(push, event);
        if (const auto* confirmed = std::get_if<app::SelectionConfirmed>(&event)) {
            receipt = codec::encode_receipt(confirmed->receipt);
        }
    }
    return receipt;
}

Result<std::string> OperationRunner::decide_registration(Push& push, const sync::Operation& operation) {
    RosterRunner::Turn posts{push.actor, push.transaction, push.now, {}, push.rosters};
    RegistrationRunner::Turn turn{push.actor, push.transaction, push.now, fresh_receipt_id(), rosters_.actor_of(posts),
                                  push.registered};
    return registrations_.run(turn, operation.type, operation.payload);
}

// What concerns a teacher's selections also goes to those who administer the teacher's unit.
void OperationRunner::append_decided(Push& push, const app::Event& event) {
    const sync::Envelope envelope = envelope_of(codec::encode_event(event), stamps_.next(push.transaction, push.feed, push.now));
    push.transaction.append(push.feed, envelope);
    const UnitId& unit = push.folded->state.profile.value.school_id;
    if (!unit.empty()) push.transaction.append(unit_feed(unit), envelope);
}

// That somebody began or finished, for the school and the district above it (R15, R18): no answer, no score.
void OperationRunner::note_for_units(Push& push, const app::Event& event) {
    const bool is_begun = std::holds_alternative<diagnostic::DiagnosticBegun>(event);
    if (!is_begun && !std::holds_alternative<diagnostic::DiagnosticFinished>(event)) return;
    const app::TeacherState& teacher = teacher_of(push);
    const UnitId& school = teacher.profile.value.school_id;
    if (school.empty()) return;
    const diagnostic::DiagnosticNoted noted{
        .teacher_id = teacher.profile.value.teacher_id,
        .school_id = school,
        .is_due = app::is_due(teacher),
        .step = is_begun ? diagnostic::DiagnosticStep::Begun : diagnostic::DiagnosticStep::Finished,
        .at = push.now};
    std::vector<UnitId> units = {school};
    const auto& known = shared_.load(push.transaction).units;
    if (const auto unit = known.find(school); unit != known.end()) {
        const auto above = known.find(unit->second.value.parent);
        const bool is_district =
            above != known.end() && above->second.value.kind == organisation::OrgKind::District;
        if (is_district) units.push_back(above->first);
    }
    for (const UnitId& unit : units) {
        const std::string feed = unit_feed(unit);
        push.transaction.append(feed, envelope_of(codec::encode_event(noted), stamps_.next(push.transaction, feed, push.now)));
    }
}

// As of what this push has appended so far.
FoldedTeacher& OperationRunner::folded_of(Push& push) {
    if (!push.folded) {
        push.folded = teachers_.load(push.transaction, push.feed);
    } else {
        TeacherStates::catch_up(push.transaction, push.feed, *push.folded);
    }
    return *push.folded;
}

app::DecideContext OperationRunner::context_of(Push& push) {
    return {.now = push.now,
            .fresh_receipt_id = fresh_receipt_id(),
            .teacher = teacher_of(push),
            .shared = shared_.load(push.transaction),
            .rules = rules_,
            .shelf = &shelf_};
}

}  // namespace xueshi::authority
