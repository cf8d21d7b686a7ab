// The certificate of a year's hours on paper: what the server signed, and the code that says so.
#pragma once

#include "web/locale/locale.h"
#include "web/ui/printed_page.h"
#include "web/views/status.h"

namespace xueshi::views {

// Composed of the signed content alone, so that paper and code cannot differ.
ui::PrintedPage certificate_paper(const locale::Locale& words, const IssuedCertificate& issued);

}  // namespace xueshi::views
