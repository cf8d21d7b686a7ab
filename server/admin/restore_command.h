// `xueshi restore`: puts a backup in place under a new epoch; the server must be stopped.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_restore(const Arguments& arguments);

}  // namespace xueshi::admin
