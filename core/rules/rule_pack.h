// Rules as dated data: what one year asks of a teacher, and the paragraph each figure comes from.
//
// Two kinds of documents under core/packs/: annual packs (minimums and caps of a span of years) and phase
// packs (windows, dates and programme of one training phase). RulesOfYear joins them for one allocated
// year. Hours are whole tenths. Nothing here is chosen by today's date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/localized_text.h"
#include "core/base/result.h"
#include "core/base/hour_category.h"

namespace xueshi::rules {

// Which hours a rule speaks of: all of them, one category, those with a tag, or both.
struct HourMatch {
    std::optional<HourCategory> category;
    std::string tag;  // empty: any

    bool holds(HourCategory of, const std::vector<std::string>& tags) const;
    friend bool operator==(const HourMatch&, const HourMatch&) = default;
};

struct Requirement {
    std::string id;  // "public", "professional", "it", "total": stable, used by the planner
    LocalizedText name;
    LocalizedText short_name;
    HourMatch match;
    DeciHours minimum;
    LocalizedText source;  // where the figure stands, in words a teacher can look up
};

// Hours above the cap are kept but not counted (R28).
struct Cap {
    std::string id;
    LocalizedText name;
    HourMatch match;
    DeciHours maximum;
    LocalizedText source;
};

struct AnnualPack {
    std::string id;  // "guangzhou-2012"
    AllocatedYear first_year;
    std::optional<AllocatedYear> last_year;  // absent: still in force
    DeciHours hours_per_day;
    std::vector<Requirement> requirements;  // in the order they are shown; "total" is last
    std::vector<Cap> caps;

    bool covers(AllocatedYear year) const { return first_year <= year && (!last_year || year <= *last_year); }
};

// A day everybody should know of, shown on Home.
struct Milestone {
    std::string id;
    CivilDate date;
    LocalizedText title;
    LocalizedText note;
    LocalizedText source;
    bool is_deadline = false;            // something closes at the end of that day
    std::vector<std::string> audience;  // roles it concerns; empty: everyone
};

// To which years a teacher may allocate the phase's all-staff courses (R23, R24).
struct PhaseAllocation {
    std::vector<AllocatedYear> annual_years;   // their hours are ordinary hours of that year
    std::vector<AllocatedYear> make_up_years;  // where the year is short: for cycle verification alone
    bool allocates_public = true;  // public subjects too, to the annual years (domain.md section 2, case 6 [D])
    LocalizedText annual_source;
    LocalizedText make_up_source;
};

// The IT programme of a phase (R14). Which themes are required is not in the notice: a programme configures it [D].
struct ItProgramme {
    std::vector<std::string> required_themes;  // codes of course themes
    LocalizedText source;
};

struct PhasePack {
    std::string id;  // "guangzhou-2017-1"
    AllocatedYear year;
    int phase_no = 1;
    LocalizedText title;
    CivilDate selection_opens;   // R7
    CivilDate selection_closes;  // [D] the last day of the term: a course can be taken up until then
    CivilDate term_from;         // R8
    CivilDate term_to;           // R8, inclusive
    LocalizedText selection_source;
    LocalizedText term_source;
    LocalizedText payer_source;             // who pays (R9)
    PhaseAllocation allocation;
    ItProgramme programme;
    std::vector<Requirement> requirements;  // added to the year's: the IT programme (R14)
    std::vector<Milestone> milestones;
};

// What holds for one allocated year.
struct RulesOfYear {
    AllocatedYear year;
    std::string annual_pack_id;
    DeciHours hours_per_day;
    std::vector<Requirement> requirements;  // the annual ones with the phases' put before "total"
    std::vector<Cap> caps;
    std::vector<PhasePack> phases;

    const Requirement* find_requirement(std::string_view id) const;
    // The hours the whole year asks for (72; 90 from 2021).
    DeciHours total_minimum() const;
};

class RuleBook {
  public:
    void add(AnnualPack pack) { annual_.push_back(std::move(pack)); }
    void add(PhasePack pack) { phases_.push_back(std::move(pack)); }

    // The pack that covers the year, valid until the next add; kNoRulePack when none does.
    Result<const AnnualPack*> annual_pack_of(AllocatedYear year) const;
    // Null when there is no such phase.
    const PhasePack* find_phase(std::string_view id) const;
    // kNoRulePack when no annual pack covers the year.
    Result<RulesOfYear> rules_of(AllocatedYear year) const;

    const std::vector<AnnualPack>& annual_packs() const { return annual_; }
    const std::vector<PhasePack>& phases() const { return phases_; }

  private:
    std::vector<AnnualPack> annual_;
    std::vector<PhasePack> phases_;
};

inline constexpr ErrorCode kNoRulePack{"NoRulePack"};

}  // namespace xueshi::rules
