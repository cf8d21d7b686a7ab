// The planner's program in the browser's worker: one problem document in, its answer back piece by piece. The same
// functions as `xueshi plan`; the worker measures no time, so the answer says 0.
#include <optional>
#include <string>
#include <string_view>

#include "core/codec/planning_exchange_json.h"
#include "core/codec/planning_problem_json.h"
#include "core/plan/plan_pieces.h"

namespace {

struct Desk {
    std::string room;
    std::optional<xueshi::plan::PlanPieces> pieces;
    std::string refusal;  // the only piece where the problem is none
    std::string piece;
};

Desk& desk() {
    static Desk the_desk;
    return the_desk;
}

}  // namespace

extern "C" {

// Room for a problem of `size` bytes, valid until the next call.
char* xueshi_planner_room(int size) {
    desk().room.assign(static_cast<std::size_t>(size), '\0');
    return desk().room.data();
}

// Takes a problem; the one before it is forgotten.
void xueshi_planner_open(const char* problem, int size) {
    using namespace xueshi;
    auto read = codec::read_planning_problem(std::string_view(problem, static_cast<std::size_t>(size)));
    desk().refusal.clear();
    desk().pieces.reset();
    if (read) {
        desk().pieces.emplace(std::move(*read));
    } else {
        desk().refusal = codec::write_planning_refusal(read.error());
    }
}

// Seeks the next piece and answers how many bytes it takes; 0 when there is none left.
int xueshi_planner_next() {
    using namespace xueshi;
    Desk& at = desk();
    at.piece = std::exchange(at.refusal, {});
    if (at.pieces) {
        const auto found = at.pieces->next();
        if (found) at.piece = codec::write_plan_piece(*found);
    }
    return static_cast<int>(at.piece.size());
}

const char* xueshi_planner_piece() { return desk().piece.data(); }
}
