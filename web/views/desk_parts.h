// Parts of the reviewer's desk. Internal to its files.
#pragma once

#include <span>
#include <vector>

#include "web/ui/dialog.h"
#include "web/ui/field.h"
#include "web/views/desk_view.h"

namespace xueshi::views {

struct Desk {
    const Screen& screen;
    const app::DeskProjection& projection;
    const app::DeskProject& project;
    std::span<const app::DeskLine> lines;  // of the tab that is shown; none for replacements
    DeskUiState& ui;
    ui::NodeId page = 0;  // takes the focus when what was pressed goes away

    ui::Frame& frame() const { return screen.frame; }
    const locale::Locale& words() const { return screen.words; }
    // Of the current person among the lines; -1: nobody.
    int current() const;
};

bool can_choose(const app::DeskLine& line);
// Whom the next decision is about: those chosen, else the current one where something can be decided.
std::vector<const app::DeskLine*> decided_about(const Desk& desk);
void choose(const Desk& desk, const app::DeskLine& line, bool is_chosen);
// The neighbour of the current person becomes it.
void move_current(const Desk& desk, int step);

// desk_head.cpp: what the project is, its quota, what can be done with it as a whole.
void draw_desk_head(const Desk& desk, ui::Rect& rest);

// desk_list.cpp
void draw_desk_table(const Desk& desk, const ui::Rect& rect);
void draw_desk_rows(const Desk& desk, const ui::Rect& rect);

// desk_person.cpp: conditions, history and, with `has_keys`, opinion and the keys' legend.
void draw_desk_person(const Desk& desk, const app::DeskLine& line, const ui::Rect& rect, bool has_keys);

// desk_decisions.cpp
ui::FieldLook desk_reason_field(const Desk& desk, bool is_area);
void draw_desk_reason(const Desk& desk, const ui::Rect& rect, const ui::FieldLook& look);
float desk_bar_height(const Desk& desk, float width, bool has_reason);
void draw_desk_bar(const Desk& desk, const ui::Rect& rect, bool has_reason);

// desk_replacements.cpp
void draw_desk_replacements(const Desk& desk, const ui::Rect& rect);
// desk_dialogs.cpp
void draw_desk_dialog(const Desk& desk);
void draw_deputies_dialog(const Desk& desk);    // desk_deputies.cpp
// desk_study_away.cpp
void draw_study_away(const Desk& desk, ui::Rect& rest);
void draw_study_away_dialog(const Desk& desk);
// Draws a field at the top of `rest` and takes what was typed.
void draw_desk_field(const Desk& desk, std::string_view id, ui::Rect& rest, const ui::FieldLook& look, std::string& text);
void close_desk_dialog(const Desk& desk, const ui::Dialog& dialog);
// desk_quota.cpp
void draw_quota_editor(const Desk& desk, const ui::Rect& rect);

}  // namespace xueshi::views
