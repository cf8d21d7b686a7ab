// Whether the page is seen and whether the device believes it has a network. A change of either
// wakes the frame loop, so looking once per update is enough.
#pragma once

namespace xueshi::ports {

class Lifecycle {
  public:
    virtual ~Lifecycle() = default;
    virtual bool visible() const = 0;
    // False is certain, true is a hope: only an answered request proves a network.
    virtual bool online() const = 0;
};

}  // namespace xueshi::ports
