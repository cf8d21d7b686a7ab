// The names enums have in stored and sent JSON. Never renamed; new ones are added at the end.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/app/settings.h"
#include "core/base/hour_category.h"
#include "core/catalogue/course_run.h"
#include "core/diagnostic/capability.h"
#include "core/diagnostic/capability_framework.h"
#include "core/diagnostic/diagnostic.h"
#include "core/diagnostic/earlier_programme.h"
#include "core/diagnostic/participation.h"
#include "core/enrolment/course_selection.h"
#include "core/ledger/hour_record.h"
#include "core/plan/plan_draft.h"

namespace xueshi::codec {

// Names in the order of the enumerators.
template <class Enum>
struct EnumNames;

template <>
struct EnumNames<HourCategory> {
    static constexpr std::array<std::string_view, 3> kNames = {"public", "professional", "elective"};
};
template <>
struct EnumNames<catalogue::Admission> {
    static constexpr std::array<std::string_view, 4> kNames = {"selection", "sign_up", "organiser", "external"};
};
template <>
struct EnumNames<catalogue::DeliveryMode> {
    static constexpr std::array<std::string_view, 3> kNames = {"distance", "face_to_face", "blended"};
};
template <>
struct EnumNames<catalogue::ItPart> {
    static constexpr std::array<std::string_view, 3> kNames = {"none", "required", "elective"};
};
template <>
struct EnumNames<ledger::HourState> {
    static constexpr std::array<std::string_view, 4> kNames = {"verified", "earned", "in_progress", "planned"};
};
template <>
struct EnumNames<ledger::HourSource> {
    static constexpr std::array<std::string_view, 7> kNames = {
        "all_staff", "special", "external", "school_based", "district_based", "research", "carried_over"};
};
template <>
struct EnumNames<enrolment::PaymentState> {
    static constexpr std::array<std::string_view, 3> kNames = {"unpaid", "paid", "waived"};
};
template <>
struct EnumNames<plan::PlanMark> {
    static constexpr std::array<std::string_view, 4> kNames = {"none", "chosen", "pinned", "excluded"};
};
template <>
struct EnumNames<plan::PlanPriority> {
    static constexpr std::array<std::string_view, 4> kNames = {"least_fee", "best_fit", "fewest_hours",
                                                               "fewest_courses"};
};
template <>
struct EnumNames<app::ThemeChoice> {
    static constexpr std::array<std::string_view, 3> kNames = {"system", "light", "dark"};
};

template <>
struct EnumNames<diagnostic::TestMode> {
    static constexpr std::array<std::string_view, 2> kNames = {"adaptive", "classical"};
};
template <>
struct EnumNames<diagnostic::CapabilityLevel> {
    static constexpr std::array<std::string_view, 2> kNames = {"I", "II"};
};
template <>
struct EnumNames<diagnostic::Dimension> {
    static constexpr std::array<std::string_view, 5> kNames = {"literacy", "planning", "organising", "assessment",
                                                               "growth"};
};
template <>
struct EnumNames<diagnostic::Equipment> {
    static constexpr std::array<std::string_view, 3> kNames = {"interactive", "network", "mobile"};
};
template <>
struct EnumNames<diagnostic::ProgrammeStanding> {
    static constexpr std::array<std::string_view, 3> kNames = {"never_took_part", "unfinished", "completed"};
};
template <>
struct EnumNames<diagnostic::DiagnosticStep> {
    static constexpr std::array<std::string_view, 2> kNames = {"begun", "finished"};
};

template <class Enum>
std::string_view enum_name(Enum value) {
    return EnumNames<Enum>::kNames[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> parse_enum(std::string_view name) {
    const auto& names = EnumNames<Enum>::kNames;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace xueshi::codec
