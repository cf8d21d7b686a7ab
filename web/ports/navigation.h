// The address bar and the back button: the only source of the current route.
//
// Routes are paths with an optional query ("/catalogue?q=xxjs"), percent-encoded as in the address
// bar, always within the application. A change made by the person (back, forward, a link of the
// input plane) wakes the frame loop.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::ports {

class Navigation {
  public:
    virtual ~Navigation() = default;
    virtual const std::string& route() const = 0;
    // Adds an entry, so that back returns here. Pushing the current route does nothing.
    virtual void push(std::string_view route) = 0;
    // Changes the current entry (a filter typed into the query).
    virtual void replace(std::string_view route) = 0;
    // As the back button: the route changes later, and wakes the frame loop then.
    virtual void back() = 0;
    // Of the browser's tab; the first thing a screen reader says.
    virtual void set_title(std::string_view title) = 0;
};

}  // namespace xueshi::ports
