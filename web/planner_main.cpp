// The planner's program in the browser's worker: one problem document in, one document with its answer and the
// ways out of it back. The same functions as `xueshi plan`; the worker measures no time, so the answer says 0.
#include <string>
#include <string_view>

#include "core/codec/planning_exchange_json.h"
#include "core/codec/planning_problem_json.h"
#include "core/plan/way_out.h"

namespace {

std::string& answer_bytes() {
    static std::string bytes;
    return bytes;
}

}  // namespace

extern "C" {

// Room for a problem of `size` bytes, valid until the next call.
char* xueshi_planner_room(int size) {
    static std::string room;
    room.assign(static_cast<std::size_t>(size), '\0');
    return room.data();
}

// Solves the problem, or says why it is refused; answers how many bytes that takes.
int xueshi_planner_solve(const char* problem, int size) {
    using namespace xueshi;
    const auto read =
        codec::read_planning_problem(std::string_view(problem, static_cast<std::size_t>(size)));
    answer_bytes() = read ? codec::write_planning_advice(plan::advise(*read)) : codec::write_planning_refusal(read.error());
    return static_cast<int>(answer_bytes().size());
}

const char* xueshi_planner_answer() { return answer_bytes().data(); }
}
