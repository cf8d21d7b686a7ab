// An adaptive test under way: which item is next, what is believed after each response, when and
// why it ends.
//
//     AdaptiveRun run = begin_run(bank, settings);
//     while (run.next) {
//         ask(bank.items[run.next->item]);
//         if (auto taken = record_response(run, bank, settings, response); !taken) ...
//     }
//
// A run is a value; it holds no reference to the bank, which must not change under it. Everything
// follows from bank, settings and the responses in their order, to the bit and on every host: a run
// is resumed by recording its responses again, and re-scored elsewhere the same way. Bank and
// settings are those that validate() accepts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/pcg32.h"
#include "core/diagnostic/ability_posterior.h"
#include "core/diagnostic/adaptive_settings.h"
#include "core/diagnostic/item_bank.h"

namespace xueshi::diagnostic {

inline constexpr ErrorCode kRunHasEnded{"RunHasEnded"};  // no item is waiting for a response

enum class StopReason { MaxItems, StandardError, BankEmpty };

// "max_items", "standard_error", "bank_empty".
std::string_view stop_reason_name(StopReason reason);

struct DrawnItem {
    std::size_t item = 0;    // its place in the bank
    double information = 0;  // at the estimate it was drawn by
};

struct Step {
    DrawnItem drawn = {};
    int response = 0;
    Estimate estimate = {};  // after the response
};

struct AdaptiveRun {
    // Exactly one of these two is there.
    std::optional<DrawnItem> next = {};
    std::optional<StopReason> stopped = {};

    // Before the first response the theta is the one to start with, the standard error the prior's.
    // A run that ends before its first item, because none is shown to this person, has the prior's
    // own estimate.
    Estimate estimate = {};
    std::vector<Step> steps = {};

    std::vector<double> log_posterior = {};
    // By place in the bank: shown to this person, not closed to them and not yet drawn.
    std::vector<bool> is_open = {};
    Pcg32 generator = {};
};

AdaptiveRun begin_run(const ItemBank& bank, const AdaptiveSettings& settings);

// Answers run.next. kOutOfRange for a response the item does not have, kRunHasEnded after the end;
// the subject is the item's id and the run is as it was.
Outcome record_response(AdaptiveRun& run,
                        const ItemBank& bank,
                        const AdaptiveSettings& settings,
                        std::int64_t response);

// By item id. Responses of items that the bank does not have, or that are never drawn, are of no
// account, but one outside the range of an item of the bank is refused wherever it stands.
using ResponsesById = std::map<std::string, std::int64_t, std::less<>>;

// A run whose responses are all known before. With "responses." and the item's id as subject:
// kMalformed for an item that is drawn and has no response, kOutOfRange.
Result<AdaptiveRun> complete_run(const ItemBank& bank,
                                 const AdaptiveSettings& settings,
                                 const ResponsesById& responses);

}  // namespace xueshi::diagnostic
