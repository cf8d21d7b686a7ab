#include "server/sample/sample_random.h"

namespace xueshi::sample {

int SampleRandom::between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
}

bool SampleRandom::chance(int percent) { return below(100) < static_cast<std::uint32_t>(percent); }

}  // namespace xueshi::sample
