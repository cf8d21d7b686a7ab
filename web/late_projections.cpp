#include "web/late_projections.h"

namespace xueshi {

LateProjections::LateProjections() = default;

[[gnu::noinline]] LateProjections::~LateProjections() = default;

}  // namespace xueshi
