#include "web/late_projections.h"

namespace xueshi {

[[gnu::noinline]] void destroy_late_projections(LateProjections* late) { delete late; }

}  // namespace xueshi
