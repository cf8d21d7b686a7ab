// The release of the client that this page runs, the one that may follow it, and the page's place on the device.
//
// A newer release is fetched in the background and kept whole beside the running one; it is never taken
// unless asked for. A change of the state wakes the frame loop, so looking once per update is enough.
#pragma once

namespace xueshi::ports {

struct ReleaseState {
    bool is_update_ready = false;   // a newer release is whole on this device
    bool opens_offline = false;     // the client is whole on this device: it opens without a network
    bool never_opens_offline = false;  // this browser cannot keep it
    bool can_install = false;       // install() will ask the person
    bool installs_by_menu = false;  // only the browser's own menu can put the page on the home screen
};

class Release {
  public:
    virtual ~Release() = default;
    virtual ReleaseState state() const = 0;
    // Takes the newer release: this page is loaded again, once, and what it holds in memory alone is gone.
    // Without a newer release the page is only loaded again.
    virtual void take() = 0;
    // Offers to put the client among the device's programs; right after a press, or the browser refuses.
    virtual void install() = 0;
};

}  // namespace xueshi::ports
