#include "web/views/route.h"

namespace xueshi::views {
namespace {

constexpr std::string_view kRunKey = "run=";
constexpr std::string_view kProjectKey = "project=";

// The value of the key among the query's parts; only what can be an id is taken.
std::string id_of_query(std::string_view query, std::string_view key) {
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        if (!part.starts_with(key)) continue;
        const std::string_view id = part.substr(key.size());
        if (is_valid_id_text(id)) return std::string(id);
    }
    return {};
}

}  // namespace

Route parse_route(std::string_view path) {
    const std::string_view page = path.substr(0, path.find_first_of("?#"));
    const std::size_t question = path.find('?');
    const std::string_view query =
        question == std::string_view::npos ? std::string_view{} : path.substr(question + 1);
    if (page.empty() || page == kHomeRoute) return {ScreenName::Home, {}};
    if (page == kPlanRoute) return {ScreenName::Plan, {}, path == kCompareRoute};
    if (page == kCatalogueRoute) return {ScreenName::Catalogue, CourseRunId{id_of_query(query, kRunKey)}};
    if (page == kProfileRoute) return {ScreenName::Profile, {}};
    if (page == kSyncRoute) return {ScreenName::Sync, {}};
    if (page == kDiagnosticRoute) return {.screen = ScreenName::Diagnostic, .run = {}, .takes = path == kTakeRoute};
    if (page == kStatisticsRoute) return {ScreenName::Statistics, {}};
    if (page == kSpecialRoute) {
        return {.screen = ScreenName::Special, .run = {}, .project = ProjectId{id_of_query(query, kProjectKey)}};
    }
    if (page == kDeskRoute) return {ScreenName::Desk, {}};
    if (page == kHoursRoute) return {ScreenName::Hours, {}};
    if (page == kRegistersRoute) return {ScreenName::Registers, {}};
    return {ScreenName::Unknown, {}};
}

std::string route_of_run(const CourseRunId& run) {
    std::string route(kCatalogueRoute);
    route += '?';
    route += kRunKey;
    route += run.text;
    return route;
}

std::string route_of_project(const ProjectId& project) {
    std::string route(kSpecialRoute);
    route += '?';
    route += kProjectKey;
    route += project.text;
    return route;
}

}  // namespace xueshi::views
