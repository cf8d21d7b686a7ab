// Scans in a card: what the server keeps, with a way to save it, and what is on its way there.
#pragma once

#include <string_view>

#include "web/views/card_pen.h"

namespace xueshi::views {

// `about` stands small beside the file's name.
void lay_kept_file(CardPen& pen, const AttachmentId& id, std::string_view file_name, std::string_view about);
// How far, and the way back.
void lay_upload_progress(CardPen& pen, const UploadStatus& upload);

}  // namespace xueshi::views
