// One QTI 3.0 item of any system, as far as a bank can hold it: a choice of one, scored by the
// correct choice (match_correct) or by a mapping (map_response), in plain text.
#pragma once

#include <string>

#include <pugixml.hpp>

#include "core/base/result.h"
#include "server/exchange/exchange_bank.h"

namespace xueshi::exchange {

// Not a QTI 3.0 item: another root or another version's namespace.
inline constexpr ErrorCode kNotAQtiItem{"NotAQtiItem"};
inline constexpr ErrorCode kItemIdentifierMissing{"ItemIdentifierMissing"};
// No interaction, several, or one that is not a choice.
inline constexpr ErrorCode kInteractionUnsupported{"InteractionUnsupported"};
// More than one choice may be taken.
inline constexpr ErrorCode kCardinalityUnsupported{"CardinalityUnsupported"};
inline constexpr ErrorCode kResponseDeclarationMissing{"ResponseDeclarationMissing"};
// Response processing that is neither of the two templates, named or written out.
inline constexpr ErrorCode kScoringUnsupported{"ScoringUnsupported"};
// An adaptive item, a template, or a text that stands in another file.
inline constexpr ErrorCode kFeatureUnsupported{"FeatureUnsupported"};
inline constexpr ErrorCode kCorrectResponseMissing{"CorrectResponseMissing"};
inline constexpr ErrorCode kMappingMissing{"MappingMissing"};
// The correct response or a map entry names no choice.
inline constexpr ErrorCode kChoiceUnknown{"ChoiceUnknown"};
// Two choices, or two map entries, of one identifier.
inline constexpr ErrorCode kChoiceRepeated{"ChoiceRepeated"};
// Fewer than two choices.
inline constexpr ErrorCode kChoicesTooFew{"ChoicesTooFew"};
// A choice's credit that is no whole number from 0.
inline constexpr ErrorCode kCreditNotWhole{"CreditNotWhole"};
inline constexpr ErrorCode kCreditRepeated{"CreditRepeated"};
// Credits that leave one out between 0 and the number of choices less one.
inline constexpr ErrorCode kCreditsIncomplete{"CreditsIncomplete"};

struct QtiItem {
    std::string identifier = {};
    bool is_graded = false;  // by a mapping
    LanguageTexts text = {};
    std::vector<ExchangeOption> options = {};
};

// The item, or the first thing that is wrong with it: one of the codes above, kContentUnsupported,
// or kTextMissing for an empty question or choice. The subject stays empty: whoever asks knows
// which document it is.
Result<QtiItem> read_qti_item(const pugi::xml_node& root);

}  // namespace xueshi::exchange
