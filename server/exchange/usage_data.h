// A QTI usage-data document: the statistics of items, of which the parameters of the adaptive test
// are some.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "core/base/result.h"
#include "server/exchange/exchange_bank.h"

namespace xueshi::exchange {

// A parameter that is no number, stands there twice with different values, or does not suit the
// item.
inline constexpr ErrorCode kParametersMalformed{"ParametersMalformed"};

struct ItemStatistics {
    std::optional<double> discrimination = {};
    std::optional<double> difficulty = {};
    std::optional<double> guessing = {};
    std::vector<double> thresholds = {};  // of B-Parm by category
    // Ours alone.
    std::optional<std::string> model = {};
    std::optional<double> exposure = {};
    std::optional<Error> trouble = {};  // the first kParametersMalformed
};

// By the identifier of the item.
using StatisticsByItem = std::map<std::string, ItemStatistics>;

// Adds what the document says of whole items; what it says of their parts, and statistics of other
// names, are passed over. The root must be usageData; its version does not matter.
void read_usage_data(const pugi::xml_node& root, StatisticsByItem& statistics);

// `identifiers` are the items' own in the package, by their places.
std::string write_usage_data(const ExchangeBank& bank, const std::vector<std::string>& identifiers);

}  // namespace xueshi::exchange
