// The adaptive test's three documents (docs/formats/diagnostic.md): xueshi.diagnostic.bank/1 and
// xueshi.diagnostic.run/1 read strictly, xueshi.diagnostic.answer/1 written.
//
// A refusal's subject is the path of the field ("items[3].a", "responses.A1"); where an item is at
// fault its id stands in the subject or the detail.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/diagnostic/adaptive_run.h"

namespace xueshi::codec {

// A bank that diagnostic::validate accepts, or what is wrong with the bytes. What the product's
// bank says beyond measuring (level, indicators, text, options, version, exposure) may stand there
// and is not looked into.
Result<diagnostic::ItemBank> read_item_bank(std::string_view bytes);

struct DiagnosticRun {
    diagnostic::AdaptiveSettings settings = {};
    diagnostic::ResponsesById responses = {};
};

// Whole by itself; against a bank it is held by diagnostic::validate and diagnostic::complete_run.
Result<DiagnosticRun> read_diagnostic_run(std::string_view bytes);

// Of a run that has stopped.
std::string write_diagnostic_answer(const diagnostic::AdaptiveRun& run,
                                    const diagnostic::ItemBank& bank);

}  // namespace xueshi::codec
