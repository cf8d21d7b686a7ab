#include "web/views/receipt_lookup.h"

#include "web/ui/button.h"
#include "web/ui/dialog.h"
#include "web/ui/field.h"
#include "web/views/card_pen.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr std::size_t kShortestNumber = 10;
constexpr float kContent = 8.5f;

ui::ButtonLook button_look(const Screen& screen) {
    return {.label = screen.words(Message::ReceiptButton), .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Search};
}

std::string found_words(const locale::Locale& words, const app::FoundStep& found) {
    std::string text;
    if (!found.person.empty()) add_part(words, text, found.person);
    if (found.entry) {
        if (found.entry->stage) add_part(words, text, stage_words(words, *found.entry->stage));
        add_part(words, text, history_words(words, *found.entry));
    }
    if (!found.project_title.empty()) add_part(words, text, found.project_title);
    add_part(words, text, words.date_time(found.at));
    add_part(words, text, actor_words(words, found.by));
    return text;
}

}  // namespace

float receipt_button_width(const Screen& screen) { return ui::button_width(screen.frame, button_look(screen)); }

void draw_receipt_button(const Screen& screen, const ui::Rect& rect, ReceiptLookupState& ui) {
    if (!ui::button(screen.frame, "receipt", rect, button_look(screen))) return;
    ui = {true, {}};
    screen.frame.request_frame();
}

void draw_receipt_dialog(const Screen& screen, const app::SpecialState& state, ReceiptLookupState& ui) {
    if (!ui.is_open) return;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    ui::Dialog dialog(frame, "receipt_dialog",
                      {.title = words(Message::ReceiptTitle), .content_em = kContent, .cancel = words(Message::Close)});
    ui::Rect rest = dialog.content();
    const ui::FieldLook look{.label = words(Message::ReceiptField),
                             .value = ui.number,
                             .placeholder = words(Message::ReceiptHint),
                             .takes_focus = true,
                             .max_length = 20};
    const float tall = ui::field_height(frame, rest.width, look);
    const ui::FieldOutcome outcome = ui::field(frame, "number", ui::take_top(rest, tall, frame.px(kSpace3)), look);
    if (outcome.changed != nullptr) {
        ui.number = *outcome.changed;
        frame.request_frame();
    }
    if (ui.number.size() >= kShortestNumber) {
        const auto found = app::find_step(state, ui.number);
        const std::string text = found ? found_words(words, *found) : std::string(words(Message::ReceiptUnknown));
        frame.add_node(frame.id("answer"), ui::Role::Status, rest, {text, {}, {}});
        ui::draw_paragraph(frame, rest, text, {.colour = found ? frame.theme.done : frame.theme.attn, .spoken = ui::Spoken::Decorative});
    }
    if (dialog.choice() != ui::DialogChoice::None) ui.is_open = false;
}

}  // namespace xueshi::views
