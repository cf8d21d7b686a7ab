#include "web/runtime/action_runner.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "core/app/authority.h"
#include "core/app/decide.h"
#include "core/app/describe.h"
#include "core/app/select_plan.h"
#include "core/app/theme_courses.h"
#include "core/app/undo.h"
#include "core/codec/device_json.h"
#include "core/plan/compose_problem.h"
#include "web/runtime/hours_desk.h"
#include "web/runtime/register_desk.h"
#include "web/runtime/special_desk.h"

namespace xueshi::runtime {
namespace {

using Tone = views::Notice::Tone;

constexpr ErrorCode kFileUnreadable{"FileUnreadable"};  // no file of unsynced work, or a damaged one
constexpr ErrorCode kFileOfAnother{"FileOfAnother"};    // another account's; names whose

const plan::PlanDraft* find_draft(const ClientState& state, const PlanId& id) {
    const auto found = state.teacher.plans.find(id);
    return found != state.teacher.plans.end() && found->second.exists() ? &found->second : nullptr;
}

// Commands on plans: an empty id means the draft being edited.
app::Command with_plan(app::Command command, const PlanId& edited) {
    std::visit(
        [&](auto& order) {
            if constexpr (requires { order.plan_id; }) {
                if (order.plan_id.empty()) order.plan_id = edited;
            }
        },
        command);
    return command;
}

}  // namespace

void ActionRunner::run(const std::vector<views::Action>& actions, double now_ms) {
    now_ms_ = now_ms;
    for (const views::Action& action : actions) {
        std::visit([this](const auto& asked) { run_one(asked); }, action);
    }
}

void ActionRunner::reset() {
    chosen_plan_ = {};
    shows_sign_in_ = false;
    upload_.cancel();
    evidence_.clear();
    certificate_.clear();
    failed_completion_.reset();
    desk_.reset();
}

const plan::PlanningAdvice* ActionRunner::failed_completion() const {
    return failed_completion_ && failed_plan_ == edited_plan() ? &*failed_completion_ : nullptr;
}

PlanId ActionRunner::edited_plan() const {
    if (find_draft(parts_.state, chosen_plan_) != nullptr) return chosen_plan_;
    for (const auto& [id, draft] : parts_.state.teacher.plans) {
        if (draft.exists()) return id;
    }
    return {};
}

app::SelectInput ActionRunner::select_input() const {
    const auto& account = parts_.state.session.account;
    return {.now = now(),
            .edited_plan = edited_plan(),
            .device_id = parts_.journal.device_id(),
            .roles = account ? std::span(account->roles) : std::span<const organisation::OrgRole>{},
            .teacher = parts_.state.teacher,
            .shared = parts_.state.shared,
            .unit = parts_.state.unit,
            .rules = parts_.state.rules,
            .shelf = parts_.questions.shelf()};
}

std::string ActionRunner::title_of(const std::string& run_id) const {
    const catalogue::CourseRun* run = parts_.state.shared.catalogue.find(CourseRunId{run_id});
    return run == nullptr ? run_id : run->title;
}

void ActionRunner::refuse(const Error& error) {
    parts_.notices.post(Tone::Refused, std::string(error.code.name()), title_of(error.subject), false);
}

bool ActionRunner::decide_together(std::span<const app::Command> commands) {
    const app::DecideContext context{.now = now(),
                                     .fresh_receipt_id = {},
                                     .teacher = parts_.state.teacher,
                                     .shared = parts_.state.shared,
                                     .rules = parts_.state.rules,
                                     .shelf = parts_.questions.shelf()};
    std::vector<app::Event> events;
    for (const app::Command& command : commands) {
        Result<std::vector<app::Event>> decided = app::decide(context, command);
        if (!decided) {
            refuse(decided.error());
            return false;
        }
        std::move(decided->begin(), decided->end(), std::back_inserter(events));
    }
    const app::Deed deed = app::describe(commands.back(), parts_.state.teacher, parts_.state.shared);
    std::vector<app::Event> inverse = app::inverse_of(parts_.state.teacher, events);
    parts_.journal.record_step(
        parts_.state, {std::string(deed.code), deed.subject, std::move(events), std::move(inverse)}, now());
    failed_completion_.reset();
    return true;
}

void ActionRunner::announce_mark(const plan::MarkCourseRun& command) {
    const std::string title = title_of(command.course_run_id.text);
    if (command.mark == plan::PlanMark::Chosen) parts_.notices.post(Tone::Done, "RunAdded", title, true);
    if (command.mark == plan::PlanMark::Excluded) parts_.notices.post(Tone::Done, "RunExcluded", title, true);
    if (command.mark == plan::PlanMark::None) parts_.notices.post(Tone::Done, "RunRemoved", title, true);
}

void ActionRunner::run_one(const app::Command& asked) {
    const app::Command command = with_plan(asked, edited_plan());
    if (app::authority_of(command) == app::DecidedBy::Server) {
        parts_.journal.record_intent(command, now());
        return;
    }
    const auto* mark = std::get_if<plan::MarkCourseRun>(&command);
    const bool was_in_plan = [&] {
        const plan::PlanDraft* draft = mark == nullptr ? nullptr : find_draft(parts_.state, mark->plan_id);
        if (draft == nullptr) return false;
        const plan::PlanMark before = draft->mark_of(mark->course_run_id);
        return before == plan::PlanMark::Chosen || before == plan::PlanMark::Pinned;
    }();
    if (!decide_here(command) || mark == nullptr) return;
    const bool is_in_plan = mark->mark == plan::PlanMark::Chosen || mark->mark == plan::PlanMark::Pinned;
    if (was_in_plan != is_in_plan) announce_mark(*mark);
}

void ActionRunner::run_one(const views::OpenRoute& action) {
    if (action.replaces) {
        parts_.navigation.replace(action.path);
    } else {
        parts_.navigation.push(action.path);
    }
}

void ActionRunner::run_one(const views::GoBack&) { parts_.navigation.back(); }

void ActionRunner::run_one(const views::SignIn& action) { parts_.link.sign_in(action.login, action.password); }

void ActionRunner::run_one(const views::SignOut&) {
    if (!parts_.link.sign_out()) parts_.notices.post(Tone::Attention, "UnconfirmedWork", {}, false);
}

void ActionRunner::run_one(const views::CreatePlan& action) {
    const PlanId id{"p" + random_id(parts_.entropy).substr(0, 12)};
    if (decide_here(plan::NamePlan{id, action.name})) chosen_plan_ = id;
}

void ActionRunner::run_one(const views::EditPlan& action) { chosen_plan_ = action.plan_id; }

void ActionRunner::run_one(const views::CompletePlan& action) {
    desk_.complete(action.plan_id.empty() ? edited_plan() : action.plan_id, now());
}

void ActionRunner::run_one(const views::StopPlanning&) { desk_.stop_search(); }

void ActionRunner::follow_plan(double now_ms) {
    now_ms_ = now_ms;
    desk_.follow(edited_plan(), now());
}

void ActionRunner::take_proposals(double now_ms) {
    now_ms_ = now_ms;
    if (!desk_.is_asking()) return;
    if (const auto completion = desk_.hear(now())) adopt(*completion);
}

void ActionRunner::adopt(const PlanDesk::Completion& completion) {
    if (!completion.advice) return parts_.notices.post(Tone::Refused, completion.refusal, {}, false);
    const plan::PlanDraft* draft = find_draft(parts_.state, completion.plan_id);
    if (draft == nullptr) return;
    const std::string name = draft->name.value();
    const auto* best = std::get_if<plan::OptimalAnswer>(&completion.advice->answer.verdict);
    if (best == nullptr) {
        failed_plan_ = completion.plan_id;
        failed_completion_ = completion.advice;
        ++parts_.state.revision;
        parts_.notices.post(Tone::Attention, "NothingFits", {}, false);
    } else if (decide_here(plan::AdoptProposal{completion.plan_id, plan::run_ids(best->best.chosen)})) {
        parts_.notices.post(Tone::Done, "PlanCompleted", name, true);
    }
}

void ActionRunner::run_one(const views::TakeProposal& action) {
    const plan::PlanDraft* draft = find_draft(parts_.state, action.plan_id);
    if (draft == nullptr) return;
    const std::string name = draft->name.value();
    std::vector<app::Command> commands;
    if (!(action.limits == draft->limits.value())) {
        commands.push_back(plan::SetPlanLimits{action.plan_id, action.limits});
    }
    if (!action.unpinned.empty()) {
        commands.push_back(plan::MarkCourseRun{action.plan_id, action.unpinned, plan::PlanMark::None});
    }
    commands.push_back(plan::AdoptProposal{action.plan_id, action.runs});
    if (!decide_together(commands)) return;
    if (action.is_complete) parts_.notices.post(Tone::Done, "PlanCompleted", name, true);
}

void ActionRunner::run_one(const views::SubmitPlan& action) {
    if (!action.plan_id.empty()) chosen_plan_ = action.plan_id;
    // One decision at a time: what is under way is not asked for twice.
    if (parts_.journal.has_waiting_selection()) return;
    enrolment::SubmitSelection command{SelectionId{"s" + random_id(parts_.entropy).substr(0, 16)},
                                       app::submission_of(select_input()).run_ids};
    if (command.course_run_ids.empty()) return refuse(make_error(enrolment::kNothingSelected));
    parts_.journal.record_intent(command, now());
}

void ActionRunner::run_one(const views::SpecialOrder& action) { give_special_order(action.command); }

// A door to the part its pages come with.
[[gnu::noinline]] void ActionRunner::give_special_order(const enrolment::RosterCommand& command) {
    const std::string fresh_id = "e" + random_id(parts_.entropy).substr(0, 16);
    parts_.journal.record_intent(write_special_order(command, fresh_id), now());
    ++parts_.state.revision;
}

void ActionRunner::run_one(const views::DeputyOrder& action) { give_deputy_order(action.command); }

// Likewise a door.
[[gnu::noinline]] void ActionRunner::give_deputy_order(const organisation::DeputyCommand& command) {
    const std::string fresh_id = "d" + random_id(parts_.entropy).substr(0, 16);
    parts_.journal.record_intent(write_deputy_order(command, fresh_id), now());
    ++parts_.state.revision;
}

void ActionRunner::run_one(const views::RegistrationOrder& action) { give_registration_order(action.command); }

// Likewise a door.
[[gnu::noinline]] void ActionRunner::give_registration_order(const registration::RegistrationCommand& command) {
    const std::string fresh_id = "h" + random_id(parts_.entropy).substr(0, 16);
    parts_.journal.record_intent(write_registration_order(command, fresh_id), now());
    ++parts_.state.revision;
}

void ActionRunner::run_one(const views::AddEvidence&) { upload_.begin(EntryUpload{}, parts_.state.session.csrf); }

void ActionRunner::run_one(const views::SetEvidence& action) {
    upload_.cancel();
    evidence_ = action.evidence;
    ++parts_.state.revision;
}

void ActionRunner::run_one(const views::AllocateYears& action) { give_allocation(action.moves); }

// Likewise a door.
[[gnu::noinline]] void ActionRunner::give_allocation(const std::vector<ledger::YearMove>& moves) {
    parts_.journal.record_intent(write_allocation(moves), now());
    ++parts_.state.revision;
}

void ActionRunner::run_one(const views::BeginDiagnostic& action) {
    const std::string id = random_id(parts_.entropy);
    std::uint64_t seed = 0;
    std::array<std::uint8_t, sizeof seed> bytes = {};
    parts_.entropy.fill(bytes);
    for (const std::uint8_t byte : bytes) seed = seed << 8 | byte;
    const diagnostic::BeginDiagnostic command{
        DiagnosticId{"d" + id.substr(0, 16)}, seed % diagnostic::kSeedLimit, action.mode, action.equipment};
    decide_here(command);
}

// A course of each theme is pinned; the rest of the year is as short and in as few courses as can be, and what suits
// best among those. What was chosen and pinned stays.
void ActionRunner::run_one(const views::PlanWithThemes& action) {
    if (edited_plan().empty()) run_one(views::CreatePlan{action.new_plan_name});
    const PlanId plan_id = edited_plan();
    if (plan_id.empty()) return;
    std::vector<app::Command> commands;
    for (const CourseRunId& run : app::runs_for_themes(select_input(), action.themes)) {
        commands.push_back(plan::MarkCourseRun{plan_id, run, plan::PlanMark::Pinned});
    }
    commands.push_back(plan::SetPlanPriorities{plan_id,
                                               {plan::PlanPriority::FewestHours,
                                                plan::PlanPriority::FewestCourses,
                                                plan::PlanPriority::BestFit,
                                                plan::PlanPriority::LeastFee}});
    commands.push_back(app::WantCourseThemes{action.themes});
    if (decide_together(commands)) run_one(views::CompletePlan{plan_id});
}

void ActionRunner::run_one(const views::Undo&) {
    failed_completion_.reset();
    parts_.journal.undo(parts_.state, now());
}

void ActionRunner::run_one(const views::Redo&) {
    failed_completion_.reset();
    parts_.journal.redo(parts_.state, now());
}

void ActionRunner::run_one(const views::RetrySync&) {
    parts_.keeper.retry();
    parts_.link.refresh();
}

void ActionRunner::run_one(const views::ShowSignIn& action) { shows_sign_in_ = action.is_shown; }

// ---- files

void ActionRunner::run_one(const views::ExportWork&) {
    const auto& account = parts_.state.session.account;
    if (!account) return;
    const codec::UnsyncedWork work{account->id, account->display_name, parts_.journal.waiting_operations()};
    parts_.files.save("xueshi-" + format_date(date_of(now())) + ".json", codec::encode_unsynced_work(work));
}

void ActionRunner::run_one(const views::ImportWork&) { parts_.files.ask_for_file(); }

void ActionRunner::run_one(const views::PrintPage& action) { parts_.printer.print(action.page); }

void ActionRunner::run_one(const views::IssueCertificate& action) { certificate_.ask(action.request); }

void ActionRunner::run_one(const views::SaveBadge&) { certificate_.save_badge(parts_.files); }

void ActionRunner::run_one(const views::PutCertificateAside&) { certificate_.clear(); }

void ActionRunner::take_certificate() {
    if (certificate_.is_waiting()) hear_certificate();
}

// A door, as the orders below.
[[gnu::noinline]] void ActionRunner::hear_certificate() {
    if (const auto refusal = certificate_.hear()) parts_.notices.post(Tone::Refused, *refusal, {}, false);
}

void ActionRunner::take_print_failure() {
    if (parts_.printer.take_failure()) parts_.notices.post(Tone::Refused, "PrintUnavailable", {}, false);
}

void ActionRunner::run_one(const views::AttachScan& action) {
    upload_.begin(action.order, parts_.state.session.csrf);
}

void ActionRunner::run_one(const views::CancelUpload&) {
    upload_.cancel();
    ++parts_.state.revision;
}

void ActionRunner::run_one(const views::SaveAttachment& action) {
    parts_.files.save_from("/api/v1/attachments/" + action.attachment_id.text);
}

void ActionRunner::take_upload(double now_ms) {
    now_ms_ = now_ms;
    if (upload_.is_pending()) hear_upload();
}

// A door, as the orders above.
[[gnu::noinline]] void ActionRunner::hear_upload() {
    const auto answer = upload_.hear();
    if (!answer) return;
    if (answer->attachment_id.empty()) {
        parts_.notices.post(Tone::Refused, answer->refusal, answer->file_name, false);
        return;
    }
    if (const auto* document = std::get_if<enrolment::AttachDocument>(&answer->purpose)) {
        enrolment::AttachDocument order = *document;
        order.attachment_id = answer->attachment_id;
        order.file_name = answer->file_name;
        return give_special_order(order);
    }
    evidence_.push_back({answer->attachment_id, answer->file_name});
    ++parts_.state.revision;
}

void ActionRunner::take_files(double now_ms) {
    now_ms_ = now_ms;
    for (const std::string& text : parts_.files.take_files()) import(text);
}

// All of the file or nothing: what waits here already is not taken twice.
void ActionRunner::import(const std::string& text) {
    const auto work = codec::decode_unsynced_work(text);
    if (!work) return refuse(make_error(kFileUnreadable));
    const auto& account = parts_.state.session.account;
    if (!account || account->id != work->account_id) return refuse(make_error(kFileOfAnother, work->display_name));
    const std::vector<sync::Operation> here = parts_.journal.waiting_operations();
    std::size_t taken = 0;
    for (const sync::Operation& operation : work->operations) {
        const bool is_here = std::any_of(here.begin(), here.end(), [&](const sync::Operation& each) {
            return each.type == operation.type && each.payload == operation.payload &&
                   each.stamp.wall_ms == operation.stamp.wall_ms && each.stamp.counter == operation.stamp.counter;
        });
        if (is_here) continue;
        parts_.journal.record_again(parts_.state, operation, std::nullopt);
        ++taken;
    }
    parts_.notices.post(Tone::Done, "WorkImported", std::to_string(taken), false);
}

void ActionRunner::run_one(const views::DismissNews& action) { parts_.keeper.dismiss_news(action.name); }

void ActionRunner::run_one(const views::ExportDamaged&) {
    std::string text;
    for (const KeptRecord& record : parts_.keeper.damaged()) text += record.name + "\n" + record.text + "\n";
    parts_.files.save("xueshi-damaged.txt", text);
}

void ActionRunner::run_one(const views::DismissDamaged&) { parts_.keeper.dismiss_damaged(); }

void ActionRunner::run_one(const views::DismissNotice& action) { parts_.notices.dismiss(action.notice_id); }

void ActionRunner::run_one(const views::TakeUpdate&) { is_update_asked_ = true; }

void ActionRunner::run_one(const views::InstallClient&) { parts_.release.install(); }

bool ActionRunner::is_everything_saved(bool is_typing) const { return parts_.journal.unsaved() == 0 && !is_typing; }

void ActionRunner::take_update_when_saved(bool is_typing) {
    if (!is_update_asked_ || !is_everything_saved(is_typing)) return;
    is_update_asked_ = false;
    parts_.release.take();
}

void ActionRunner::tell(const std::vector<LinkEvent>& events) {
    // Many are decided at once: one message for all of them, and what was refused after it, for the last one is seen.
    std::size_t steps = 0;
    std::string receipt;
    for (const LinkEvent& event : events) {
        if (event.kind != LinkEvent::Kind::StepAccepted) continue;
        ++steps;
        receipt = event.subject;
    }
    if (steps == 1) parts_.notices.post(Tone::Done, "StepAccepted", receipt, false);
    if (steps > 1) parts_.notices.post(Tone::Done, "StepsAccepted", std::to_string(steps), false);
    for (const LinkEvent& event : events) {
        switch (event.kind) {
            case LinkEvent::Kind::SelectionConfirmed:
                parts_.notices.post(Tone::Done, "SelectionConfirmed", event.subject, false);
                break;
            case LinkEvent::Kind::StepAccepted:
                break;
            case LinkEvent::Kind::SelectionWithdrawn:
                parts_.notices.post(Tone::Done, "SelectionWithdrawn", {}, false);
                break;
            case LinkEvent::Kind::Refused:
                parts_.notices.post(Tone::Refused, event.code, title_of(event.subject), false);
                // A refused operation may be days old: it is kept until the person has read it.
                if (!event.about.empty()) {
                    parts_.keeper.tell(event.operation,
                                       {event.code, title_of(event.subject), event.about, now().utc_ms});
                }
                break;
            case LinkEvent::Kind::SignedOut:
                break;
            case LinkEvent::Kind::SessionEnded:
                parts_.notices.post(Tone::Attention, event.code, {}, false);
                break;
        }
    }
}

}  // namespace xueshi::runtime
