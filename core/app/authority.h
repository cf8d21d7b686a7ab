// Who decides a command: the device of its owner, offline and at once, or the server, inside one transaction.
// There is no third kind (architecture: "Commands in, events out").
#pragma once

#include <cstdint>

#include "core/app/command.h"
#include "core/app/event.h"

namespace xueshi::app {

enum class DecidedBy : std::uint8_t { Device, Server };

DecidedBy authority_of(const Command& command);

// Whether a device may push this event as its own decision. Everything else is the server's to say.
bool is_device_event(const Event& event);

}  // namespace xueshi::app
