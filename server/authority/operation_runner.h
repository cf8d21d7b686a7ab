// Runs what devices push: the only place of the server where anything is decided.
//
// One push is one store job. Each operation is executed once: a repeat gets the outcome it got the
// first time, refusals included. What makes the push itself wrong (another's device, a gap, a
// rewritten operation) refuses it whole and changes nothing. What is wrong with one operation (an
// unknown type, a broken payload, a rule) is that operation's outcome, stored like any other, so
// that the device's sequence goes on.
//
// A finished diagnostic is scored again before it is kept: what is not the same to the bit is refused
// (kScoreDiffers). That somebody has begun or finished one is noted in the feeds of their school and
// district, and nothing else of it.
//
// What concerns special projects is RosterRunner's, the allocation of hours LedgerRunner's, hours registered by
// others RegistrationRunner's.
#pragma once

#include "core/app/decide.h"
#include "core/base/result.h"
#include "core/rules/rule_pack.h"
#include "core/sync/operation.h"
#include "server/authority/authority_clock.h"
#include "server/authority/ledger_runner.h"
#include "server/authority/registration_runner.h"
#include "server/authority/roster_runner.h"
#include "server/authority/server_stamps.h"
#include "server/authority/teacher_states.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

class OperationRunner {
  public:
    OperationRunner(store::EventStore& event_store,
                    const AuthorityClock& clock,
                    rules::RuleBook rules,
                    const diagnostic::CapabilityShelf& shelf);

    // Refusals: kForbidden, kDeviceOfAnother, kSequenceGap (subject: the sequence expected next),
    // kOperationRewritten (subject: the sequence), and those of EventStore::write.
    Result<sync::PushAnswer> run(const store::AccountRecord& actor,
                                 const sync::PushRequest& request);

  private:
    struct Push;  // one run: the actor, the transaction, the state it works on

    Outcome run_all(Push& push, const sync::PushRequest& request, sync::PushAnswer& answer);
    Outcome admit_device(const Push& push, const DeviceId& device_id, std::uint64_t& last_sequence);
    Outcome recall(Push& push,
                   const sync::PushRequest& request,
                   std::uint64_t last_sequence,
                   sync::PushAnswer& answer);
    sync::OperationOutcome execute(Push& push, const sync::Operation& operation);
    Result<std::string> accept_event(Push& push, const sync::Operation& operation);
    Result<std::string> decide_intent(Push& push, const sync::Operation& operation);
    Result<std::string> decide_registration(Push& push, const sync::Operation& operation);
    void append_decided(Push& push, const app::Event& event);
    void note_for_units(Push& push, const app::Event& event);
    FoldedTeacher& folded_of(Push& push);
    const app::TeacherState& teacher_of(Push& push) { return folded_of(push).state; }
    app::DecideContext context_of(Push& push);

    store::EventStore& store_;
    const AuthorityClock& clock_;
    const rules::RuleBook rules_;
    const diagnostic::CapabilityShelf& shelf_;  // outlives this

    // Touched by write jobs only.
    TeacherStates teachers_;
    SharedStates shared_;
    ServerStamps stamps_;
    RosterRunner rosters_;
    LedgerRunner ledgers_;
    RegistrationRunner registrations_;
};

}  // namespace xueshi::authority
