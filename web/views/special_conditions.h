// Conditions of taking part, each with whether somebody meets it.
#pragma once

#include <vector>

#include "core/enrolment/eligibility.h"
#include "web/views/card_pen.h"

namespace xueshi::views {

void lay_conditions(CardPen& pen, const enrolment::EligibilityRule& rule,
                    const std::vector<enrolment::UnmetCondition>& unmet);

}  // namespace xueshi::views
