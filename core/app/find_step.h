// "Did it go through?": what a receipt's number stands for, from what the account's own feeds hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/app/select_special.h"

namespace xueshi::app {

struct FoundStep {
    std::string project_title;
    std::string person;  // whose application; empty of a project's own steps
    std::optional<HistoryEntry> entry;  // none: a replacement, a plan to study away or a deputy
    Instant at;
    organisation::ActorNote by;
};

// Spaces, dashes and small letters do not matter; Crockford's base 32 reads O as 0, I and L as 1. Nothing when no step
// the account may see has that number.
std::optional<FoundStep> find_step(const SpecialState& state, std::string_view receipt);

}  // namespace xueshi::app
