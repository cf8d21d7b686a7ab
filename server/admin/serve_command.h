// `xueshi serve`: the server's composition root. Opens the store, starts the sockets, waits for a
// signal.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_serve(const Arguments& arguments);

}  // namespace xueshi::admin
