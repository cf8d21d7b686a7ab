// Decides what concerns hours registered by others: research hours, district-based and school-based training, external
// records and their reviews (R19, R26, R28, R29).
//
// One decision is one transaction: the fact in the feeds of those it concerns, the record of each teacher whose hours
// it changes, and who may read the scans it attaches.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/registration/registration_decide.h"
#include "server/authority/register_states.h"
#include "server/authority/server_stamps.h"
#include "server/authority/teacher_states.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

class RegistrationRunner {
  public:
    // All must outlive it.
    RegistrationRunner(TeacherStates& teachers, SharedStates& shared, ServerStamps& stamps, const rules::RuleBook& rules)
        : teachers_(teachers), shared_(shared), stamps_(stamps), rules_(rules) {}

    // What one push has folded, by feed; given back when its job is done.
    struct Folded {
        std::map<std::string, FoldedTeacher> teachers;
        std::map<std::string, FoldedRegister> registers;
    };
    struct Turn {
        const store::AccountRecord& account;
        store::Transaction& transaction;
        Instant now;
        ReceiptId fresh_receipt_id;
        organisation::Actor actor;  // the account's posts, and those it stands in for
        Folded& folded;
    };

    // The receipt's document, or the refusal, which has changed nothing.
    Result<std::string> run(Turn& turn, std::string_view type, std::string_view payload);
    void give_back(Folded folded);

  private:
    struct Concerned;  // the teachers a command is about

    FoldedTeacher& teacher_of(Turn& turn, const AccountId& account);
    const registration::Registrations& register_of(Turn& turn, const UnitId& school);
    const registration::Registrations& register_of(Turn& turn, const registration::RegistrationCommand& command);
    Concerned concerned_by(Turn& turn, const registration::RegistrationCommand& command,
                           const registration::Registrations& registrations);
    std::set<AttachmentId> own_uploads(Turn& turn, const std::vector<registration::Evidence>& evidence);
    UnitId centre(Turn& turn);
    void record(Turn& turn, const registration::Registration* before, const registration::RegistrationDecision& decision);
    void append(Turn& turn, const std::string& feed, const registration::RegistrationFact& fact, const Stamp& stamp);

    TeacherStates& teachers_;
    SharedStates& shared_;
    ServerStamps& stamps_;
    const rules::RuleBook& rules_;
    RegisterStates registers_;
};

}  // namespace xueshi::authority
