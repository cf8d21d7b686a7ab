// A teacher who takes diagnostics with the banks that ship, by the commands a device gives.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/diagnostic/diagnostic.h"
#include "core/diagnostic/diagnostic_progress.h"

namespace xueshi::testing {

struct TakenDiagnostic {
    diagnostic::Diagnostics diagnostics = {};
    Instant now = {1'489'108'800'000};
    std::string subject = "chinese";
    SchoolStage stage = SchoolStage::Primary;
    std::int64_t last_stamp = 0;
    DiagnosticId id{"d1"};

    diagnostic::DiagnosticContext context() const;
    // Applies what is decided; the refusal's code, or empty.
    std::string begin(
        std::vector<diagnostic::Equipment> equipment = {diagnostic::Equipment::Network},
        diagnostic::TestMode mode = diagnostic::TestMode::Adaptive,
        std::uint64_t seed = 7);
    std::string answer(const std::string& item_id, int response);
    std::string finish();

    diagnostic::DiagnosticProgress progress() const;
    // Id of the item that waits; empty when there is none.
    std::string open_item() const;
    int highest_response(const std::string& item_id) const;
    // Answers whatever is asked until nothing waits; `choose` is given the item's highest response.
    void answer_all(const std::function<int(int)>& choose);
};

}  // namespace xueshi::testing
