// What `xueshi allocate` reads and answers (docs/formats/allocation.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/allocation/allocation_question.h"
#include "core/allocation/best_placement.h"
#include "core/base/result.h"

namespace xueshi::codec {

// Strict: kMalformed, kUnknownField or kOutOfRange name the field.
Result<allocation::AllocationQuestion> read_allocation_question(std::string_view bytes);

std::string write_allocation_answer(const allocation::PlacementProblem& problem,
                                    const allocation::BestPlacement& best,
                                    std::int64_t nanoseconds);

}  // namespace xueshi::codec
