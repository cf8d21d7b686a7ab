// `xueshi items export|import|results`: an item bank as a QTI 3.0 content package and back, and a finished test as a
// results report (docs/formats/qti.md).
//
// All or nothing: what is written takes its place in one step, and with an error nothing is written. Exit 0; 2 with one
// line on standard error for each thing that is wrong with a document, or one for wrong arguments; 1 when the disk
// takes nothing.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_items(const Arguments& arguments);

}  // namespace xueshi::admin
