// A finished adaptive test as `xueshi diagnose` answers it: xueshi.diagnostic.answer/1
// (docs/formats/diagnostic.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace xueshi::exchange {

struct AnsweredItem {
    std::string item = {};  // the bank's id
    int response = 0;
    double theta = 0;  // the estimate after it
    double standard_error = 0;
    double information = 0;  // of the item, before it
};

struct TestAnswer {
    std::vector<AnsweredItem> steps = {};
    double theta = 0;
    double standard_error = 0;
    std::string stopped = {};
};

// Strict; a refusal's subject is the path of the field.
Result<TestAnswer> read_test_answer(std::string_view bytes);

}  // namespace xueshi::exchange
