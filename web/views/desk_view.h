// The reviewer's desk (审核): what waits for my decision, by when, within which quota. One project at a time, its people
// filed by where they stand; decisions on one or many with one reason, by pointer and by keyboard alone.
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/app/select_desk.h"
#include "web/views/receipt_lookup.h"
#include "web/views/screen.h"

namespace xueshi::views {

// What the list shows: a tab of the people, or the replacements asked for.
inline constexpr int kReplacementsShown = static_cast<int>(app::kDeskTabs);

struct DeskUiState {
    ProjectId project;  // shown; empty or gone: the first
    int shown = -1;     // app::DeskTab, or kReplacementsShown; -1: wherever something waits for the reader
    bool has_project_menu = false;
    std::set<EnrolmentId> chosen;
    EnrolmentId current;  // whose details are shown
    bool reveals_current = false;
    std::string reason;
    bool lacks_reason = false;

    enum class Dialog : std::uint8_t { None, Replacement, Decline, Place, Deputies, SubmitAway, ReviewAway, AllowLateAway };
    Dialog dialog = Dialog::None;
    SubstitutionId declined;  // of Decline
    std::string number;       // of whom a dialog names
    std::string dialog_reason;
    std::string place;        // of a plan to study away
    std::string from, until;  // "2017-04-08", as typed

    float bar_top = 0;  // CSS px, of the bar below the list in this frame; 0: there is none

    ReceiptLookupState receipt;

    bool edits_quota = false;
    std::map<UnitId, std::string> places;  // as typed
};

void draw_desk(const Screen& screen, const app::DeskProjection& projection, DeskUiState& ui);

}  // namespace xueshi::views
