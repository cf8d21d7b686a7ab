// `xueshi verify`: who passes a year's verification (R6, R22), from the events `xueshi export` writes.
//
//     xueshi export --data DIR | xueshi verify --year 2016 [--cycle] [--what-if draft-pack.json]
//
// A line of JSON for each teacher, in the order of the export, and the sums last (docs/formats/verification.md). Reads
// line by line and holds one teacher's records at a time. Exit 0; 2 when an argument, a line or the draft is wrong,
// with one line on standard error that names it. What was answered before a wrong line stands, without its sums.
#pragma once

#include <string>
#include <vector>

namespace xueshi::admin {

int run_verify(const std::vector<std::string>& arguments);

}  // namespace xueshi::admin
