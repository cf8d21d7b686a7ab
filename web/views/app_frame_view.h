// The whole client in one picture: which screen, the ways between them, banners, toasts, and the
// pages of a start that is not done yet.
//
//     draw_app(screen, projections, ui, notices);   // once per frame
//
// Projections are made by the caller when the state has changed; those of screens that are not
// shown may be null, but for Home, which says whether there is anything to plan.
#pragma once

#include <span>

#include "core/app/select_plan.h"
#include "web/views/catalogue_view.h"
#include "web/views/desk_view.h"
#include "web/views/diagnostic_view.h"
#include "web/views/home_view.h"
#include "web/views/login_view.h"
#include "web/views/plan_view.h"
#include "web/views/profile_view.h"
#include "web/views/registers_view.h"
#include "web/views/hours_view.h"
#include "web/views/route.h"
#include "web/views/special_view.h"
#include "web/views/statistics_view.h"

namespace xueshi::views {

struct Projections {
    const app::HomeProjection* home = nullptr;
    const app::PlanProjection* plan = nullptr;
    const app::CatalogueProjection* catalogue = nullptr;
    const app::ProfileProjection* profile = nullptr;
    const app::DiagnosticProjection* diagnostic = nullptr;
    const app::ParticipationProjection* participation = nullptr;
    const app::ProjectsProjection* projects = nullptr;
    const app::ProjectProjection* project = nullptr;
    const app::DeskProjection* desk = nullptr;
    const app::HoursProjection* hours = nullptr;
    const app::RegistersProjection* registers = nullptr;
};

// What the screens remember by themselves; begin anew with every account.
struct AppUiState {
    LoginUiState login;
    HomeUiState home;
    PlanUiState plan;
    CatalogueUiState catalogue;
    DiagnosticUiState diagnostic;
    SpecialUiState special;
    DeskUiState desk;
    HoursUiState hours;
    RegistersUiState registers;
};

// The document's title: the screen's name before the product's.
std::string page_title(const locale::Locale& words, const Status& status);

void draw_app(const Screen& screen,
              const Projections& projections,
              AppUiState& ui,
              std::span<const Notice> notices);

}  // namespace xueshi::views
