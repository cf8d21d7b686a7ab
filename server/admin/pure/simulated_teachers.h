// Teachers that do not exist, to see what a test makes of them: an ability, a stage and subject,
// and an answer to every item. The same ones for the same seed, on every host.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/pcg32.h"
#include "core/diagnostic/item_bank.h"

namespace xueshi::admin {

// Numbers of chance, to the bit the same on every host: no C library has a part in them.
class Chance {
  public:
    Chance(std::uint64_t seed, std::uint64_t stream) : generator_(seed, stream) {}

    double uniform();  // between 0 and 1, neither of them
    double normal();   // mean 0, standard deviation 1
    std::uint32_t below(std::uint32_t bound) { return generator_.draw_below(bound); }

  private:
    Pcg32 generator_;
};

struct SimulatedTeacher {
    double theta = 0;
    std::string stage = {};
    std::string subject = {};
    std::vector<int> responses = {};  // by place in the bank
};

// Abilities follow the standard normal distribution; stages are equally likely, and subjects within
// them. Responses follow the items of `truth`, which may differ from what the test believes of
// them.
SimulatedTeacher simulate_teacher(Chance& chance, const diagnostic::ItemBank& truth);

// The bank as field data might find it: each a times e^N(0, a_spread), each item's thresholds moved
// together by N(0, b_spread).
diagnostic::ItemBank mistaken_bank(Chance& chance,
                                   const diagnostic::ItemBank& bank,
                                   double a_spread,
                                   double b_spread);

}  // namespace xueshi::admin
