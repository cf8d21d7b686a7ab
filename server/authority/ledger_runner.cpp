#include "server/authority/ledger_runner.h"

#include <vector>

#include "core/codec/ledger_json.h"
#include "core/codec/special_json.h"
#include "server/authority/authorize.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/hour_recording.h"

namespace xueshi::authority {

Result<std::string> LedgerRunner::run(const Turn& turn, std::string_view type, std::string_view payload) {
    if (!authorize(turn.actor, Action::AllocateHours, turn.actor.id.text)) {
        return make_error(kForbidden, std::string(type));
    }
    const auto command = codec::decode_ledger_intent(type, payload);
    if (!command) return command.error();
    const std::vector<ledger::HourRecord> records = turn.teacher.state.record_list();
    const auto facts = allocation::decide({.now = turn.now,
                                           .fresh_receipt_id = turn.fresh_receipt_id,
                                           .actor_name = turn.actor.display_name,
                                           .records = records,
                                           .ledger = turn.teacher.ledger,
                                           .catalogue = shared_.load(turn.transaction).catalogue,
                                           .rules = rules_},
                                          *command);
    if (!facts) return facts.error();

    for (const ledger::LedgerFact& fact : *facts) {
        const Stamp stamp = stamps_.next(turn.transaction, turn.feed, turn.now);
        turn.transaction.append(turn.feed, envelope_of(codec::encode_ledger_event(fact), stamp));
    }
    TeacherStates::catch_up(turn.transaction, turn.feed, turn.teacher);
    const std::vector<ledger::HourRecord> moved = allocation::records_after(records, command->moves);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (moved[i] == records[i]) continue;
        record_hours(turn.transaction, stamps_, turn.feed, turn.teacher.ledger, moved[i], turn.now);
    }
    TeacherStates::catch_up(turn.transaction, turn.feed, turn.teacher);
    return codec::encode_step_receipt({turn.fresh_receipt_id, turn.now});
}

}  // namespace xueshi::authority
