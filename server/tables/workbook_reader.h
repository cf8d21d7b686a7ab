// The first sheet of an XLSX workbook as a table.
//
// Shared strings, inline strings and numbers become text; a number that is shown as a date becomes "2017-08-01"; formulas
// give the value that was last reckoned. Only the parts that are needed are unpacked, each within the limits, and none of
// them may hold a document type (server/exchange/xml_guard.h).
#pragma once

#include <string>
#include <string_view>

#include "server/tables/plain_table.h"

namespace xueshi::tables {

bool is_workbook(std::string_view bytes);  // begins as a zip does

// kTableTooLarge, kTableBroken, or what the visitor answers.
Outcome read_workbook(std::string_view bytes, const TableLimits& limits, const RowVisitor& visitor);

}  // namespace xueshi::tables
