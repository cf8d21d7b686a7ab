// The names special training's enums have in stored and sent JSON. Never renamed; new ones are added at the end.
#pragma once

#include "core/codec/enum_names.h"
#include "core/enrolment/roster_decide.h"

namespace xueshi::codec {

template <>
struct EnumNames<enrolment::SignupMode> {
    static constexpr std::array<std::string_view, 2> kNames = {"online", "organiser_placed"};
};
template <>
struct EnumNames<enrolment::ApprovalStage> {
    static constexpr std::array<std::string_view, 6> kNames = {"principal", "school",      "district",
                                                               "research",  "institution", "centre"};
};
template <>
struct EnumNames<enrolment::EnrolmentOrigin> {
    static constexpr std::array<std::string_view, 3> kNames = {"signed_up", "placed", "substitute"};
};
template <>
struct EnumNames<enrolment::EnrolmentMove> {
    static constexpr std::array<std::string_view, 11> kNames = {"approved",  "returned",   "refused",   "resubmitted",
                                                                "withdrawn", "promoted",   "attending", "completed",
                                                                "incomplete", "no_show",   "substituted"};
};
template <>
struct EnumNames<enrolment::EnrolmentState> {
    static constexpr std::array<std::string_view, 10> kNames = {"in_review", "returned",   "refused", "withdrawn",
                                                                "final",     "attending",  "completed", "incomplete",
                                                                "no_show",   "substituted"};
};
template <>
struct EnumNames<enrolment::PlaceState> {
    static constexpr std::array<std::string_view, 3> kNames = {"none", "held", "waiting"};
};
template <>
struct EnumNames<enrolment::SubstitutionMove> {
    static constexpr std::array<std::string_view, 3> kNames = {"district_approved", "confirmed", "refused"};
};
template <>
struct EnumNames<enrolment::DocumentKind> {
    static constexpr std::array<std::string_view, 2> kNames = {"withdrawal", "replacement_list"};
};
template <>
struct EnumNames<enrolment::StudyAwayMove> {
    static constexpr std::array<std::string_view, 4> kNames = {"submitted", "approved", "refused", "late_allowed"};
};
template <>
struct EnumNames<enrolment::Verdict> {
    static constexpr std::array<std::string_view, 3> kNames = {"approve", "return", "refuse"};
};
template <>
struct EnumNames<enrolment::AttendanceMark> {
    static constexpr std::array<std::string_view, 4> kNames = {"attending", "completed", "incomplete", "no_show"};
};

}  // namespace xueshi::codec
