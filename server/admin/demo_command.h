// `xueshi demo`: makes a sample city in a data folder that has no database yet.
//
// Made in a folder of its own and moved into place when it is whole: an interrupted run leaves
// nothing that a server would take for a city. Exit 2 for wrong arguments and where a database
// already is.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_demo(const Arguments& arguments);

}  // namespace xueshi::admin
