// `xueshi export-hours`: a year's hours of every teacher as a table for the HR bureau's system (docs/formats/bureau.md).
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_export_hours(const Arguments& arguments);

}  // namespace xueshi::admin
