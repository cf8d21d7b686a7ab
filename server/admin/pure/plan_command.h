// `xueshi plan [--count N]`: a planning problem on standard input, its answer on standard output.
//
// Exit 0 for optimal and infeasible alike; 2 with one line on stderr, naming the field, for a
// malformed document or wrong arguments. --count solves N times in one process, keeping nothing
// between repeats, and reports the median time.
#pragma once

#include <string>
#include <vector>

namespace xueshi::admin {

int run_plan(const std::vector<std::string>& arguments);

}  // namespace xueshi::admin
