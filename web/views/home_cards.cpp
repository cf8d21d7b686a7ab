#include "web/views/home_cards.h"

#include <algorithm>
#include <span>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kDateRow = 4.0f;
constexpr float kTaskRow = 4.25f;
constexpr std::size_t kNextDates = 4;

// A card of `content` height at the top of `rest`; answers what is inside.
ui::Rect take_card(const Screen& screen, ui::Rect& rest, float content) {
    const float height = content + 2 * ui::card_pad(screen.frame);
    return ui::card(screen.frame, ui::take_top(rest, height, card_gap(screen.frame)));
}

// The dates shown: what is to come, or all of the year.
std::span<const app::MilestoneRow> shown_dates(const app::HomeProjection& home, bool shows_all) {
    std::span<const app::MilestoneRow> rows = home.milestones;
    if (shows_all) return rows;
    while (!rows.empty() && rows.front().days_left < 0) rows = rows.subspan(1);
    return rows.subspan(0, std::min(rows.size(), kNextDates));
}

std::string source_of(const Screen& screen, const app::MilestoneRow& row) {
    return screen.words.format(Message::BasedOn, {screen.words.of(row.source)});
}

float source_height(const Screen& screen, float width, const app::MilestoneRow& row) {
    return ui::measure_paragraph(screen.frame,
                                 width - screen.frame.px(5.5f),
                                 source_of(screen, row),
                                 {.size = ui::TextSize::Small});
}

// The dates of special training lead to it, or to the desk of those who review.
std::string_view route_of_date(const Screen& screen, const app::MilestoneRow& row) {
    const bool is_special = row.id == "signup-deadline" || row.id == "principal-deadline" ||
                            row.id == "district-deadline" || row.id == "final-list";
    if (!is_special) return {};
    return screen.status.has_role(organisation::OrgRole::Teacher) ? kSpecialRoute : kDeskRoute;
}

void draw_date(const Screen& screen,
               ui::Rect& rest,
               const app::MilestoneRow& row,
               bool shows_source) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, row.id);
    const std::string date = screen.words.short_date(row.date);
    const bool is_past = row.days_left < 0;
    const std::string left = is_past ? std::string(screen.words(Message::DatePast))
                                     : screen.words.days_left(row.days_left);
    const std::string_view route = route_of_date(screen, row);
    ui::date_row(frame,
                 route.empty() ? std::string_view{} : "date",
                 ui::take_top(rest, frame.px(kDateRow - kSpace2), frame.px(kSpace2)),
                 {.date = date,
                  .weekday = screen.words.short_weekday(row.date),
                  .title = screen.words.of(row.title),
                  .second = screen.words.of(row.note),
                  .left = left,
                  .is_urgent = row.is_deadline && !is_past && row.days_left <= app::kUrgentDays,
                  .route = route});
    if (!shows_source) return;
    ui::Rect text = ui::take_top(rest, source_height(screen, rest.width, row), frame.px(kSpace2));
    ui::take_left(text, frame.px(5.5f));
    ui::draw_paragraph(frame,
                       text,
                       source_of(screen, row),
                       {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

struct TaskWords {
    std::string_view title;
    std::string note;
    ui::Icon icon;
    std::string route;
};

TaskWords words_of_task(const Screen& screen, const app::HomeTask& task) {
    const locale::Locale& words = screen.words;
    const std::string count = words.number(static_cast<std::int64_t>(task.count));
    switch (task.kind) {
        case app::HomeTaskKind::SettleDisagreements:
            // No link: it also chooses the draft.
            return {words(Message::TaskDisagreement),
                    words.format(Message::TaskDisagreementNote, {count}),
                    ui::Icon::Copy,
                    std::string{}};
        case app::HomeTaskKind::ConfirmProfile:
            return {words(Message::TaskConfirmProfile),
                    std::string(words(Message::TaskConfirmProfileNote)),
                    ui::Icon::Person,
                    std::string(kProfileRoute)};
        case app::HomeTaskKind::ReconfirmProfile:
            return {words(Message::TaskReconfirmProfile),
                    std::string(words(Message::TaskReconfirmProfileNote)),
                    ui::Icon::Person,
                    std::string(kProfileRoute)};
        case app::HomeTaskKind::ArrangeHours:
            return {words(Message::TaskArrange),
                    words.format(Message::TaskArrangeNote, {words.hours(task.hours)}),
                    ui::Icon::Plan,
                    std::string(kPlanRoute)};
        case app::HomeTaskKind::SubmitPlan:
            return {words(Message::TaskSubmit),
                    words.format(Message::TaskSubmitNote,
                                 {count, words.hours(task.hours), words.price(task.fee_fen)}),
                    ui::Icon::Upload,
                    std::string(kPlanRoute)};
        case app::HomeTaskKind::DecideApplications: {
            std::string note = words.format(Message::TaskReviewNote, {count});
            if (task.by) {
                const int days = task.by->days - date_of(screen.status.now).days;
                note += words(Message::Separator);
                note += words.format(Message::TaskReviewBy, {words.date(*task.by), words.days_left(days)});
            }
            return {words(Message::TaskReview), std::move(note), ui::Icon::Reviews, std::string(kDeskRoute)};
        }
        case app::HomeTaskKind::DecideRegistrations:
            return {words(Message::TaskRegister),
                    words.format(Message::TaskRegisterNote, {count}),
                    ui::Icon::Pencil,
                    std::string(kRegistersRoute)};
        case app::HomeTaskKind::HandInAgain:
            return {words(Message::TaskHandIn),
                    words.format(Message::TaskHandInNote, {words.date(task.by.value_or(CivilDate{})), task.subject}),
                    ui::Icon::Flag,
                    route_of_project(task.project_id)};
        case app::HomeTaskKind::ApplicationMoved:
            return {words(Message::TaskProgress), task.subject, ui::Icon::Flag, route_of_project(task.project_id)};
        case app::HomeTaskKind::AwaitPayment:
            return {words(Message::TaskPayment),
                    words.format(Message::TaskPaymentNote, {count, words.money(task.fee_fen)}),
                    ui::Icon::Yen,
                    std::string(kPlanRoute)};
    }
    return {};
}

}  // namespace

void draw_account_card(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    ui::Rect inner =
        take_card(screen, rest, frame.px(kLineHead + kSpace1 + kLineBody + kSpace3 + kLineBody));
    std::string roles;
    for (const organisation::OrgRole role : screen.status.roles) {
        if (!roles.empty()) roles += words(Message::ListSeparator);
        roles += words.role(role);
    }
    ui::card_head(
        frame,
        "account",
        inner,
        {.title = screen.status.unit_name.empty() ? words(Message::AccountTitle)
                                                  : std::string_view(screen.status.unit_name)});
    ui::take_top(inner, frame.px(kSpace1));
    ui::draw_text(frame,
                  ui::take_top(inner, frame.px(kLineBody), frame.px(kSpace3)),
                  roles,
                  {.colour = frame.theme.ink_2});
    ui::draw_text(frame, ui::take_top(inner, frame.px(kLineBody)), words(Message::AccountScope));
}

void draw_unit_card(const Screen& screen, const app::UnitSummary& unit, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::IdScope scope(frame, "unit");
    const std::string source = words.format(Message::BasedOn, {words.of(unit.payer_source)});
    const float inner_width = rest.width - 2 * ui::card_pad(frame);
    const float source_tall =
        ui::measure_paragraph(frame, inner_width, source, {.size = ui::TextSize::Small});
    const bool is_narrow = inner_width < frame.px(24);
    const float figures = frame.px(3.5f) * (is_narrow ? 2 : 1);
    ui::Rect inner =
        take_card(screen, rest, frame.px(kLineHead + 2 * kSpace3) + figures + source_tall);
    const std::string owed = words.format(
        Message::UnitUnpaidNote, {words.number(static_cast<std::int64_t>(unit.unpaid_selections))});
    ui::card_head(frame,
                  "head",
                  inner,
                  {.title = words(Message::UnitTitle),
                   .note = unit.selections == 0          ? words(Message::UnitEmpty)
                           : unit.unpaid_selections == 0 ? words(Message::UnitAllPaid)
                                                         : std::string_view(owed)});
    ui::take_top(inner, frame.px(kSpace3));
    const ui::Rect strip = ui::take_top(inner, figures, frame.px(kSpace3));
    const std::string values[] = {words.number(static_cast<std::int64_t>(unit.people)),
                                  words.number(static_cast<std::int64_t>(unit.selections)),
                                  words.money(unit.fee_fen),
                                  words.money(unit.unpaid_fen)};
    constexpr Message kLabels[] = {
        Message::UnitPeople, Message::UnitSelections, Message::UnitFees, Message::UnitUnpaid};
    const int columns = is_narrow ? 2 : 4;
    for (int i = 0; i < 4; ++i) {
        ui::Rect cell = ui::column_of(strip, i % columns, columns, frame.px(kSpace2));
        cell.height = frame.px(3.5f);
        cell.y += frame.px(3.5f) * static_cast<float>(i / columns);
        ui::figure(frame, cell, values[i], words(kLabels[i]));
    }
    ui::draw_paragraph(
        frame, inner, source, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

void draw_dates_card(const Screen& screen,
                     const app::HomeProjection& home,
                     HomeUiState& ui,
                     ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "dates");
    const std::span<const app::MilestoneRow> rows = shown_dates(home, ui.shows_all_dates);
    const float width = rest.width - 2 * ui::card_pad(frame);
    float height = frame.px(kLineHead + kSpace1);
    for (const app::MilestoneRow& row : rows) {
        height += frame.px(kDateRow);
        if (ui.shows_all_dates) height += source_height(screen, width, row) + frame.px(kSpace2);
    }
    height += rows.empty() ? frame.px(kSpace2 + kLineBody) : -frame.px(kSpace2);
    ui::Rect inner = take_card(screen, rest, height);
    const bool shows_all = ui.shows_all_dates;
    const std::string_view link_label =
        home.milestones.empty() ? std::string_view{}
                                : screen.words(shows_all ? Message::DatesNext : Message::DatesAll);
    if (ui::card_head(
            frame,
            "all",
            inner,
            {.title = screen.words(Message::DatesTitle), .link = {.label = link_label}})) {
        ui.shows_all_dates = !shows_all;
    }
    ui::take_top(inner, frame.px(kSpace1));
    if (rows.empty()) {
        ui::take_top(inner, frame.px(kSpace2));
        ui::draw_text(frame,
                      ui::take_top(inner, frame.px(kLineBody)),
                      screen.words(Message::DatesEmpty),
                      {.colour = frame.theme.ink_2});
    }
    for (const app::MilestoneRow& row : rows) draw_date(screen, inner, row, shows_all);
}

void draw_tasks_card(const Screen& screen, const app::HomeProjection& home, ui::Rect& rest) {
    if (!home.has_duty) return;
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "tasks");
    const auto count = static_cast<float>(home.tasks.size());
    const float list = home.tasks.empty() ? frame.px(kSpace2 + kRowLine1 + kLineSmall)
                                          : frame.px(kTaskRow) * count - frame.px(kSpace2);
    ui::Rect inner = take_card(screen, rest, frame.px(kLineHead) + list);
    const std::string amount =
        home.tasks.empty()
            ? std::string()
            : screen.words.format(
                  Message::ItemsCount,
                  {screen.words.number(static_cast<std::int64_t>(home.tasks.size()))});
    ui::card_head(
        frame, "head", inner, {.title = screen.words(Message::TasksTitle), .note = amount});
    if (home.tasks.empty()) {
        ui::take_top(inner, frame.px(kSpace2));
        ui::explanation(frame,
                        inner,
                        {.icon = ui::Icon::CheckCircle,
                         .meaning = ui::Meaning::Done,
                         .title = screen.words(Message::TasksEmpty),
                         .second = screen.words(Message::TasksEmptyNote)});
        return;
    }
    for (std::size_t i = 0; i < home.tasks.size(); ++i) {
        const TaskWords task = words_of_task(screen, home.tasks[i]);
        const ui::IdScope row(frame, std::uint64_t{i} * 16 + static_cast<std::uint64_t>(home.tasks[i].kind));
        const bool is_pressed = ui::list_row(frame,
                                             "task",
                                             ui::take_top(inner, frame.px(kTaskRow)),
                                             {.title = task.title,
                                              .second = task.note,
                                              .icon = task.icon,
                                              .has_chevron = true,
                                              .has_rule = i + 1 < home.tasks.size(),
                                              .route = task.route});
        if (!is_pressed) continue;
        screen.actions.put(EditPlan{home.tasks[i].plan_id});
        screen.actions.put(OpenRoute{std::string(kPlanRoute), false});
    }
}

void draw_news_card(const Screen& screen,
                    const app::HomeProjection& home,
                    HomeUiState& ui,
                    ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "news");
    const auto count = static_cast<float>(home.news.size());
    const float list = home.news.empty() ? frame.px(kSpace2 + kLineBody)
                                         : frame.px(kTaskRow) * count - frame.px(kSpace2);
    ui::Rect inner = take_card(screen, rest, frame.px(kLineHead) + list);
    ui::card_head(frame, "head", inner, {.title = screen.words(Message::NewsTitle)});
    if (home.news.empty()) {
        ui::take_top(inner, frame.px(kSpace2));
        ui::draw_text(frame,
                      ui::take_top(inner, frame.px(kLineBody)),
                      screen.words(Message::NewsEmpty),
                      {.colour = frame.theme.ink_2});
    }
    for (std::size_t i = 0; i < home.news.size(); ++i) {
        const app::NewsRow& news = home.news[i];
        const ui::IdScope row(frame, news.id.text);
        const std::string origin =
            screen.words.format(Message::NewsOf, {news.issuer, screen.words.date(news.posted_on)});
        const bool is_opened = ui::list_row(frame,
                                            "open",
                                            ui::take_top(inner, frame.px(kTaskRow)),
                                            {.title = news.title,
                                             .second = origin,
                                             .icon = ui::Icon::Bell,
                                             .has_chevron = true,
                                             .has_rule = i + 1 < home.news.size()});
        if (is_opened) ui.open_notice = news.id;
    }
}

}  // namespace xueshi::views
