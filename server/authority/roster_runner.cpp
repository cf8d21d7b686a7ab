#include "server/authority/roster_runner.h"

#include <set>
#include <utility>

#include "core/base/alternatives.h"
#include "core/app/special_applicant.h"
#include "core/app/special_hours.h"
#include "core/app/special_posts.h"
#include "core/codec/special_json.h"
#include "core/enrolment/roster_notes.h"
#include "server/authority/authorize.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/deputy_book.h"
#include "server/authority/hour_recording.h"

namespace xueshi::authority {
namespace {

using enrolment::Applicant;
using enrolment::RosterCommand;
using enrolment::RosterFact;

bool is_teachers_own(const RosterCommand& command) {
    return std::holds_alternative<enrolment::SignUp>(command) ||
           std::holds_alternative<enrolment::ResubmitEnrolment>(command) ||
           std::holds_alternative<enrolment::WithdrawEnrolment>(command);
}

// Who follows an applicant: themself, and everybody who acts in the chain or may stand in for a district.
std::vector<std::string> feeds_about(const Applicant& applicant, const enrolment::SpecialProject& project,
                                     const UnitId& centre, bool with_teacher) {
    std::set<std::string> feeds = {project_feed(project.id), unit_feed(applicant.school_id),
                                   unit_feed(applicant.quota_unit_id), unit_feed(project.institution_id)};
    if (!centre.empty()) feeds.insert(unit_feed(centre));
    if (with_teacher) feeds.insert(personal_feed(AccountId{applicant.teacher_id.text}));
    return {feeds.begin(), feeds.end()};
}

// Of the plan to study away: whoever hands it in, and whoever decides on it.
std::vector<std::string> feeds_of_organisers(const enrolment::SpecialProject& project, const UnitId& centre) {
    std::vector<std::string> feeds = {project_feed(project.id), unit_feed(project.institution_id)};
    if (!centre.empty() && !(centre == project.institution_id)) feeds.push_back(unit_feed(centre));
    return feeds;
}

app::SpecialEvent event_of(const RosterFact& fact) {
    return with_alternative(fact, [](const auto& event) -> app::SpecialEvent { return event; });
}

}  // namespace

RosterRunner::RosterRunner(TeacherStates& teachers, SharedStates& shared, ServerStamps& stamps)
    : teachers_(teachers), shared_(shared), stamps_(stamps) {}

FoldedRoster& RosterRunner::folded_of(Turn& turn, const std::string& feed) {
    const auto found = turn.rosters.find(feed);
    if (found != turn.rosters.end()) {
        RosterStates::catch_up(turn.transaction, feed, found->second);
        return found->second;
    }
    return turn.rosters.emplace(feed, rosters_.take(turn.transaction, feed)).first->second;
}

std::optional<Applicant> RosterRunner::applicant_of(Turn& turn, const RosterCommand& command) {
    const std::string* number = enrolment::named_teacher(command);
    if (number == nullptr && !std::holds_alternative<enrolment::SignUp>(command)) return std::nullopt;
    const auto named = number != nullptr ? turn.transaction.find_account_by_login(*number) : std::nullopt;
    if (number != nullptr && !named) return std::nullopt;
    const AccountId& account = named ? named->id : turn.actor.id;
    const FoldedTeacher folded = teachers_.load(turn.transaction, personal_feed(account));
    if (!folded.state.profile.is_written()) return std::nullopt;
    return app::applicant_of(folded.state.profile.value);
}

UnitId RosterRunner::centre(Turn& turn) {
    for (const auto& [id, unit] : shared_.load(turn.transaction).units) {
        if (unit.value.kind == organisation::OrgKind::Centre) return id;
    }
    return {};
}

// Of the actor's own uploads: what somebody else uploaded is not there for them.
bool RosterRunner::has_attachment(Turn& turn, const RosterCommand& command) {
    const AttachmentId* id = enrolment::named_attachment(command);
    const auto attachment = id == nullptr ? std::nullopt : turn.transaction.find_attachment(*id);
    return attachment && attachment->owner_id == turn.actor.id;
}

organisation::Actor RosterRunner::actor_of(Turn& turn) {
    organisation::Actor actor{
        turn.actor.id, turn.actor.display_name,
        app::posts_of(turn.actor.roles, turn.actor.unit_id, shared_.load(turn.transaction).units)};
    const auto& deputations = folded_of(turn, std::string(kDeputiesFeed)).state.deputations;
    for (organisation::Post& post : organisation::deputy_posts(deputations, turn.actor.id, date_of(turn.now))) {
        actor.posts.push_back(std::move(post));
    }
    return actor;
}

Result<std::string> RosterRunner::run_deputy(Turn& turn, std::string_view type, std::string_view payload) {
    const auto command = codec::decode_deputy_intent(type, payload);
    if (!command) return command.error();
    if (!authorize(turn.actor, Action::NameDeputy, turn.actor.id.text)) return make_error(kForbidden, std::string(type));
    std::optional<organisation::NamedPerson> named;
    if (const auto* name = std::get_if<organisation::NameDeputy>(&*command)) {
        const auto account = turn.transaction.find_account_by_login(name->deputy_number);
        if (account) named = {account->id, account->display_name, account->unit_id};
    }
    const organisation::Actor actor = actor_of(turn);
    FoldedRoster& folded = folded_of(turn, std::string(kDeputiesFeed));
    const auto fact = organisation::decide({.now = turn.now,
                                            .fresh_receipt_id = turn.fresh_receipt_id,
                                            .actor = actor,
                                            .deputations = folded.state.deputations,
                                            .named = named ? &*named : nullptr},
                                           *command);
    if (!fact) return fact.error();
    const app::SpecialEvent event = with_alternative(*fact, [](const auto& each) -> app::SpecialEvent { return each; });
    const Stamp stamp = stamps_.next(turn.transaction, std::string(kDeputiesFeed), turn.now);
    app::apply(folded.state, event, stamp);
    const DeputationId& id = with_alternative(*fact, [](const auto& each) -> const DeputationId& { return each.deputation_id; });
    const organisation::DeputyNamed& about = folded.state.deputations.at(id).named.value;
    append(turn, {std::string(kDeputiesFeed), personal_feed(about.holder_id), personal_feed(about.deputy_id)}, event, stamp);
    folded.head = turn.transaction.feed_head(kDeputiesFeed);
    return codec::encode_step_receipt({turn.fresh_receipt_id, turn.now});
}

Result<std::string> RosterRunner::run(Turn& turn, std::string_view type, std::string_view payload) {
    if (codec::is_deputy_intent(type)) return run_deputy(turn, type, payload);
    const auto command = codec::decode_special_intent(type, payload);
    if (!command) return command.error();
    const Action action = is_teachers_own(*command) ? Action::EnrolInProject : Action::ReviewProject;
    const organisation::Actor actor = actor_of(turn);
    if (!authorize(person_of(turn.actor, actor), action, turn.actor.id.text)) {
        return make_error(kForbidden, std::string(type));
    }

    FoldedRoster& folded = folded_of(turn, project_feed(enrolment::project_of(*command)));
    const enrolment::SpecialProject* project = folded.state.find_project(enrolment::project_of(*command));
    if (project == nullptr) {
        return make_error(enrolment::kUnknownProject, enrolment::project_of(*command).text);
    }
    const std::optional<Applicant> applicant = applicant_of(turn, *command);
    const auto facts = enrolment::decide({.now = turn.now,
                                          .fresh_receipt_id = turn.fresh_receipt_id,
                                          .project = *project,
                                          .roster = folded.state.rosters[project->id],
                                          .actor = actor,
                                          .applicant = applicant ? &*applicant : nullptr,
                                          .has_attachment = has_attachment(turn, *command)},
                                         *command);
    if (!facts) return facts.error();
    record(turn, folded, *project, *facts);
    return codec::encode_step_receipt({turn.fresh_receipt_id, turn.now});
}

void RosterRunner::record(Turn& turn, FoldedRoster& folded, const enrolment::SpecialProject& project,
                          const std::vector<RosterFact>& facts) {
    enrolment::ProjectRoster& roster = folded.state.rosters[project.id];
    const std::set<UnitId> units = enrolment::touched_units(roster, facts);
    const enrolment::RosterCounts before = enrolment::count(roster, project.id, units);
    const UnitId centre_id = centre(turn);
    const std::string aggregate = project_feed(project.id);
    const std::string catalogue(kCatalogueFeed);

    for (const RosterFact& fact : facts) {
        const Stamp stamp = stamps_.next(turn.transaction, aggregate, turn.now);
        enrolment::apply(roster, fact, stamp);
        if (const auto* opened = std::get_if<enrolment::EnrolmentOpened>(&fact)) {
            append(turn, feeds_about(opened->applicant, project, centre_id, true), *opened, stamp);
        } else if (const auto* moved = std::get_if<enrolment::EnrolmentMoved>(&fact)) {
            const Applicant& applicant = roster.find(moved->enrolment_id)->applicant();
            append(turn, feeds_about(applicant, project, centre_id, true), *moved, stamp);
            if (moved->move == enrolment::EnrolmentMove::Completed) record_hours(turn, roster, project, *moved);
        } else if (const auto* requested = std::get_if<enrolment::SubstitutionRequested>(&fact)) {
            append(turn, feeds_about(roster.find(requested->leaving_id)->applicant(), project, centre_id, false),
                   *requested, stamp);
        } else if (const auto* reviewed = std::get_if<enrolment::SubstitutionMoved>(&fact)) {
            const auto& substitution = roster.substitutions.at(reviewed->substitution_id).requested.value;
            append(turn, feeds_about(roster.find(substitution.leaving_id)->applicant(), project, centre_id, false),
                   *reviewed, stamp);
        } else if (const auto* attached = std::get_if<enrolment::SubstitutionDocumentAttached>(&fact)) {
            const auto& substitution = roster.substitutions.at(attached->substitution_id).requested.value;
            const auto feeds = feeds_about(roster.find(substitution.leaving_id)->applicant(), project, centre_id, false);
            append(turn, feeds, *attached, stamp);
            turn.transaction.note_attached(attached->attachment_id, attached->file_name, feeds);
        } else if (std::holds_alternative<enrolment::StudyAwayMoved>(fact)) {
            append(turn, feeds_of_organisers(project, centre_id), event_of(fact), stamp);
        } else {
            append(turn, {aggregate, catalogue}, event_of(fact), stamp);
        }
    }

    const enrolment::RosterNotes notes =
        enrolment::notes_between(project.id, before, enrolment::count(roster, project.id, units));
    for (const enrolment::SeatsNoted& seats : notes.seats) {
        append(turn, {catalogue}, seats, stamps_.next(turn.transaction, catalogue, turn.now));
    }
    for (const enrolment::PositionNoted& position : notes.positions) {
        const Applicant& applicant = roster.find(position.enrolment_id)->applicant();
        const std::string feed = personal_feed(AccountId{applicant.teacher_id.text});
        append(turn, {feed}, position, stamps_.next(turn.transaction, feed, turn.now));
    }
    folded.head = turn.transaction.feed_head(aggregate);
}

void RosterRunner::record_hours(Turn& turn, const enrolment::ProjectRoster& roster,
                                const enrolment::SpecialProject& project, const enrolment::EnrolmentMoved& moved) {
    const catalogue::CourseRun* run = shared_.load(turn.transaction).catalogue.find(project.course_run_id);
    if (run == nullptr) throw store::StoreFailure("A special project has no course run: " + project.id.text);
    const Applicant& applicant = roster.find(moved.enrolment_id)->applicant();
    const std::string feed = personal_feed(AccountId{applicant.teacher_id.text});
    const FoldedTeacher teacher = teachers_.load(turn.transaction, feed);
    authority::record_hours(turn.transaction, stamps_, feed, teacher.ledger,
                            app::completion_record(moved.enrolment_id, project, *run), turn.now);
}

void RosterRunner::append(Turn& turn, const std::vector<std::string>& feeds, const app::SpecialEvent& event,
                          const Stamp& stamp) {
    const sync::Envelope envelope = envelope_of(codec::encode_special_event(event), stamp);
    for (const std::string& feed : feeds) turn.transaction.append(feed, envelope);
}

}  // namespace xueshi::authority
