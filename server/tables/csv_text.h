// Tables as CSV (RFC 4180): what spreadsheets write when they are asked for text (docs/formats/bureau.md).
//
// A cell that a spreadsheet would take for a formula gets an apostrophe in front when it is written, and loses it when it
// is read: what was written comes back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/tables/plain_table.h"

namespace xueshi::tables {

// `text` is UTF-8 without a mark, with any line ends. kTableTooLarge, kTableBroken with "line 3" as the subject, or what
// the visitor answers.
Outcome read_csv_text(std::string_view text, const TableLimits& limits, const RowVisitor& visitor);

// One row with CRLF at its end.
std::string csv_line(const std::vector<Cell>& row);

// With an apostrophe where a spreadsheet would reckon with it, and without that again.
std::string made_harmless(std::string_view cell);
std::string_view without_harmlessness(std::string_view cell);

}  // namespace xueshi::tables
