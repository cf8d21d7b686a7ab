// One teacher's hours as folded to a head of their feed, in few bytes: what a run over the whole city reads instead of
// the events they came from.
//
// Only a copy: whatever is missing, damaged or of another version is folded from the feed again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/hour_ledger.h"
#include "core/sync/envelope.h"

namespace xueshi::authority {

struct ProjectedHours {
    bool has_profile = false;                 // the feed is a teacher's, not that of somebody who works for a unit
    std::vector<ledger::HourRecord> records;  // by id
    std::vector<Stamp> stamps;                // of each record
    ledger::HourLedger ledger;

    friend bool operator==(const ProjectedHours&, const ProjectedHours&) = default;
};

// Events in any order, each any number of times. Throws StoreFailure for a stored event that cannot be read.
void apply(ProjectedHours& hours, const sync::Envelope& envelope);

std::string encode_projection(const ProjectedHours& hours);
// Into `hours`, whose memory is used again. False when these are not whole bytes of such a projection.
bool decode_projection(std::string_view bytes, ProjectedHours& hours);

}  // namespace xueshi::authority
