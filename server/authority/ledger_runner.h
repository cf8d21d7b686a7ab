// Decides what concerns the hour ledger: a teacher allocates hours of a phase to years (R23, R24).
//
// The allocation and the record in its new year go to the teacher's feed in one transaction, so that whoever reads
// records is right without knowing of allocations (decision 0025). Nobody else's feed hears of it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/rules/rule_pack.h"
#include "server/authority/server_stamps.h"
#include "server/authority/teacher_states.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

class LedgerRunner {
  public:
    // All must outlive it.
    LedgerRunner(SharedStates& shared, ServerStamps& stamps, const rules::RuleBook& rules)
        : shared_(shared), stamps_(stamps), rules_(rules) {}

    struct Turn {
        const store::AccountRecord& actor;
        store::Transaction& transaction;
        Instant now;
        ReceiptId fresh_receipt_id;
        const std::string& feed;  // the actor's own
        FoldedTeacher& teacher;   // folded to the feed's head; left so
    };

    // The receipt's document, or the refusal, which has changed nothing.
    Result<std::string> run(const Turn& turn, std::string_view type, std::string_view payload);

  private:
    SharedStates& shared_;
    ServerStamps& stamps_;
    const rules::RuleBook& rules_;
};

}  // namespace xueshi::authority
