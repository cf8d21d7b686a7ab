// Plan (规划): drafts, requirements, chosen runs, weeks, and the submission of it all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/app/select_plan.h"
#include "web/views/screen.h"

namespace xueshi::views {

enum class PlanMenu : std::uint8_t { None, Drafts, Manage, Run };
enum class PlanDialog : std::uint8_t { None, Submit, Withdraw, Rename, Discard };

// What stands in the field of a limit; perhaps not applied yet.
struct TypedLimit {
    std::string text;
    bool is_wrong = false;
};

struct PlanUiState {
    PlanMenu menu = PlanMenu::None;
    ui::Rect menu_anchor;  // on the canvas
    CourseRunId menu_run;

    PlanDialog dialog = PlanDialog::None;
    SelectionId withdrawn;     // the selection the dialog asks about
    SelectionId open_receipt;  // whose courses are listed
    std::string name;          // being typed

    PlanId limits_plan;       // the draft the typed limits belong to,
    plan::PlanLimits limits;  // and its limits when they were last shown
    TypedLimit fee;           // in yuan
    TypedLimit hours;

    PlanId stop_plan;  // the draft the slider was moved for, and the fee of the stop it was moved to
    std::optional<std::int64_t> stop_fee;

    bool shows_sources = false;   // phone
    bool shows_settings = false;  // phone
};

void draw_plan(const Screen& screen, const app::PlanProjection& plan, PlanUiState& ui);

}  // namespace xueshi::views
