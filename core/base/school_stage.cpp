#include "core/base/school_stage.h"

#include <algorithm>

namespace xueshi {

std::string_view stage_name(SchoolStage stage) {
    switch (stage) {
        case SchoolStage::Kindergarten: return "kindergarten";
        case SchoolStage::Primary: return "primary";
        case SchoolStage::JuniorSecondary: return "junior_secondary";
        case SchoolStage::SeniorSecondary: return "senior_secondary";
        case SchoolStage::Vocational: return "vocational";
    }
    return "";
}

std::optional<SchoolStage> parse_stage(std::string_view name) {
    for (const SchoolStage stage : kAllStages) {
        if (stage_name(stage) == name) return stage;
    }
    return std::nullopt;
}

bool is_known_subject(std::string_view code) {
    return std::find(kAllSubjects.begin(), kAllSubjects.end(), code) != kAllSubjects.end();
}

}  // namespace xueshi
