// A year's hours of every teacher as the HR bureau's system takes them in (R3): one row a teacher, by number.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/rules/rule_pack.h"
#include "server/store/event_store.h"
#include "server/tables/plain_table.h"

namespace xueshi::bureau {

// How many teachers were written; the writer is not finished. rules::kNoRulePack, with nothing written. `projections`:
// the folder of hour projections, which are brought up first.
Result<std::size_t> export_hours(store::EventStore& event_store, const rules::RuleBook& rules,
                                 const std::filesystem::path& projections, AllocatedYear year, tables::TableWriter& writer);

}  // namespace xueshi::bureau
