// `xueshi platform-token`: a course platform's token, made or revoked.
//
// The token is printed once, alone on standard output; the store keeps its hash only.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_platform_token(const Arguments& arguments);

}  // namespace xueshi::admin
