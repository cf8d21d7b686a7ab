// `xueshi verify-year`: the official annual verification of a whole city, recorded in every teacher's feed (R22, R23).
// The answer is docs/formats/verification.md's; projections of the feeds lie in the data folder's `projections`.
#pragma once

#include "server/admin/command_line.h"

namespace xueshi::admin {

int run_verify_year(const Arguments& arguments);

}  // namespace xueshi::admin
