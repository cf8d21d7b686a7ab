// Items of QTI 3.0 documents as a bank: all of them, or every reason why not.
//
// An item's place on the scale comes from usage data. Where there is none the item is refused,
// unless its parameters are to be assumed: discrimination 1, thresholds one apart and centred at 0.
// Where its domain comes from: its record in the manifest, else `domain`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "server/exchange/exchange_bank.h"

namespace xueshi::exchange {

inline constexpr ErrorCode kItemIdentifierRepeated{"ItemIdentifierRepeated"};
inline constexpr ErrorCode kParametersMissing{"ParametersMissing"};
inline constexpr ErrorCode kDomainMissing{"DomainMissing"};
// An item of another level than the first: two scales are never mixed.
inline constexpr ErrorCode kLevelsMixed{"LevelsMixed"};

struct ImportSettings {
    std::string domain = {};  // of items whose domain nothing states; empty: they are refused
    bool assumes_parameters = false;
};

struct ImportedItems {
    ExchangeBank bank = {};
    std::size_t assumed = 0;  // items whose parameters are assumed
    std::vector<Error> errors =
        {};  // one for each bad document; the bank is of no use when there are any
};

// `places` are packages' folders, folders of documents, or documents. The subject of an error is
// "item "I-04-2" (items/I-04-2.xml)" or, where no item is known, the file and the place in it.
ImportedItems import_items(const std::vector<std::filesystem::path>& places,
                           const ImportSettings& settings);

}  // namespace xueshi::exchange
