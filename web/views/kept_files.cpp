#include "web/views/kept_files.h"

#include <algorithm>
#include <string>

#include "web/views/button_row.h"

namespace xueshi::views {

using namespace ui::metrics;

void lay_kept_file(CardPen& pen, const AttachmentId& id, std::string_view file_name, std::string_view about) {
    ui::Frame& frame = pen.frame();
    ui::Rect row = pen.take(kSpace5);
    const ui::LinkLook look{.label = file_name, .icon = ui::Icon::Download};
    const float width = std::min(ui::link_width(frame, look), row.width);
    const ui::Rect place = ui::take_left(row, width, frame.px(kSpace2));
    if (!pen.draws) return;
    const ui::IdScope scope(frame, id.text);
    if (ui::link(frame, "scan", place, look)) {
        pen.screen.actions.put(SaveAttachment{id});
        frame.request_frame();
    }
    if (!about.empty()) ui::draw_text(frame, row, about, {.size = ui::TextSize::Small, .colour = frame.theme.ink_3});
}

void lay_upload_progress(CardPen& pen, const UploadStatus& upload) {
    const locale::Locale& words = pen.words();
    const int percent = static_cast<int>(upload.share * 100);
    pen.paragraph(words.format(Message::Uploading, {upload.file_name, std::to_string(percent)}),
                  {.size = ui::TextSize::Small}, kSpace1);
    ButtonRow row{pen};
    if (row.add("give-up", {.label = words(Message::UploadCancel), .size = ui::ButtonSize::Small})) {
        pen.screen.actions.put(CancelUpload{});
        pen.frame().request_frame();
    }
}

}  // namespace xueshi::views
