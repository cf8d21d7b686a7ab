// How an item is scored: by one of QTI's two templates for a single choice, named or written out as
// rules.
#pragma once

#include <pugixml.hpp>

#include "core/base/result.h"

namespace xueshi::exchange {

enum class Scoring { ByCorrectResponse, ByMapping };

// Of the variable that the declaration declares. Rules count as a template when they give SCORE
// what the template gives it; how much the correct choice is worth does not matter, nor what other
// outcomes get (feedback). kScoringUnsupported for all else, and for a template where the variable
// is not RESPONSE, which is all that templates speak of.
Result<Scoring> scoring_of(const pugi::xml_node& item, const pugi::xml_node& declaration);

}  // namespace xueshi::exchange
