// `xueshi backup`: a checked copy of the database in one file; the server may be running.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_backup(const Arguments& arguments);

}  // namespace xueshi::admin
