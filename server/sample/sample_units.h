// The sample city's units: Guangzhou's eleven districts of 2017 with directly affiliated units
// beside them (R1), schools of every stage, training institutions, research departments and the
// Centre.
//
// Districts and the three central bodies bear the names of the notice; everything else is invented,
// and says so in English ("sample").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/school_stage.h"
#include "core/organisation/unit.h"

namespace xueshi::sample {

inline constexpr std::string_view kCentreName = "广州市教育评估和教师继续教育指导中心";
inline constexpr std::string_view kDistanceCentreName = "广州市教师远程培训中心";
inline constexpr std::string_view kFaceToFaceCentreName = "广州市中小学教师培训中心";

// What an institution teaches: each gives courses of its own field only.
enum class TrainingField : std::uint8_t {
    General,
    Technology,
    Arts,
    Sport,
    EarlyYears,
    Vocational
};

// Invented institutions that give courses; every field has at least one.
struct TrainingInstitution {
    std::string_view name;
    TrainingField field = TrainingField::General;
};
std::span<const TrainingInstitution> training_institutions();

struct SampleSchool {
    organisation::Unit unit;
    SchoolStage stage = SchoolStage::Primary;
    std::string_view district_name;  // empty for a directly affiliated unit
    bool is_private = false;
};

struct SampleUnits {
    organisation::Unit centre;
    std::vector<organisation::Unit> districts;
    std::vector<organisation::Unit> institutions;
    std::vector<organisation::Unit> research_departments;  // the city's, then one for each district
    std::vector<SampleSchool> schools;  // districts' schools, then the directly affiliated ones

    // All of them, parents before children.
    std::vector<organisation::Unit> all() const;
};

// Schools for so many teachers, at least one of every stage in every district. The first school is
// the sample teacher's: a public primary school in Yuexiu.
SampleUnits make_units(std::size_t teacher_count);

}  // namespace xueshi::sample
