// An item bank on its way from one system to another: what xueshi.diagnostic.bank/1
// (docs/formats/diagnostic.md) and the product (docs/formats/item-banks.md) say of an item, where
// what only the product asks for may be missing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/diagnostic/item_bank.h"

namespace xueshi::exchange {

// By language: "zh", "en", or what another system speaks; "und" where it does not say.
using LanguageTexts = std::map<std::string, std::string>;

struct ExchangeOption {
    int credit = 0;  // the response that choosing it is
    LanguageTexts text = {};

    friend bool operator==(const ExchangeOption&, const ExchangeOption&) = default;
};

struct ExchangeItem {
    std::string model = {};  // "1pl", "2pl", "3pl", "grm"
    diagnostic::Item measured = {};
    std::string level = {};  // empty: not said
    std::vector<std::string> indicators = {};
    LanguageTexts text = {};
    std::vector<ExchangeOption> options = {};  // in the order shown
};

struct ExchangeBank {
    std::int64_t version = 1;
    std::vector<ExchangeItem> items = {};
};

inline constexpr std::int64_t kMostBankVersions = 9999;

// Strict, as codec::read_item_bank is, and into texts and options as well. The subject of a refusal
// is the path of the field; an item's id stands in the detail.
Result<ExchangeBank> read_exchange_bank(std::string_view bytes);

// One item a line, members in a fixed order, each number with the fewest digits that name it: equal
// banks are equal bytes.
std::string write_exchange_bank(const ExchangeBank& bank);

}  // namespace xueshi::exchange
