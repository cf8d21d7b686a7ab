// `xueshi certificate-keys list|rotate|revoke`: the keys that sign certificates of hours.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_certificate_keys(const Arguments& arguments);

}  // namespace xueshi::admin
