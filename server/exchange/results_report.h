// A finished test as a QTI 3.0 results report: what was chosen, what it was worth, and the estimate
// after each item and at the end. Items and choices are called as in the bank's package
// (package_writer.h).
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/exchange/exchange_bank.h"
#include "server/exchange/test_answer.h"

namespace xueshi::exchange {

struct ReportContext {
    std::string candidate = {};  // whoever took the test, as the receiving system calls them
    std::string finished = {};   // a moment that is_moment knows
};

// "2026-03-01T10:00:00", with "Z" or "+08:00" behind it or without; a day of the calendar.
bool is_moment(std::string_view text);

// kOutOfRange with the path in the answer for an item the bank does not have or a response that it
// cannot get.
Result<std::string> write_results_report(const TestAnswer& answer,
                                         const ExchangeBank& bank,
                                         const ReportContext& context);

}  // namespace xueshi::exchange
