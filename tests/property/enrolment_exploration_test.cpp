// Every interleaving of what three applicants, their reviewers, the Centre and the calendar can do over two places:
// no state breaks the quota, the order of the waiting list or a deadline, and nobody is on the final list without
// every approval. The exploration runs the decide of the server.
#include <gtest/gtest.h>

#include <deque>
#include <set>
#include <sstream>
#include <unordered_set>

#include "tests/support/roster_world.h"

namespace xueshi::enrolment {
namespace {

using namespace xueshi::testing;

struct Order {
    organisation::Actor actor;
    RosterCommand command;
    const Applicant* named = nullptr;
};

// The last moment before each date closes, and one after all of them.
const std::vector<Instant>& moments() {
    static const std::vector<Instant> all = {moment("2017-03-25T23:59"), moment("2017-04-01T23:59"),
                                             moment("2017-04-08T23:59"), moment("2017-04-15T23:59"),
                                             moment("2017-04-16T00:00")};
    return all;
}

struct Situation {
    RosterWorld world;
    std::size_t moment = 0;
};

class Exploration {
  public:
    Exploration(std::size_t place_step, std::vector<Reservation> reserved)
        : people_{applicant("a"), applicant("b", "school-b"), applicant("c")}, substitute_(applicant("s", "school-b")) {
        Situation first;
        first.world.now = moments().front();
        first.world.project.chain.place_step = place_step;
        first.world.set_quota(2, "district", std::move(reserved));
        orders_ = all_orders(first.world.project);
        visit(first);
    }

    void run() {
        while (!waiting_.empty() && !::testing::Test::HasFatalFailure()) {
            const Situation situation = std::move(waiting_.front());
            waiting_.pop_front();
            if (situation.moment + 1 < moments().size()) {
                Situation later = situation;
                later.world.now = moments()[++later.moment];
                visit(later);
            }
            for (const Order& order : orders_) follow(situation, order);
        }
    }
    std::size_t states() const { return seen_.size(); }
    std::size_t steps() const { return steps_; }
    bool has_seen(EnrolmentState state) const { return states_seen_.contains(state); }
    bool has_seen_promotion() const { return has_seen_promotion_; }
    bool has_seen_handover() const { return has_seen_handover_; }

  private:
    std::vector<Order> all_orders(const SpecialProject& project) const {
        std::vector<Order> orders;
        for (const Applicant& person : people_) {
            const EnrolmentId id{person.teacher_id.text};
            const auto teacher = as_teacher(person);
            orders.push_back({teacher, SignUp{id, project.id}, &person});
            orders.push_back({teacher, ResubmitEnrolment{id, project.id}});
            orders.push_back({teacher, WithdrawEnrolment{id, project.id, "调离"}});
            const organisation::Actor reviewers[] = {principal_of(person.school_id.text), district_administrator(),
                                                     institution()};
            for (std::size_t step = 0; step < project.chain.steps.size(); ++step) {
                for (const Verdict verdict : {Verdict::Approve, Verdict::Return, Verdict::Refuse}) {
                    orders.push_back({reviewers[step], ReviewEnrolment{id, project.id, step, verdict, "理由"}});
                }
            }
        }
        const SubstitutionId substitution{"x"};
        orders.push_back({principal_of("school-a"),
                          RequestSubstitution{substitution, project.id, EnrolmentId{"a"}, "20170000001",
                                              EnrolmentId{"s"}, "病假"},
                          &substitute_});
        for (const auto& who : {district_administrator(), centre()}) {
            orders.push_back({who, ReviewSubstitution{substitution, project.id, true, {}}});
        }
        orders.push_back({principal_of("school-a"), AttachDocument{substitution, project.id, AttachmentId{"f"},
                                                                    DocumentKind::Withdrawal, "scan.pdf"}});
        for (const int places : {1, 2, 3}) {
            orders.push_back({centre(), SetQuota{project.id, {{UnitId{"district"}, places, {}}}}});
        }
        return orders;
    }

    void follow(const Situation& situation, const Order& order) {
        ++steps_;
        const auto facts = situation.world.decide(order.actor, order.command, order.named);
        if (!facts) return;
        Situation next = situation;
        for (const RosterFact& fact : *facts) next.world.tell(fact);
        for (const RosterFact& fact : *facts) note(fact);
        check_order(situation, next, *facts);
        if (std::holds_alternative<AttachDocument>(order.command)) check_scan(situation, next);
        visit(next);
    }

    void note(const RosterFact& fact) {
        const auto* moved = std::get_if<EnrolmentMoved>(&fact);
        if (moved != nullptr && moved->move == EnrolmentMove::Promoted) has_seen_promotion_ = true;
        const auto* opened = std::get_if<EnrolmentOpened>(&fact);
        if (opened != nullptr && opened->origin == EnrolmentOrigin::Substitute) has_seen_handover_ = true;
    }

    // Whoever is promoted stood before everybody of their school who still waits; nobody is promoted after the last day.
    void check_order(const Situation& before, const Situation& after, const std::vector<RosterFact>& facts) {
        for (const RosterFact& fact : facts) {
            const auto* moved = std::get_if<EnrolmentMoved>(&fact);
            if (moved == nullptr || moved->move != EnrolmentMove::Promoted) continue;
            ASSERT_LT(before.moment, moments().size() - 1) << "promoted after the final list was due";
            const Enrolment& promoted = before.world.of(moved->enrolment_id.text);
            for (const Waiting& waiting : waiting_list(after.world.roster, UnitId{"district"})) {
                if (!(waiting.school_id == promoted.applicant().school_id)) continue;
                ASSERT_TRUE(promoted.waiting_since() < waiting.since) << "passed over";
            }
        }
    }

    // A scan changes nothing but that it is there, and only while the substitution is open.
    void check_scan(const Situation& before, const Situation& after) {
        const SubstitutionId id{"x"};
        ASSERT_TRUE(before.world.roster.substitutions.at(id).is_open());
        ProjectRoster without = after.world.roster;
        without.substitutions.at(id).documents.clear();
        ProjectRoster was = before.world.roster;
        was.substitutions.at(id).documents.clear();
        ASSERT_EQ(without, was);
    }

    // What makes two situations have the same future.
    std::string key_of(const Situation& situation) const {
        std::ostringstream key;
        key << situation.moment;
        for (const auto& [id, enrolment] : situation.world.roster.enrolments) {
            key << '|' << id.text << static_cast<int>(enrolment.state()) << static_cast<int>(enrolment.place())
                << enrolment.steps_passed() << enrolment.has_left_final_list();
        }
        for (const Waiting& waiting : waiting_list(situation.world.roster, UnitId{"district"})) {
            key << '>' << waiting.enrolment_id.text;
        }
        for (const auto& [id, substitution] : situation.world.roster.substitutions) {
            key << '#' << static_cast<int>(substitution.state()) << substitution.documents.size();
        }
        for (const QuotaRow& row : situation.world.roster.quota.value) {
            key << '=' << row.places << '/' << row.reserved.size();
        }
        return key.str();
    }

    void visit(const Situation& situation) {
        check_quota(situation);
        check_final_list(situation);
        if (seen_.insert(key_of(situation)).second) waiting_.push_back(situation);
    }

    void check_quota(const Situation& situation) {
        const ProjectRoster& roster = situation.world.roster;
        const UnitId district{"district"};
        const QuotaRow* row = find_row(roster.quota.value, district);
        ASSERT_NE(row, nullptr);
        const PlacesBySchool held = places_held(roster, district);
        ASSERT_TRUE(holds_all(*row, held)) << key_of(situation);
        int total = 0;
        for (const auto& [school, count] : held) total += count;
        ASSERT_LE(total, row->places) << "oversold";
        // A place that is free while somebody waits for it would never be given away again. What substitution hands
        // over after the last day is the only other way.
        if (situation.moment + 1 == moments().size()) return;
        for (const Waiting& waiting : waiting_list(roster, district)) {
            ASSERT_FALSE(has_place_for(*row, held, waiting.school_id)) << "a place stays empty: " << key_of(situation);
        }
    }

    void check_final_list(const Situation& situation) {
        const ApprovalChain& chain = situation.world.project.chain;
        for (const auto& [id, enrolment] : situation.world.roster.enrolments) {
            states_seen_.insert(enrolment.state());
            if (enrolment.state() != EnrolmentState::Final) continue;
            ASSERT_EQ(enrolment.place(), PlaceState::Held);
            if (enrolment.opened.value.origin == EnrolmentOrigin::Substitute) {
                const Substitution& substitution = situation.world.roster.substitutions.at(SubstitutionId{"x"});
                ASSERT_EQ(substitution.moves.size(), 2u) << "by the district and the Centre";
                continue;
            }
            std::size_t step = 0;
            for (const auto& [stamp, moved] : enrolment.moves) {
                if (moved.move == EnrolmentMove::Resubmitted) step = 0;
                if (moved.move != EnrolmentMove::Approved) continue;
                ASSERT_EQ(moved.step, step) << "out of turn";
                ASSERT_TRUE(is_before_end_of(chain.steps[step].deadline, moved.at)) << "too late";
                ++step;
            }
            ASSERT_EQ(step, chain.steps.size()) << "a stage is missing";
        }
    }

    std::vector<Applicant> people_;
    Applicant substitute_;
    std::vector<Order> orders_;
    std::deque<Situation> waiting_;
    std::unordered_set<std::string> seen_;
    std::set<EnrolmentState> states_seen_;
    std::size_t steps_ = 0;
    bool has_seen_promotion_ = false;
    bool has_seen_handover_ = false;
};

void explore(std::size_t place_step, std::vector<Reservation> reserved) {
    Exploration exploration(place_step, std::move(reserved));
    exploration.run();
    if (::testing::Test::HasFatalFailure()) return;
    EXPECT_TRUE(exploration.has_seen_promotion());
    EXPECT_TRUE(exploration.has_seen_handover());
    for (const EnrolmentState state : {EnrolmentState::Returned, EnrolmentState::Refused, EnrolmentState::Withdrawn,
                                       EnrolmentState::Final, EnrolmentState::Substituted}) {
        EXPECT_TRUE(exploration.has_seen(state)) << static_cast<int>(state);
    }
    ::testing::Test::RecordProperty("states", static_cast<int>(exploration.states()));
    ::testing::Test::RecordProperty("steps", static_cast<int>(exploration.steps()));
    std::printf("%zu states, %zu steps\n", exploration.states(), exploration.steps());
}

TEST(EnrolmentExploration, NoInterleavingBreaksQuotaOrderOrDeadline) { explore(1, {}); }
TEST(EnrolmentExploration, NorWhereAPlaceIsReservedForASchool) { explore(1, {{UnitId{"school-b"}, 1}}); }
TEST(EnrolmentExploration, NorWhereTheLastStepTakesThePlace) { explore(2, {}); }

}  // namespace
}  // namespace xueshi::enrolment
