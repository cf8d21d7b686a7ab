// Where the work is: on the screen, on this device, on the server; what waits, what went wrong, and the ways out.
//
// draw_device_note is the same in one line, for the head of other pages; it leads here.
#pragma once

#include "web/views/screen.h"

namespace xueshi::views {

void draw_sync(const Screen& screen);

// Cut off the top of `rest`; nothing when there is nothing to say. `is_quiet` leaves out that the device is
// offline, which is no trouble and is told by the rail and by the line above a phone's tabs.
void draw_device_note(const Screen& screen, ui::Rect& rest, bool is_quiet);

}  // namespace xueshi::views
