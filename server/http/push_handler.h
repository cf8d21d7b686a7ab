// POST /api/v1/push: a device's operations.
#pragma once

#include "server/http/services.h"
#include "server/http/session_guard.h"

namespace xueshi::http {

Response push_operations(const Services& services,
                         const SessionGuard& guard,
                         const Request& request);

}  // namespace xueshi::http
