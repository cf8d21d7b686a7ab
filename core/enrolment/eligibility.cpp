#include "core/enrolment/eligibility.h"

#include <algorithm>

namespace xueshi::enrolment {
namespace {

template <class Value>
bool admits(const std::vector<Value>& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

}  // namespace

std::vector<UnmetCondition> unmet_conditions(const EligibilityRule& rule, const Applicant& applicant, CivilDate day) {
    std::vector<UnmetCondition> unmet;
    if (!admits(rule.stages, applicant.stage)) unmet.push_back({Condition::Stage, 0});
    if (!admits(rule.subjects, applicant.subject)) unmet.push_back({Condition::Subject, 0});
    if (!admits(rule.titles, applicant.title)) unmet.push_back({Condition::Title, 0});
    if (!admits(rule.quota_units, applicant.quota_unit_id)) unmet.push_back({Condition::Region, 0});
    const int missing = rule.least_teaching_years - (day.year() - applicant.teaching_since_year);
    if (missing > 0) unmet.push_back({Condition::TeachingYears, missing});
    return unmet;
}

}  // namespace xueshi::enrolment
