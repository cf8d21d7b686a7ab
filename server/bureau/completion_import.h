// Completion files of course platforms as records of hours: what their statements would say (completion_recording.h).
#pragma once

#include <string>
#include <string_view>

#include "core/rules/rule_pack.h"
#include "server/bureau/import_run.h"
#include "server/store/event_store.h"

namespace xueshi::bureau {

// What changes nothing is left alone: the same file again changes nothing. What read_columns refuses of the table as a
// whole; of a row what RowReader and CompletionRecorder say.
Result<ImportReport> import_completions(store::EventStore& event_store, const rules::RuleBook& rules, std::string_view bytes,
                                        const std::string& platform, const ImportOptions& options);

}  // namespace xueshi::bureau
