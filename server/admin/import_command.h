// `xueshi import-results`, `import-completions` and `undo-import`: tables of others into the teachers' feeds, and a whole import taken back
// (docs/formats/bureau.md).
//
// The answer is one JSON document on standard output; progress is told on standard error. Exit 0 when every row is in,
// 1 when some are not (bad rows, or interrupted), or nothing is; SIGINT and SIGTERM stop between batches.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_import_results(const Arguments& arguments);
int run_import_completions(const Arguments& arguments);
int run_undo_import(const Arguments& arguments);

}  // namespace xueshi::admin
