// A table pasted into an entry desk: a teacher a row, with an activity and its hours, or with the teacher's number alone
// where the activity was typed once for all.
//
// Cells are parted by tabs, as spreadsheets copy them; a line without tabs is parted by commas or blanks when it holds
// nothing but numbers of teachers. A first line that names columns says which is which; without one the first cell is the
// number, and the others tell themselves: a day, hours, words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/registration/registration.h"
#include "core/rules/rule_pack.h"

namespace xueshi::registration {

// What was typed once, for every row that does not say otherwise. A day that is missing is none of any row's.
struct CommonActivity {
    std::string title;
    std::string organiser;
    std::optional<CivilDate> from;
    std::optional<CivilDate> until;  // none: the day it began
    std::optional<DeciHours> hours;
    HourCategory category = HourCategory::Professional;
};

// kOutOfRange names the first field that is missing: "title", "from" or "deci_hours".
Result<Activity> activity_of(const CommonActivity& common);

struct PastedHours {
    std::size_t line = 1;  // in the text, from 1
    std::string number;    // what the teacher logs in with
    std::string name;      // as pasted, for the reader's eye; may be empty
    Activity activity;     // as far as it could be read
    std::optional<Error> problem;  // kOutOfRange with the field, what check_activity and check_over say, or
                                   // kActivityRegistered where another row has the same teacher and activity
};

inline constexpr std::size_t kMostPastedRows = 500;  // what is below is left out

// Total. Rows without anything in them are none.
struct PastedTable {
    std::vector<PastedHours> rows;
    bool is_cut = false;  // there were more than kMostPastedRows

    std::size_t problems() const;
};
PastedTable read_pasted_hours(std::string_view text,
                              const CommonActivity& common,
                              ledger::HourSource source,
                              CivilDate today,
                              const rules::RuleBook& rules);

// The numbers alone, each once, in their order: of a declaration's participants.
std::vector<std::string> read_pasted_numbers(std::string_view text);

}  // namespace xueshi::registration
