// The HR bureau's verification results (R3, R22) as facts in the teachers' feeds.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/rules/rule_pack.h"
#include "server/bureau/import_run.h"
#include "server/store/event_store.h"

namespace xueshi::bureau {

// A result that stands already, of the same day, is left alone: the same file again changes nothing. `projections`: the
// folder of hour projections, which are brought up first.
//
// What read_columns refuses of the table as a whole. Of a row, beside what RowReader says: enrolment::kUnknownTeacher,
// rules::kNoRulePack, kRowRepeated (the same number and year), kDayImpossible.
Result<ImportReport> import_results(store::EventStore& event_store, const rules::RuleBook& rules,
                                    const std::filesystem::path& projections, std::string_view bytes,
                                    const ImportOptions& options);

}  // namespace xueshi::bureau
