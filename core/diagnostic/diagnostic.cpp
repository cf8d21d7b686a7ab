#include "core/diagnostic/diagnostic.h"

#include <algorithm>

namespace xueshi::diagnostic {
namespace {

using Entry = std::pair<const DiagnosticId, Diagnostic>;

}  // namespace

const Entry* find_last_finished(const Diagnostics& diagnostics) {
    const Entry* last = nullptr;
    for (const Entry& entry : diagnostics) {
        if (!entry.second.is_finished()) continue;
        if (last == nullptr || last->second.result.value.finished_at < entry.second.result.value.finished_at) last = &entry;
    }
    return last;
}

const Entry* find_under_way(const Diagnostics& diagnostics) {
    const Entry* finished = find_last_finished(diagnostics);
    const Entry* last = nullptr;
    for (const Entry& entry : diagnostics) {
        if (!entry.second.is_under_way()) continue;
        const Instant begun_at = entry.second.terms.value.begun_at;
        if (finished != nullptr && begun_at < finished->second.result.value.finished_at) continue;
        if (last == nullptr || last->second.terms.value.begun_at < begun_at) last = &entry;
    }
    return last;
}

void apply(Diagnostics& diagnostics, const DiagnosticBegun& event, const Stamp& stamp) {
    diagnostics[event.diagnostic_id].terms.offer(event.terms, stamp);
}

void apply(Diagnostics& diagnostics, const ItemAnswered& event, const Stamp& stamp) {
    diagnostics[event.diagnostic_id].responses[event.item_id].offer(event.response, stamp);
}

void apply(Diagnostics& diagnostics, const DiagnosticFinished& event, const Stamp& stamp) {
    diagnostics[event.diagnostic_id].result.offer(event.result, stamp);
}

std::vector<CapabilityLevel> levels_for(const std::vector<Equipment>& equipment) {
    const bool has_students_online = std::any_of(equipment.begin(), equipment.end(), [](Equipment each) {
        return each == Equipment::Network || each == Equipment::Mobile;
    });
    std::vector<CapabilityLevel> levels = {CapabilityLevel::OptimiseTeaching};
    if (has_students_online) levels.push_back(CapabilityLevel::TransformLearning);
    return levels;
}

}  // namespace xueshi::diagnostic
