// Who acts in the reader's post, from when until when; naming somebody, and ending it.
#include "web/ui/button.h"
#include "web/views/card_pen.h"
#include "web/views/desk_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kLine = 2.75f;
constexpr float kFields = 9.5f;

void draw_named(const Desk& desk, const app::DeputyLine& line, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const ui::IdScope scope(frame, line.deputation_id.text);
    ui::Rect row = ui::take_top(rest, frame.px(kLine));
    const ui::ButtonLook end{.label = words(Message::DeputyEnd), .size = ui::ButtonSize::Small};
    const float width = ui::button_width(frame, end);
    const ui::Rect place = ui::centred(ui::take_right(row, width, frame.px(kSpace3)), width,
                                       ui::button_height(frame, ui::ButtonSize::Small));
    if (ui::button(frame, "end", place, end)) {
        desk.screen.actions.put(DeputyOrder{organisation::DismissDeputy{line.deputation_id}});
        frame.request_frame();
    }
    std::string text = line.deputy_name;
    add_part(words, text, words.short_range(line.from, line.until));
    if (line.is_on) add_part(words, text, words(Message::DeputyNow));
    ui::draw_text(frame, row, text);
}

}  // namespace

void draw_deputies_dialog(const Desk& desk) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    DeskUiState& ui = desk.ui;
    const auto& named = desk.projection.deputies;
    const std::optional<CivilDate> from = parse_date(ui.from), until = parse_date(ui.until);
    const bool is_period = from && until && *from <= *until;
    const bool is_backwards = from && until && !is_period;
    const auto date_field = [&](Message label, const std::string& value, bool is_wrong) {
        return ui::FieldLook{.label = words(label),
                             .value = value,
                             .placeholder = words(Message::DateHint),
                             .error = is_wrong ? words(Message::DateWrong) : std::string_view{},
                             .is_required = true,
                             .max_length = 10};
    };
    ui::Dialog dialog(frame, "deputies-dialog",
                      {.title = words(Message::DeputiesTitle),
                       .text = words(Message::DeputiesText),
                       .content_em = kFields + kLine * static_cast<float>(named.size()),
                       .confirm = words(Message::DeputyConfirm),
                       .cancel = words(Message::Close),
                       .is_confirm_disabled = ui.number.empty() || !is_period});
    ui::Rect rest = dialog.content();
    for (const app::DeputyLine& line : named) draw_named(desk, line, rest);
    draw_desk_field(desk, "number", rest,
                    {.label = words(Message::DeputyNumber), .value = ui.number, .is_required = true, .max_length = 40},
                    ui.number);
    ui::Rect left = ui::column_of(rest, 0, 2, frame.px(kSpace3));
    ui::Rect right = ui::column_of(rest, 1, 2, frame.px(kSpace3));
    draw_desk_field(desk, "from", left, date_field(Message::DateFrom, ui.from, !ui.from.empty() && !from), ui.from);
    draw_desk_field(desk, "until", right,
                    date_field(Message::DateUntil, ui.until, (ui.until.size() >= 10 && !until) || is_backwards), ui.until);
    if (dialog.choice() == ui::DialogChoice::Confirmed && is_period) {
        for (const organisation::OrgRole role : desk.projection.own_roles) {
            desk.screen.actions.put(DeputyOrder{organisation::NameDeputy{{}, role, ui.number, *from, *until}});
        }
    }
    close_desk_dialog(desk, dialog);
}

}  // namespace xueshi::views
