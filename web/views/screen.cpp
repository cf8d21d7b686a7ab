#include "web/views/screen.h"

#include "web/ui/paint.h"

namespace xueshi::views {

using namespace ui::metrics;

ui::PageLayout lay_out_screen(const Screen& screen, const ui::PageWishes& wishes) {
    const ui::Frame& frame = screen.frame;
    ui::PageWishes all = wishes;
    all.has_status_line = screen.has_status_line;
    ui::PageLayout page = ui::lay_out_page(frame.viewport, frame.em, frame.form, all);
    if (frame.form == ui::FormFactor::Desktop) {
        page.content.height = frame.viewport.bottom() - page.content.y;
    }
    page.content.height -= screen.banner_room;
    return page;
}

float card_gap(const ui::Frame& frame) {
    return frame.px(frame.is_phone() ? kGapCardsPhone : kGapCardsY);
}

Pressable pressable(ui::Frame& frame,
                    std::string_view id,
                    const ui::Rect& rect,
                    std::string_view name,
                    unsigned state) {
    const ui::NodeId node = frame.id(id);
    const ui::Interaction touched = frame.interact(node);
    frame.add_node(node, ui::Role::Button, frame.target(rect), {name, {}, {}}, state);
    frame.show_focus(node, rect, frame.px(kRadiusControl));
    return {touched.is_activated, touched.hover, node};
}

std::string undo_words(const Screen& screen) {
    const Status& status = screen.status;
    if (!status.can_undo) return std::string(screen.words(Message::Undo));
    return screen.words.format(Message::UndoNamed, {screen.words.deed(status.undo_code, status.undo_subject)});
}

std::string redo_words(const Screen& screen) {
    const Status& status = screen.status;
    if (!status.can_redo) return std::string(screen.words(Message::Redo));
    return screen.words.format(Message::RedoNamed, {screen.words.deed(status.redo_code, status.redo_subject)});
}

ui::Colour category_colour(const ui::Theme& theme, catalogue::CourseKind kind) {
    switch (kind) {
        case catalogue::CourseKind::Public:
            return theme.cat_public;
        case catalogue::CourseKind::Elective:
            return theme.cat_elect;
        default:
            return theme.cat_pro;
    }
}

ui::Icon delivery_icon(catalogue::DeliveryMode mode) {
    switch (mode) {
        case catalogue::DeliveryMode::Distance:
            return ui::Icon::Screen;
        case catalogue::DeliveryMode::FaceToFace:
            return ui::Icon::People;
        case catalogue::DeliveryMode::Blended:
            return ui::Icon::Swap;
    }
    return ui::Icon::Screen;
}

}  // namespace xueshi::views
