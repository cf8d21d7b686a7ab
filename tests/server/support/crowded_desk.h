// A crowd before one desk: everybody of the special city has signed up, and the principal has agreed to all of them.
#pragma once

#include <cstddef>

#include "server/store/event_store.h"

namespace xueshi::test {

// Over the same runner the server has. Throws store::StoreFailure when a step is refused.
void bring_before_the_district(store::EventStore& event_store, std::size_t applicants);

}  // namespace xueshi::test
