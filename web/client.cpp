#include "web/client.h"

#include <cstdlib>
#include <utility>

#include "core/app/special_posts.h"
#include "web/locale/later_words.h"
#include "web/runtime/hours_desk.h"
#include "web/runtime/register_desk.h"
#include "web/runtime/special_desk.h"
#include "web/ui/theme.h"

namespace xueshi {
namespace {

constexpr std::string_view kThemePreference = "theme";
// Whether the page will show an account when it is opened again: the shell then fetches everything at once.
constexpr std::string_view kAccountPreference = "account";
constexpr std::string_view kAccountOpen = "open";
// When an account's applications to special training were looked at last, in domain milliseconds.
constexpr std::string_view kSeenPreference = "special_seen.";

// How long nothing but the page's own first picture is shown, if there is nothing else to show.
constexpr double kPatienceMs = 500;

std::string_view theme_word(app::ThemeChoice theme) {
    switch (theme) {
        case app::ThemeChoice::Light: return "light";
        case app::ThemeChoice::Dark: return "dark";
        case app::ThemeChoice::System: break;
    }
    return "system";
}

// The part of the program a screen behind Home is in; of Home's own screens the one that comes next.
ports::ProgramPart part_of(views::ScreenName screen) {
    return screen == views::ScreenName::Diagnostic ? ports::ProgramPart::Questions : ports::ProgramPart::Screens;
}

// High contrast: the system's own colours are set by the plane; these are what the canvas can know.
const ui::Theme& forced_theme() {
    static const ui::Theme theme = ui::forced_theme(
        {ui::rgb(0x000000), ui::rgb(0xFFFFFF), ui::rgb(0x1AEBFF), ui::rgb(0x000000), ui::rgb(0x3FF23F)});
    return theme;
}

ui::PlaneTheme plane_theme(const ui::Theme& theme, bool is_dark) {
    ui::PlaneTheme plane;
    plane.canvas = theme.canvas;
    plane.ink = theme.ink;
    plane.placeholder = theme.ink_3;
    plane.accent = theme.accent;
    plane.dark = is_dark;
    return plane;
}

}  // namespace

Client::Client(Ports ports)
    : ports_(ports),
      core_({ports.transport, ports.navigation, ports.lifecycle, ports.entropy, ports.planner, ports.release, ports.store,
             ports.tabs, ports.files, ports.library, ports.printer, ports.uploads, ports.clock}),
      language_(ports.language, ports.preferences, core_.notice_board()) {}

void Client::update(double now_ms) {
    if (started_ms_ < 0) {
        started_ms_ = now_ms;
        language_.begin();
    }
    language_.update();
    if (std::optional<std::string> words = ports_.program.take_words()) locale::take_later_words(*std::move(words));
    const std::vector<views::Action> actions = actions_.take();
    for (const views::Action& action : actions) {
        if (const auto* choice = std::get_if<views::ChooseLanguage>(&action)) language_.choose(choice->tag);
        if (std::holds_alternative<views::RetrySync>(action)) retry_parts();
        if (std::holds_alternative<views::ProposeAllocation>(action)) propose_allocation(now_ms);
    }
    core_.update(actions, now_ms);
    core_.take_update_when_saved(is_typing());
    notice_new_account();
    const views::ScreenName screen = views::parse_route(ports_.navigation.route()).screen;
    fetch_parts(screen);
    if (core_.is_folding()) {
        // Home shows nothing of the catalogue but the teacher's own.
        if (screen != views::ScreenName::Home) core_.finish_folding();
        loop_->request_frame();
    }
    follow_plan(screen, now_ms);
    follow_diagnostic(screen, now_ms);
    if (core_.runner().is_writing_question()) loop_->request_frame();
    if (const double after = core_.wake_after(now_ms); after > 0) loop_->request_frame_in(after);
    if (!has_picture(now_ms)) loop_->request_frame_in(started_ms_ + kPatienceMs - now_ms);
}

// The planner is fetched by whoever looks at a plan, and asked as soon as the page's own part is here.
void Client::follow_plan(views::ScreenName screen, double now_ms) {
    const bool is_open = screen == views::ScreenName::Plan && core_.link().phase() == views::SessionPhase::Ready;
    if (!is_open) return core_.leave_plan();
    ports_.planner.prepare();
    if (ports_.program.state(ports::ProgramPart::Screens) == ports::PartState::Here) core_.follow_plan(now_ms);
}

void Client::follow_diagnostic(views::ScreenName screen, double now_ms) {
    const bool is_open = screen == views::ScreenName::Diagnostic && core_.link().phase() == views::SessionPhase::Ready;
    if (is_open && ports_.program.state(ports::ProgramPart::Questions) == ports::PartState::Here) {
        core_.follow_diagnostic(now_ms);
    } else {
        core_.leave_diagnostic();
    }
}

// Whoever opens the page again sees the page's first picture until the account's own is there: one in between
// would only flicker, and take the time it is shown for.
bool Client::has_picture(double now_ms) const {
    if (has_drawn_ || now_ms >= started_ms_ + kPatienceMs) return true;
    const views::Status status = make_status(now_ms);
    const bool is_whole = status.screens != views::ScreensState::Coming ||
                          views::comes_with_home(views::parse_route(status.path).screen);
    return is_whole && status.phase != views::SessionPhase::Starting && status.phase != views::SessionPhase::Loading;
}

// Not before the log-in page is drawn, unless somebody is already on the way behind it; and the screens not before
// Home, unless one of them is asked for.
void Client::fetch_parts(views::ScreenName screen) {
    using views::SessionPhase;
    const SessionPhase phase = core_.link().phase();
    if (phase == SessionPhase::Starting || phase == SessionPhase::Unreachable) return;
    if (phase == SessionPhase::SignedOut && !shows_log_in_) return;
    ask_for(ports::ProgramPart::Home);
    if (views::comes_with_home(screen) ? shows_home_ : phase != SessionPhase::SignedOut) ask_for(ports::ProgramPart::Screens);
    if (screen == views::ScreenName::Diagnostic && phase != SessionPhase::SignedOut) ask_for(ports::ProgramPart::Questions);
}

// After a failure the page tries by itself, and whoever presses tries at once.
void Client::ask_for(ports::ProgramPart part) {
    if (ports_.program.state(part) == ports::PartState::Absent) ports_.program.fetch(part);
}

void Client::retry_parts() {
    for (const ports::ProgramPart part :
         {ports::ProgramPart::Home, ports::ProgramPart::Screens, ports::ProgramPart::Questions}) {
        if (ports_.program.state(part) != ports::PartState::Failed) continue;
        ports_.program.fetch(part);
    }
}

bool Client::is_typing() const {
    const ui::Node* focused = loop_->tree().find(loop_->tree().focused());
    if (focused == nullptr) return false;
    switch (focused->role) {
        case ui::Role::Field:
        case ui::Role::PasswordField:
        case ui::Role::SearchField:
        case ui::Role::TextArea: return true;
        default: return false;
    }
}

// Another account begins with fresh screens.
void Client::notice_new_account() {
    const auto& session = core_.state().session;
    const std::string account = session.account ? session.account->id.text : std::string();
    if (account == account_) return;
    account_ = account;
    ui_ = {};
    if (late_) destroy_late_projections(late_.release());
    ports_.preferences.set(kAccountPreference, account.empty() ? "" : kAccountOpen);
}

views::Status Client::make_status(double now_ms) const {
    const std::string& path = ports_.navigation.route();
    views::Status status = core_.status(now_ms, views::parse_route(path).screen == views::ScreenName::Sync);
    status.path = path;
    status.desk_due = special_news_.due;
    status.registers_due = registers_due_;
    // Found by what the page remembers beside the store, so that it is told whatever is wrong there.
    status.sync.is_account_unopened = status.phase == views::SessionPhase::Unreachable && account_.empty() &&
                                      ports_.preferences.get(kAccountPreference) == kAccountOpen;
    const ports::PartState screens = ports_.program.state(part_of(views::parse_route(path).screen));
    if (screens != ports::PartState::Here) {
        status.screens = screens == ports::PartState::Failed
                             ? views::ScreensState::Unreachable
                             : views::ScreensState::Coming;
    }
    const ports::PartState home = ports_.program.state(ports::ProgramPart::Home);
    if (status.phase == views::SessionPhase::Ready && home != ports::PartState::Here) {
        // The account is open before its screens are here.
        status.phase = home == ports::PartState::Failed ? views::SessionPhase::Unreachable : views::SessionPhase::Loading;
        status.loaded_share = 1;
    }
    return status;
}

void Client::project(const views::Status& status) {
    const plan::PlanningAdvice* completion = core_.runner().failed_completion();
    const runtime::ClientState& state = core_.state();
    ProjectionKey key{state.revision, status.edited_plan,       status.path,
                      completion,      core_.runner().proposals_revision(), date_of(status.now), status.phase == views::SessionPhase::Ready,
                      status.screens == views::ScreensState::Here, ui_.hours.record, ui_.hours.staged};
    if (key == key_) return;
    key_ = std::move(key);
    if (!key_.is_ready) {
        special_news_ = {};
        registers_due_ = 0;
        told_until_.reset();
        return;
    }
    const app::SelectInput input{.now = status.now,
                                 .edited_plan = status.edited_plan,
                                 .device_id = core_.journal().device_id(),
                                 .roles = status.roles,
                                 .teacher = state.teacher,
                                 .shared = state.shared,
                                 .unit = state.unit,
                                 .rules = state.rules,
                                 .shelf = core_.shelf()};
    const views::Route route = views::parse_route(status.path);
    home_ = app::select_home(input);
    if (route.screen == views::ScreenName::Catalogue) {
        catalogue_ = app::select_catalogue(input, route.run, state.revision);
    }
    if (key_.has_screens) project_late(status, input, route);
}

// A door of the screens' part.
[[gnu::noinline]] void Client::project_late(const views::Status& status, const app::SelectInput& input,
                                            const views::Route& route) {
    if (!late_) late_.reset(new LateProjections);
    core_.read_registration_events();
    project_special_news(status);
    switch (route.screen) {
        case views::ScreenName::Plan:
            late_->plan = app::select_plan(input, core_.runner().failed_completion(), core_.runner().proposals());
            return;
        case views::ScreenName::Profile: late_->profile = app::select_profile(input); return;
        case views::ScreenName::Diagnostic: late_->diagnostic = app::select_diagnostic(input); return;
        case views::ScreenName::Statistics: late_->participation = app::select_participation(input); return;
        case views::ScreenName::Hours: return project_hours(status);
        case views::ScreenName::Registers: return project_registers(status.now);
        case views::ScreenName::Special:
        case views::ScreenName::Desk: return project_special(status, route);
        case views::ScreenName::Home:
        case views::ScreenName::Catalogue:
        case views::ScreenName::Sync:
        case views::ScreenName::Unknown: return;
    }
}

// `waiting` must outlive the answer.
app::HoursInput Client::hours_input(Instant now, const std::vector<allocation::AllocateHours>& waiting) const {
    const runtime::ClientState& state = core_.state();
    return {.now = now,
            .teacher = state.teacher,
            .shared = state.shared,
            .ledger = state.ledger,
            .rules = state.rules,
            .staged = ui_.hours.staged,
            .waiting = waiting};
}

void Client::project_hours(const views::Status& status) {
    core_.read_ledger_events();
    const auto waiting = runtime::waiting_allocations(core_.journal().waiting_operations());
    late_->hours = app::select_hours(hours_input(status.now, waiting), ui_.hours.record);
}

// Nobody's while no account is open.
organisation::Actor Client::reader() const {
    const auto& account = core_.state().session.account;
    if (!account) return {};
    return {account->id, account->display_name, posts()};
}

void Client::project_registers(Instant now) {
    const runtime::ClientState& state = core_.state();
    const organisation::Actor actor = reader();
    const auto waiting = runtime::waiting_registration_orders(core_.journal().waiting_operations());
    late_->registers = app::select_registers({.now = now,
                                        .rules = state.rules,
                                        .actor = actor,
                                        .teacher = state.teacher,
                                        .registrations = state.registers,
                                        .waiting = waiting,
                                        .evidence = core_.runner().evidence()});
}

// Likewise a door.
[[gnu::noinline]] void Client::propose_allocation(double now_ms) {
    core_.read_ledger_events();
    const auto waiting = runtime::waiting_allocations(core_.journal().waiting_operations());
    ui_.hours.clear();
    const auto best = app::propose_allocation(hours_input(make_status(now_ms).now, waiting));
    if (!best) return core_.notice_board().post(views::Notice::Tone::Attention, "AllocationTooLarge", {}, false);
    ui_.hours.staged = best->moves;
    ui_.hours.is_proposal = true;
    ui_.hours.is_proven = best->is_proven;
}

// What the account is to special training; `posts` and `waiting` must outlive the answer.
app::SpecialInput Client::special_input(const views::Status& status, const std::vector<organisation::Post>& posts,
                                        const std::vector<enrolment::RosterCommand>& waiting) const {
    const runtime::ClientState& state = core_.state();
    return {.now = status.now,
            .teacher = state.teacher,
            .shared = state.shared,
            .special = state.special,
            .account_id = state.session.account ? state.session.account->id : AccountId{},
            .posts = posts,
            .waiting = waiting};
}

// The account's own posts and those it stands in for.
std::vector<organisation::Post> Client::posts() const {
    const runtime::ClientState& state = core_.state();
    if (!state.session.account) return {};
    const codec::SessionAccount& account = *state.session.account;
    std::vector<organisation::Post> all = app::posts_of(account.roles, account.unit_id, state.shared.units);
    all.insert(all.end(), account.deputy_posts.begin(), account.deputy_posts.end());
    return all;
}

// Told on Home and in the navigation, and as a notice what comes while the page is open.
void Client::project_special_news(const views::Status& status) {
    core_.read_special_events();
    const auto own_posts = posts();
    const auto waiting = runtime::waiting_special_orders(core_.journal().waiting_operations());
    Instant seen;
    if (const auto kept = ports_.preferences.get(seen_key())) seen.utc_ms = std::atoll(kept->c_str());
    special_news_ = app::select_special_news(special_input(status, own_posts, waiting), seen);
    registers_due_ = app::count_due(reader(), core_.state().registers);
    app::add_register_task(home_, registers_due_);
    app::add_special_tasks(home_, special_news_);
    const auto& applications = special_news_.applications;
    const Instant latest = applications.empty() ? Instant{} : applications.front().at;
    if (told_until_ && *told_until_ < latest) {
        core_.notice_board().post(views::Notice::Tone::Attention, "ApplicationMoved", applications.front().title, false);
    }
    if (!told_until_ || *told_until_ < latest) told_until_ = latest;
}

// On this device: another shows the news once more.
std::string Client::seen_key() const {
    const auto& account = core_.state().session.account;
    return std::string(kSeenPreference) + (account ? account->id.text : std::string{});
}

void Client::project_special(const views::Status& status, const views::Route& route) {
    const auto own_posts = posts();
    const auto waiting = runtime::waiting_special_orders(core_.journal().waiting_operations());
    const app::SpecialInput input = special_input(status, own_posts, waiting);
    if (route.screen == views::ScreenName::Desk) {
        late_->desk = app::select_desk(input);
        return;
    }
    ports_.preferences.set(seen_key(), std::to_string(status.now.utc_ms));
    if (!route.project.empty()) {
        late_->project = app::select_project(input, route.project);
    } else {
        late_->projects = app::select_projects(input);
    }
}

const ui::Theme& Client::choose_theme(const ports::DisplayState& display) {
    if (display.forced_colors) return forced_theme();
    if (theme_word_.empty()) theme_word_ = ports_.preferences.get(kThemePreference).value_or("system");
    const auto& chosen_theme = core_.state().teacher.theme;
    if (chosen_theme.is_written()) {
        // Kept on the device, so that the next start is right before the account is known.
        const std::string_view chosen = theme_word(chosen_theme.value);
        if (theme_word_ != chosen) ports_.preferences.set(kThemePreference, chosen);
        theme_word_ = chosen;
    }
    const bool is_dark = theme_word_ == "dark" || (theme_word_ != "light" && display.dark);
    return is_dark ? ui::dark_theme() : ui::light_theme();
}

void Client::draw(double now_ms) {
    has_drawn_ = true;
    const ports::DisplayState& display = loop_->display();
    const ui::Theme& theme = choose_theme(display);
    loop_->tree().set_theme(plane_theme(theme, &theme == &ui::dark_theme()));

    const views::Status status = make_status(now_ms);
    ports_.navigation.set_title(views::page_title(language_.words(), status));
    project(status);

    ui::FrameSetup setup;
    setup.theme = &theme;
    setup.em = display.base_px;
    setup.device_pixel_ratio = display.density;
    setup.form = ui::form_factor(display.width, display.base_px, false);
    setup.viewport = {display.safe_left, display.safe_top, display.width - display.safe_left - display.safe_right,
                      display.height - display.safe_top - display.safe_bottom};
    setup.plane = &loop_->tree();
    setup.draw = &loop_->draw_list();
    setup.fonts = loop_->fonts();
    setup.scrollbar = display.scrollbar;
    setup.is_touch = display.coarse_pointer;
    setup.has_reduced_motion = display.reduced_motion;
    setup.seconds = now_ms / 1000;
    {
        ui::Frame frame(stage_, setup);
        const views::Screen screen{frame, language_.words(), status, actions_};
        views::Projections projections{.home = &home_, .catalogue = &catalogue_};
        if (const LateProjections* late = late_.get()) {
            projections.plan = &late->plan;
            projections.profile = &late->profile;
            projections.diagnostic = &late->diagnostic;
            projections.participation = &late->participation;
            projections.projects = &late->projects;
            projections.project = &late->project;
            projections.desk = &late->desk;
            projections.hours = &late->hours;
            projections.registers = &late->registers;
        }
        views::draw_app(screen, projections, ui_, core_.notices().notices());
    }
    // One more frame after the log-in page's first, and Home's: there is something to fetch meanwhile.
    const bool shows_log_in = status.phase == views::SessionPhase::SignedOut;
    bool is_new = shows_log_in && !std::exchange(shows_log_in_, shows_log_in);
    const bool shows_home = status.phase == views::SessionPhase::Ready;
    is_new = (shows_home && !std::exchange(shows_home_, shows_home)) || is_new;
    if (const double wait = stage_.wants_frame_in(); wait > 0) loop_->request_frame_in(wait * 1000);
    if (stage_.wants_frame() || !actions_.empty() || is_new) loop_->request_frame();
}

}  // namespace xueshi
