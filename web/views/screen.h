// What every view is handed beside its projection: where to paint, in which words, and whom to ask.
#pragma once

#include <string_view>

#include "web/locale/locale.h"
#include "web/ui/frame.h"
#include "web/ui/icons.h"
#include "web/ui/page_layout.h"
#include "web/views/actions.h"
#include "web/views/status.h"

namespace xueshi::views {

using locale::Message;

struct Screen {
    ui::Frame& frame;
    const locale::Locale& words;
    const Status& status;
    ActionSink& actions;
    float banner_room = 0;  // CSS px at the content's foot where a banner stands
    bool has_status_line = false;  // phone: what is not on the server is told above the tabs

    std::string_view sample_chip() const {
        return status.is_sample ? words(Message::SampleChip) : std::string_view{};
    }
};

// The page by its parts; the content reaches down to the edge, so that what scrolls is cut there
// and not before. End such content kEndSpace em below its last card.
inline constexpr float kEndSpace = 1.5f;
ui::PageLayout lay_out_screen(const Screen& screen, const ui::PageWishes& wishes);

// Gaps between cards by form, CSS px.
float card_gap(const ui::Frame& frame);

// A control's ground without text: for what a view composes of several texts.
struct Pressable {
    bool is_activated = false;
    float hover = 0;
    ui::NodeId node = 0;
};
// `state`: bits of ui::NodeState.
Pressable pressable(ui::Frame& frame,
                    std::string_view id,
                    const ui::Rect& rect,
                    std::string_view name,
                    unsigned state = 0);

// "撤销：加入“…”", or the bare word when there is nothing to take back.
std::string undo_words(const Screen& screen);
std::string redo_words(const Screen& screen);

ui::Colour category_colour(const ui::Theme& theme, catalogue::CourseKind kind);
ui::Icon delivery_icon(catalogue::DeliveryMode mode);

}  // namespace xueshi::views
