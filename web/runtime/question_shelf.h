// The diagnostic's questions on this device: fetched when its page is first opened, read once, kept until the page
// ends. After a failure it is asked for again by itself.
#pragma once

#include <memory>
#include <string>

#include "core/diagnostic/capability_shelf.h"
#include "web/ports/library.h"

namespace xueshi::runtime {

class QuestionShelf {
  public:
    explicit QuestionShelf(ports::Library& library) : library_(library) {}

    // Somebody looks at the diagnostic: the questions are asked for unless they are here or coming.
    void want(double now_ms);
    // Nobody looks any more: after a failure nothing is tried again.
    void leave() { is_wanted_ = false; }
    // Takes what arrived. True when the questions are here for the first time.
    bool update(double now_ms);
    // Milliseconds until update has something to do by itself; 0: nothing has its time.
    double retry_after(double now_ms) const;

    // Null until they are here.
    const diagnostic::CapabilityShelf* shelf() const { return shelf_.get(); }
    bool has_failed() const { return retry_at_ms_ > 0; }

  private:
    ports::Library& library_;
    std::unique_ptr<const diagnostic::CapabilityShelf> shelf_;
    bool is_wanted_ = false;
    bool is_coming_ = false;
    double retry_at_ms_ = 0;
};

}  // namespace xueshi::runtime
