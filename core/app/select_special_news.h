// What special training has to tell before its pages are opened: how many wait for the reader, until when, and what
// others decided about the reader's own applications since they looked last.
//
// Pure; made anew when the state changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/select_special.h"

namespace xueshi::app {

struct ApplicationNews {
    ProjectId project_id;
    std::string title;
    Instant at;
    std::optional<CivilDate> hand_in_by;  // it was returned, and may be handed in again until then
};

struct SpecialNews {
    std::size_t due = 0;               // applications, replacements and plans that are the reader's to decide
    std::optional<CivilDate> due_by;   // the first deadline among their steps
    std::vector<ApplicationNews> applications;  // latest first
};

// `seen`: when the reader last looked at their applications on this device. What was returned is told until it is
// handed in again, whether seen or not.
SpecialNews select_special_news(const SpecialInput& input, Instant seen);

}  // namespace xueshi::app
