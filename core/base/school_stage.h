// Stage (学段) and subject (学科) of a teacher, by which courses and diagnostics are offered (R5, R15).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xueshi {

enum class SchoolStage : std::uint8_t { Kindergarten, Primary, JuniorSecondary, SeniorSecondary, Vocational };

inline constexpr std::array kAllStages = {SchoolStage::Kindergarten, SchoolStage::Primary,
                                          SchoolStage::JuniorSecondary, SchoolStage::SeniorSecondary,
                                          SchoolStage::Vocational};

// The subjects the product knows, as stable codes; names are in web/locale.
inline constexpr std::array<std::string_view, 17> kAllSubjects = {
    "chinese",   "mathematics", "english", "physics", "chemistry",  "biology",      "politics", "history", "geography",
    "music",     "art",         "sport",   "science", "computing", "psychology", "early_years", "vocational_skills"};

std::string_view stage_name(SchoolStage stage);  // "junior_secondary"
std::optional<SchoolStage> parse_stage(std::string_view name);
bool is_known_subject(std::string_view code);

}  // namespace xueshi
