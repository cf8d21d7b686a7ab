#include "web/runtime/client_core.h"

#include <algorithm>

#include "core/app/describe.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/registration_json.h"
#include "core/codec/special_json.h"
#include "core/codec/rule_pack_json.h"

namespace xueshi::runtime {
namespace {

// Between tabs: the account named has signed out; or somebody has signed in.
constexpr std::string_view kSignedOutWord = "signed_out ";
constexpr std::string_view kSignedInWord = "signed_in";

views::DeviceTrouble trouble_of(ports::StoreProblem problem) {
    switch (problem) {
        case ports::StoreProblem::None: break;
        case ports::StoreProblem::Forbidden: return views::DeviceTrouble::Forbidden;
        case ports::StoreProblem::Full: return views::DeviceTrouble::Full;
        case ports::StoreProblem::Failed: return views::DeviceTrouble::Failed;
    }
    return views::DeviceTrouble::None;
}

}  // namespace

ClientCore::ClientCore(Ports ports)
    : ports_(ports),
      memory_(ports.store),
      journal_(ports.entropy, memory_, ports.tabs),
      keeper_({memory_, journal_, state_, clock_, ports.clock}),
      link_(ports.transport, state_, journal_, keeper_, clock_),
      questions_(ports.library),
      runner_({state_, journal_, link_, clock_, notices_, ports.navigation, ports.entropy, ports.planner, ports.release,
               keeper_, ports.files, ports.printer, ports.uploads, questions_}) {
    state_.rules = codec::built_in_rules();
}

void ClientCore::update(const std::vector<views::Action>& actions, double now_ms) {
    if (!is_started_) {
        is_started_ = true;
        keeper_.start();
        link_.probe_session();
    }
    memory_.update();
    link_.take_opened(keeper_.update(now_ms));
    hear_tabs();
    note_lifecycle();
    // Whoever acts must see everything; what is decided depends on it.
    if (!actions.empty()) keeper_.finish_folding();
    runner_.run(actions, now_ms);
    runner_.take_proposals(now_ms);
    runner_.take_files(now_ms);
    runner_.take_print_failure();
    runner_.take_upload(now_ms);
    // What the server says belongs to an account that is being read: it waits for the reading.
    if (!keeper_.is_reading()) link_.update(now_ms);
    runner_.take_certificate();
    const std::vector<LinkEvent> events = link_.take_events();
    runner_.tell(events);
    for (const LinkEvent& event : events) {
        if (event.kind == LinkEvent::Kind::SignedOut) ports_.tabs.post(std::string(kSignedOutWord) + account_);
    }
    notice_new_account();
    ask_to_keep();
    memory_.update();
}

// Once, when the first edit is on the disk; a server that is faster may have confirmed it by then.
void ClientCore::ask_to_keep() {
    if (!first_edit_ && journal_.waiting() > 0) first_edit_ = memory_.mark();
    if (!first_edit_ || has_asked_to_keep_ || !memory_.is_saved(*first_edit_)) return;
    has_asked_to_keep_ = true;
    memory_.ask_to_keep();
}

void ClientCore::follow_diagnostic(double now_ms) {
    if (questions_.update(now_ms)) ++state_.revision;
    questions_.want(now_ms);
}

void ClientCore::hear_tabs() {
    const std::vector<std::string> messages = journal_.update(state_);
    if (journal_.needs_reading()) keeper_.read_lanes();
    for (const std::string& message : messages) {
        if (message == kSignedInWord) {
            if (link_.phase() != views::SessionPhase::Ready || link_.needs_sign_in()) link_.probe_session();
        } else if (message.starts_with(kSignedOutWord) && message.substr(kSignedOutWord.size()) == account_) {
            link_.leave();
        }
    }
}

void ClientCore::note_lifecycle() {
    const bool is_visible = ports_.lifecycle.visible();
    const bool is_online = ports_.lifecycle.online();
    link_.note_network(is_online);
    if ((is_visible && !was_visible_) || (is_online && !was_online_)) {
        link_.refresh();
        keeper_.retry();
    }
    was_visible_ = is_visible;
    was_online_ = is_online;
}

// Another account begins with an empty history; other tabs learn of the sign-in.
void ClientCore::notice_new_account() {
    const std::string account = state_.session.account ? state_.session.account->id.text : std::string();
    if (account == account_) return;
    account_ = account;
    runner_.reset();
    if (!account.empty()) ports_.tabs.post(kSignedInWord);
}

double ClientCore::wake_after(double now_ms) {
    const double notice = notices_.advance(now_ms);
    double soonest = 0;
    for (const double after : {notice, link_.retry_after(now_ms), questions_.retry_after(now_ms)}) {
        if (after > 0 && (soonest == 0 || after < soonest)) soonest = after;
    }
    return soonest;
}

std::vector<views::WaitingEdit> ClientCore::waiting_edits() const {
    std::vector<views::WaitingEdit> edits;
    for (const sync::Operation& operation : journal_.waiting_operations()) {
        app::Deed deed{"Edited", {}};
        if (operation.type.starts_with(codec::kSpecialPrefix)) {
            deed.code = "SpecialOrdered";
        } else if (operation.type.starts_with(codec::kLedgerPrefix)) {
            deed.code = "HoursAllocated";
        } else if (operation.type.starts_with(codec::kRegistrationPrefix)) {
            deed.code = "HoursRegistered";
        } else if (operation.kind == sync::OperationKind::Intent) {
            if (const auto command = codec::decode_intent(operation.type, operation.payload)) {
                deed = app::describe(*command, state_.teacher, state_.shared);
            }
        } else if (const auto event = codec::decode_event(operation.type, operation.payload)) {
            deed = app::describe(*event, state_.teacher, state_.shared);
        }
        edits.push_back({std::string(deed.code), std::move(deed.subject), Instant{operation.stamp.wall_ms},
                         operation.kind == sync::OperationKind::Intent});
    }
    return edits;
}

views::Status ClientCore::status(double now_ms, bool with_waiting_edits) const {
    views::Status status;
    status.phase = link_.phase();
    status.loaded_share = link_.loaded_share();
    status.sign_in_problem = link_.sign_in_problem();
    if (const auto& account = state_.session.account) {
        status.display_name = account->display_name;
        status.unit_name = account->unit_name;
        status.roles = account->roles;
        for (const organisation::Post& post : account->deputy_posts) {
            if (!status.has_role(post.role)) status.roles.push_back(post.role);
        }
    }
    status.is_sample = state_.session.is_sample;
    status.now = clock_.now(now_ms);
    views::SyncStatus& sync = status.sync;
    sync.unconfirmed = journal_.waiting();
    sync.unsaved = journal_.unsaved();
    sync.oldest = journal_.oldest();
    sync.is_busy = link_.is_busy();
    sync.is_reachable = link_.is_reachable() && ports_.lifecycle.online();
    sync.needs_sign_in = link_.needs_sign_in();
    sync.is_clock_doubtful = clock_.is_doubtful();
    sync.trouble = trouble_of(memory_.problem());
    sync.damaged = keeper_.damaged().size();
    if (with_waiting_edits) sync.waiting = waiting_edits();
    for (const HeldNewsItem& item : keeper_.news()) {
        sync.news.push_back({item.name, item.news.code, item.news.subject, item.news.about, Instant{item.news.at_ms}});
    }
    const ports::ReleaseState release = ports_.release.state();
    status.release = {.is_update_ready = release.is_update_ready,
                      .is_update_asked = runner_.is_update_asked(),
                      .opens_offline = release.opens_offline,
                      .never_opens_offline = release.never_opens_offline,
                      .can_install = release.can_install,
                      .installs_by_menu = release.installs_by_menu};
    status.edited_plan = runner_.edited_plan();
    status.is_submitting = journal_.has_waiting_selection();
    status.is_planning = runner_.is_planning();
    status.upload = runner_.upload();
    status.is_issuing = runner_.certificate().is_waiting();
    status.certificate = runner_.certificate().issued();
    status.has_questions_failed = questions_.has_failed();
    status.shows_sign_in = runner_.shows_sign_in() && link_.needs_sign_in();
    if (const UndoHistory::Step* step = journal_.history().undoable()) {
        status.can_undo = true;
        status.undo_code = step->label;
        status.undo_subject = step->subject;
    }
    if (const UndoHistory::Step* step = journal_.history().redoable()) {
        status.can_redo = true;
        status.redo_code = step->label;
        status.redo_subject = step->subject;
    }
    return status;
}

}  // namespace xueshi::runtime
