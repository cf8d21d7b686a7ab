// Decides what concerns special projects: sign-up, reviews, places, attendance, substitution, plans to study away, and
// who stands in for whom in all of it.
//
// Counting a place and giving it is one decision on one roster inside one transaction. What follows from it goes to
// the feeds of those it concerns, in the same transaction: the applicant's own, their school's, the district's or
// affiliated unit's, the institution's and the Centre's; how many places are left goes to everybody's catalogue.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/enrolment/roster_decide.h"
#include "server/authority/roster_states.h"
#include "server/authority/server_stamps.h"
#include "server/authority/teacher_states.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

class RosterRunner {
  public:
    // All must outlive it.
    RosterRunner(TeacherStates& teachers, SharedStates& shared, ServerStamps& stamps);

    // One push's rosters; given back when its job is done.
    struct Turn {
        const store::AccountRecord& actor;
        store::Transaction& transaction;
        Instant now;
        ReceiptId fresh_receipt_id;
        std::map<std::string, FoldedRoster>& rosters;
    };

    // The account's own posts, then those it stands in for today.
    organisation::Actor actor_of(Turn& turn);
    // The receipt's document, or the refusal.
    Result<std::string> run(Turn& turn, std::string_view type, std::string_view payload);
    void give_back(std::map<std::string, FoldedRoster> rosters) { rosters_.give_back(std::move(rosters)); }

  private:
    FoldedRoster& folded_of(Turn& turn, const std::string& feed);
    Result<std::string> run_deputy(Turn& turn, std::string_view type, std::string_view payload);
    // Whom the command puts on a list, where it does.
    std::optional<enrolment::Applicant> applicant_of(Turn& turn, const enrolment::RosterCommand& command);
    bool has_attachment(Turn& turn, const enrolment::RosterCommand& command);
    void record(Turn& turn, FoldedRoster& folded, const enrolment::SpecialProject& project,
                const std::vector<enrolment::RosterFact>& facts);
    void record_hours(Turn& turn, const enrolment::ProjectRoster& roster, const enrolment::SpecialProject& project,
                      const enrolment::EnrolmentMoved& moved);
    void append(Turn& turn, const std::vector<std::string>& feeds, const app::SpecialEvent& event, const Stamp& stamp);
    UnitId centre(Turn& turn);

    TeacherStates& teachers_;
    SharedStates& shared_;
    ServerStamps& stamps_;
    RosterStates rosters_;
};

}  // namespace xueshi::authority
