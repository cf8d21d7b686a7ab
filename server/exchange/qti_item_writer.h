// One item of a bank as a QTI 3.0 item: a choice of one, credited by a mapping (grm) or by the
// correct choice.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/exchange/exchange_bank.h"

namespace xueshi::exchange {

// No question or no text of an option in the language asked for, or fewer than two options.
inline constexpr ErrorCode kTextMissing{"TextMissing"};
// A text or name that would not come back as it is: control characters, or blanks at an end or in a
// row.
inline constexpr ErrorCode kTextNotPlain{"TextNotPlain"};

// What the option at that place of the bank's order is called in the document.
std::string choice_identifier(std::size_t place);

// Whether QTI can say all of the item: kTextMissing, kTextNotPlain, or kOutOfRange for credits that
// do not suit the model, with the item's id as the subject.
Outcome check_exportable(const ExchangeItem& item, std::string_view language);

// The document of an exportable item. The body speaks `language`; translations stand in a
// catalogue.
std::string write_qti_item(const ExchangeItem& item,
                           const std::string& identifier,
                           std::string_view language);

}  // namespace xueshi::exchange
