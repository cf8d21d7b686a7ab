// What is taught where in the sample city: every pair of stage and subject, with topics that
// courses speak of.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/base/school_stage.h"

namespace xueshi::sample {

struct TeachingArea {
    SchoolStage stage = SchoolStage::Primary;
    std::string_view subject;     // code of kAllSubjects
    std::string_view stage_name;  // "小学"
    std::string_view subject_name;  // as the stage calls it: "道德与法治", "思想政治", "德育"
    std::array<std::string_view, 5> topics;
};

std::span<const TeachingArea> teaching_areas();

}  // namespace xueshi::sample
