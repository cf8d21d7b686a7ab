// What an address of the application means. Routes are the only memory of where a person is, so
// that back, forward, reload and bookmarks work by themselves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ids.h"

namespace xueshi::views {

enum class ScreenName : std::uint8_t { Home, Plan, Catalogue, Profile, Sync, Diagnostic, Statistics, Special, Desk, Hours, Registers, Unknown };

struct Route {
    ScreenName screen = ScreenName::Home;
    CourseRunId run;  // the run the catalogue shows in detail, or empty
    bool compares = false;  // Plan: the planner's proposals side by side
    bool takes = false;     // Diagnostic: its questions, one a page
    ProjectId project = {};  // Special: the project shown, or empty
};

Route parse_route(std::string_view path);

// The others are in a part of the program of their own (web/program_parts.txt).
constexpr bool comes_with_home(ScreenName screen) {
    return screen == ScreenName::Home || screen == ScreenName::Catalogue || screen == ScreenName::Unknown;
}

inline constexpr std::string_view kHomeRoute = "/";
inline constexpr std::string_view kPlanRoute = "/plan";
inline constexpr std::string_view kCompareRoute = "/plan?compare";
inline constexpr std::string_view kCatalogueRoute = "/catalogue";
inline constexpr std::string_view kProfileRoute = "/profile";
inline constexpr std::string_view kSyncRoute = "/sync";
inline constexpr std::string_view kDiagnosticRoute = "/diagnostic";
inline constexpr std::string_view kStatisticsRoute = "/statistics";
inline constexpr std::string_view kTakeRoute = "/diagnostic?take";
inline constexpr std::string_view kSpecialRoute = "/special";
inline constexpr std::string_view kDeskRoute = "/reviews";
inline constexpr std::string_view kHoursRoute = "/hours";
inline constexpr std::string_view kRegistersRoute = "/registers";
std::string route_of_run(const CourseRunId& run);  // "/catalogue?run=R00012"
std::string route_of_project(const ProjectId& project);  // "/special?project=Z01"

}  // namespace xueshi::views
