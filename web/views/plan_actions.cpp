// What the plan screen asks for, its menus and its dialogs.
#include <algorithm>
#include <vector>

#include "web/ui/dialog.h"
#include "web/ui/field.h"
#include "web/ui/menu.h"
#include "web/ui/scroll_region.h"
#include "web/views/plan_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kTitleLine = 1.75f;
constexpr std::size_t kMostTitles = 8;

void mark(const PlanScreen& view, plan::PlanMark mark) {
    view.screen.actions.put(
        app::Command{plan::MarkCourseRun{view.plan.edited, view.ui.menu_run, mark}});
}

const app::PlannedRun* find_run(const app::PlanProjection& plan, const CourseRunId& id) {
    for (const app::PlanGroup& group : plan.groups) {
        for (const app::PlannedRun& run : group.runs) {
            if (run.id == id) return &run;
        }
    }
    return nullptr;
}

// Answers the chosen item, or -1 while none is; takes the menu away when it is done.
int draw_menu(const PlanScreen& view, std::string_view name, std::span<const ui::MenuItem> items) {
    const int chosen = ui::menu(view.screen.frame,
                                "plan_menu",
                                items,
                                {.name = name,
                                 .close_name = view.screen.words(Message::FilterClose),
                                 .anchor = view.ui.menu_anchor});
    if (chosen != ui::kMenuOpen) view.ui.menu = PlanMenu::None;
    return std::max(chosen, -1);
}

void draw_run_menu(const PlanScreen& view) {
    const locale::Locale& words = view.screen.words;
    const app::PlannedRun* run = find_run(view.plan, view.ui.menu_run);
    if (run == nullptr) {
        view.ui.menu = PlanMenu::None;
        return;
    }
    const ui::MenuItem items[] = {
        {.label = words(run->is_pinned ? Message::PlanUnpin : Message::PlanPin),
         .icon = ui::Icon::Pin},
        {.label = words(Message::PlanOpenCourse), .icon = ui::Icon::Book},
        {.label = words(Message::PlanRemove), .icon = ui::Icon::Trash},
        {.label = words(Message::PlanExclude), .icon = ui::Icon::CrossCircle},
    };
    switch (draw_menu(view, words.format(Message::PlanRunMenu, {run->title}), items)) {
        case 0:
            mark(view, run->is_pinned ? plan::PlanMark::Chosen : plan::PlanMark::Pinned);
            break;
        case 1:
            view.screen.actions.put(OpenRoute{route_of_run(run->id), false});
            break;
        case 2:
            mark(view, plan::PlanMark::None);
            break;
        case 3:
            mark(view, plan::PlanMark::Excluded);
            break;
        default:
            break;
    }
}

void draw_manage_menu(const PlanScreen& view) {
    const locale::Locale& words = view.screen.words;
    const Status& status = view.screen.status;
    const std::string undo = undo_words(view.screen);
    const std::string redo = redo_words(view.screen);
    const bool is_none = view.plan.edited.empty();
    const ui::MenuItem items[] = {
        {.label = words(Message::PlanNew), .icon = ui::Icon::Plus},
        {.label = words(Message::PlanRename), .icon = ui::Icon::Pencil, .is_disabled = is_none},
        {.label = words(Message::PlanDiscard), .icon = ui::Icon::Trash, .is_disabled = is_none},
        {.label = undo, .icon = ui::Icon::Undo, .is_disabled = !status.can_undo},
        {.label = redo, .icon = ui::Icon::Redo, .is_disabled = !status.can_redo},
    };
    // Undo and redo stand in the header where there is room.
    const std::size_t count = view.screen.frame.is_phone() ? 5 : 3;
    const std::string name = is_none ? std::string(words(Message::MoreActions))
                                     : words.format(Message::PlanManage, {view.plan.edited_name});
    switch (draw_menu(view, name, std::span<const ui::MenuItem>(items, count))) {
        case 0:
            create_plan(view);
            break;
        case 1:
            view.ui.name = view.plan.edited_name;
            view.ui.dialog = PlanDialog::Rename;
            break;
        case 2:
            view.ui.dialog = PlanDialog::Discard;
            break;
        case 3:
            view.screen.actions.put(Undo{});
            break;
        case 4:
            view.screen.actions.put(Redo{});
            break;
        default:
            break;
    }
}

void draw_drafts_menu(const PlanScreen& view) {
    std::vector<ui::MenuItem> items;
    for (const app::PlanTab& tab : view.plan.tabs) {
        items.push_back({.label = tab.name,
                         .icon = tab.is_contested ? ui::Icon::Triangle : ui::Icon::None,
                         .is_selected = tab.id == view.plan.edited});
    }
    items.push_back({.label = view.screen.words(Message::PlanNew), .icon = ui::Icon::Plus});
    const int chosen = draw_menu(view, view.screen.words(Message::PlanChoose), items);
    if (chosen < 0) return;
    const auto index = static_cast<std::size_t>(chosen);
    if (index < view.plan.tabs.size()) {
        view.screen.actions.put(EditPlan{view.plan.tabs[index].id});
    } else {
        create_plan(view);
    }
}

// The first requirement that stays short, as a sentence; empty when none does.
std::string shortfall_words(const PlanScreen& view) {
    const locale::Locale& words = view.screen.words;
    for (const app::RequirementRow& row : view.plan.requirements) {
        if (row.is_met()) continue;
        return words.format(Message::SubmitIncomplete,
                            {words.of(row.name), words.hours(row.missing())});
    }
    return {};
}

void draw_submit_dialog(const PlanScreen& view) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const app::Submission& submission = view.plan.submission;
    if (submission.run_ids.empty()) {
        view.ui.dialog = PlanDialog::None;
        return;
    }
    const std::string count = words.number(static_cast<std::int64_t>(submission.run_ids.size()));
    const std::string title = words.format(Message::SubmitDialogTitle, {count});
    const std::string hours = words.hours(submission.hours);
    const std::string text =
        submission.fee_fen == 0
            ? words.format(Message::SubmitDialogFree, {hours})
            : words.format(
                  Message::SubmitDialogText,
                  {hours, words.money(submission.fee_fen), words.of(view.plan.payer_source)});
    const std::string shortfall = shortfall_words(view);
    const auto lines =
        static_cast<float>(std::min(view.plan.submission_titles.size(), kMostTitles));
    const float note = shortfall.empty() ? 0 : 2 * kLineSmall + kSpace2;
    const ui::Dialog dialog(frame,
                            "submit_dialog",
                            {.title = title,
                             .text = text,
                             .width_em = 32,
                             .content_em = lines * kTitleLine + note,
                             .confirm = words(Message::SubmitDialogConfirm),
                             .cancel = words(Message::SubmitDialogCancel)});
    ui::Rect content = dialog.content();
    if (!shortfall.empty()) {
        const ui::Rect place =
            ui::take_bottom(content, frame.px(2 * kLineSmall), frame.px(kSpace2));
        ui::draw_paragraph(
            frame,
            place,
            shortfall,
            {.size = ui::TextSize::Small, .colour = frame.theme.attn, .max_lines = 2});
    }
    {
        const auto rows = static_cast<float>(view.plan.submission_titles.size());
        ui::ScrollRegion region(frame, "titles", content, rows * frame.px(kTitleLine), title);
        ui::Rect rest{0, 0, region.width(), rows * frame.px(kTitleLine)};
        for (const std::string& each : view.plan.submission_titles) {
            ui::Rect row = ui::take_top(rest, frame.px(kTitleLine));
            ui::draw_icon(frame,
                          ui::take_left(row, frame.px(kIconStatus), frame.px(kSpace2)),
                          ui::Icon::Check,
                          frame.px(kIconStatus),
                          frame.theme.accent);
            ui::draw_text(frame, row, each);
        }
    }
    if (dialog.choice() == ui::DialogChoice::None) return;
    view.ui.dialog = PlanDialog::None;
    if (dialog.choice() == ui::DialogChoice::Confirmed)
        screen.actions.put(SubmitPlan{view.plan.edited});
}

void draw_withdraw_dialog(const PlanScreen& view) {
    const locale::Locale& words = view.screen.words;
    const auto& cards = view.plan.selections;
    const auto card = std::find_if(cards.begin(), cards.end(), [&](const app::SelectionCard& each) {
        return each.id == view.ui.withdrawn;
    });
    if (card == cards.end()) {
        view.ui.dialog = PlanDialog::None;
        return;
    }
    const std::string text = words.format(
        Message::WithdrawText,
        {card->receipt_id.text, words.number(static_cast<std::int64_t>(card->titles.size()))});
    const ui::Dialog dialog(view.screen.frame,
                            "withdraw_dialog",
                            {.title = words(Message::WithdrawTitle),
                             .text = text,
                             .confirm = words(Message::WithdrawConfirm),
                             .cancel = words(Message::WithdrawKeep),
                             .confirm_kind = ui::ButtonKind::Danger});
    if (dialog.choice() == ui::DialogChoice::None) return;
    view.ui.dialog = PlanDialog::None;
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        view.screen.actions.put(app::Command{enrolment::WithdrawSelection{view.ui.withdrawn}});
    }
}

void draw_rename_dialog(const PlanScreen& view) {
    const Screen& screen = view.screen;
    const locale::Locale& words = screen.words;
    std::string& name = view.ui.name;
    const bool is_valid = !name.empty() && name.size() <= plan::kMaxPlanNameBytes;
    const ui::Dialog dialog(screen.frame,
                            "rename_dialog",
                            {.title = words(Message::PlanRenameTitle),
                             .content_em = kLineBody + 0.375f + kFieldHeight,
                             .confirm = words(Message::PlanRenameConfirm),
                             .cancel = words(Message::Cancel),
                             .is_confirm_disabled = !is_valid});
    const ui::FieldOutcome outcome = ui::field(screen.frame,
                                               "name",
                                               dialog.content(),
                                               {.label = words(Message::PlanNameField),
                                                .value = name,
                                                .takes_focus = true,
                                                .submits_on_enter = true,
                                                .max_length = plan::kMaxPlanNameBytes / 3});
    if (outcome.changed != nullptr) name = *outcome.changed;
    const bool is_confirmed =
        dialog.choice() == ui::DialogChoice::Confirmed || outcome.is_submitted;
    if (is_confirmed && is_valid) {
        screen.actions.put(app::Command{plan::NamePlan{view.plan.edited, name}});
    }
    if (dialog.choice() == ui::DialogChoice::Cancelled || (is_confirmed && is_valid)) {
        view.ui.dialog = PlanDialog::None;
    }
}

void draw_discard_dialog(const PlanScreen& view) {
    const locale::Locale& words = view.screen.words;
    const ui::Dialog dialog(
        view.screen.frame,
        "discard_dialog",
        {.title = words.format(Message::PlanDiscardTitle, {view.plan.edited_name}),
         .text = words(Message::PlanDiscardText),
         .confirm = words(Message::PlanDiscardConfirm),
         .cancel = words(Message::Cancel),
         .confirm_kind = ui::ButtonKind::Danger});
    if (dialog.choice() == ui::DialogChoice::None) return;
    view.ui.dialog = PlanDialog::None;
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        view.screen.actions.put(app::Command{plan::DiscardPlan{view.plan.edited}});
    }
}

}  // namespace

void open_menu(const PlanScreen& view, PlanMenu menu, const ui::Rect& anchor) {
    view.ui.menu = menu;
    view.ui.menu_anchor = view.screen.frame.on_canvas(anchor);
}

void complete(const PlanScreen& view) {
    if (view.plan.edited.empty()) {
        view.screen.actions.put(CreatePlan{std::string(view.screen.words(Message::PlanFirstName))});
    }
    view.screen.actions.put(CompletePlan{view.plan.edited});
}

// The first of 方案 2, 方案 3 … that no draft is called.
void create_plan(const PlanScreen& view) {
    const auto& tabs = view.plan.tabs;
    for (std::size_t number = tabs.size() + 1;; ++number) {
        std::string name = tabs.empty() ? std::string(view.screen.words(Message::PlanFirstName))
                                        : view.screen.words.format(Message::PlanNumberedName,
                                                                   {std::to_string(number)});
        const bool is_taken = std::any_of(
            tabs.begin(), tabs.end(), [&](const app::PlanTab& tab) { return tab.name == name; });
        if (!is_taken) return view.screen.actions.put(CreatePlan{std::move(name)});
    }
}

bool is_empty(const app::PlanProjection& plan) {
    return plan.draft_runs == 0 && plan.troubled_runs == 0 && plan.selections.empty();
}

ui::ButtonLook submit_look(const PlanScreen& view, std::string& reason) {
    const locale::Locale& words = view.screen.words;
    const app::PlanProjection& plan = view.plan;
    const bool is_waiting = view.screen.status.is_submitting;
    if (plan.submission.run_ids.empty()) {
        reason = words(Message::SubmitNothing);
    } else if (plan.selection_opens) {
        reason = words.format(Message::SubmitOpens, {words.date(*plan.selection_opens)});
    } else if (plan.submission_refusal) {
        reason =
            words.refusal(plan.submission_refusal->code.name(), plan.submission_refusal->subject);
    }
    // Without a server the submission is written down, and says so.
    const SyncStatus& sync = view.screen.status.sync;
    const bool is_held = is_waiting && (!sync.is_reachable || sync.needs_sign_in);
    return {.label = words(is_held      ? sync.is_reachable ? Message::SubmitWaitingSignIn : Message::SubmitWaiting
                           : is_waiting ? Message::Submitting
                                        : Message::Submit),
            .kind = plan.is_complete ? ui::ButtonKind::Primary : ui::ButtonKind::Secondary,
            .is_disabled = !reason.empty() && !is_waiting,
            .is_waiting = is_waiting,
            .description = reason};
}

void press_submit(const PlanScreen& view) { view.ui.dialog = PlanDialog::Submit; }

std::optional<std::int64_t> parse_yuan(std::string_view text) {
    constexpr std::size_t kMostDigits = 7;
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const bool has_part = point != std::string_view::npos;
    if (whole.empty() || whole.size() > kMostDigits || part.size() > 2 ||
        (has_part && part.empty())) {
        return std::nullopt;
    }
    std::int64_t fen = 0;
    const auto add = [&fen](char digit) {
        if (digit < '0' || digit > '9') return false;
        fen = fen * 10 + (digit - '0');
        return true;
    };
    for (const char digit : whole) {
        if (!add(digit)) return std::nullopt;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        if (!add(i < part.size() ? part[i] : '0')) return std::nullopt;
    }
    return fen;
}

void draw_plan_menus(const PlanScreen& view) {
    switch (view.ui.menu) {
        case PlanMenu::None:
            return;
        case PlanMenu::Drafts:
            return draw_drafts_menu(view);
        case PlanMenu::Manage:
            return draw_manage_menu(view);
        case PlanMenu::Run:
            return draw_run_menu(view);
    }
}

void draw_plan_dialogs(const PlanScreen& view) {
    switch (view.ui.dialog) {
        case PlanDialog::None:
            return;
        case PlanDialog::Submit:
            return draw_submit_dialog(view);
        case PlanDialog::Withdraw:
            return draw_withdraw_dialog(view);
        case PlanDialog::Rename:
            return draw_rename_dialog(view);
        case PlanDialog::Discard:
            return draw_discard_dialog(view);
    }
}

}  // namespace xueshi::views
