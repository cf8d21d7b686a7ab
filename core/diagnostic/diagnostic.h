// A teacher's diagnostic (诊断测评, R15): begun on terms that never change, answered item by item, finished once.
//
// It concerns only its owner, so a device decides it, offline too; the server scores a finished one again before it
// keeps it (R15, domain.md section 4 [D]). Terms and result are facts written once, each answer is a register: what two
// devices answered merges, and an answer may be changed until the end. What is asked next follows from terms and
// answers alone (diagnostic_progress.h), so a diagnostic goes on at the exact item anywhere.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/earliest.h"
#include "core/base/ids.h"
#include "core/base/latest.h"
#include "core/base/result.h"
#include "core/base/school_stage.h"
#include "core/diagnostic/ability_posterior.h"
#include "core/diagnostic/capability_shelf.h"

namespace xueshi::diagnostic {

enum class TestMode : std::uint8_t {
    Adaptive,   // each item the most telling one after the answers so far
    Classical,  // a fixed form, one item for each indicator
};

struct DiagnosticTerms {
    std::int64_t bank_version = 1;
    TestMode mode = TestMode::Adaptive;
    SchoolStage stage = SchoolStage::Primary;
    std::string subject = {};                   // code of kAllSubjects
    std::vector<Equipment> equipment = {};      // what the teacher's classes have, each once
    std::vector<CapabilityLevel> levels = {};   // those taken, in their order
    std::uint64_t seed = 0;                     // of everything chance decides; below kSeedLimit
    Instant begun_at = {};                      // domain time

    friend bool operator==(const DiagnosticTerms&, const DiagnosticTerms&) = default;
};

// Seeds are whole numbers of JSON.
inline constexpr std::uint64_t kSeedLimit = std::uint64_t{1} << 53;

struct LoggedResponse {
    std::string item_id;
    int response = 0;

    friend bool operator==(const LoggedResponse&, const LoggedResponse&) = default;
};

// What a level's answers come to; the log alone gives the estimate, to the bit.
struct LevelResult {
    CapabilityLevel level = CapabilityLevel::OptimiseTeaching;
    std::vector<LoggedResponse> responses = {};  // in the order asked
    Estimate estimate = {};

    friend bool operator==(const LevelResult& a, const LevelResult& b) {
        return a.level == b.level && a.responses == b.responses && a.estimate.theta == b.estimate.theta &&
               a.estimate.standard_error == b.estimate.standard_error;
    }
};

struct DiagnosticResult {
    std::vector<LevelResult> levels = {};
    Instant finished_at = {};  // domain time

    friend bool operator==(const DiagnosticResult&, const DiagnosticResult&) = default;
};

using Responses = std::map<std::string, Latest<int>, std::less<>>;  // by item id

struct Diagnostic {
    Earliest<DiagnosticTerms> terms = {};
    Responses responses = {};
    Earliest<DiagnosticResult> result = {};

    bool is_under_way() const { return terms.is_written() && !result.is_written(); }
    bool is_finished() const { return terms.is_written() && result.is_written(); }
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::map<DiagnosticId, Diagnostic>;

// Null when there is none. Of several under way the one begun last is gone on with; one begun before the last finish
// is left behind.
const std::pair<const DiagnosticId, Diagnostic>* find_under_way(const Diagnostics& diagnostics);
// The one finished last, or null.
const std::pair<const DiagnosticId, Diagnostic>* find_last_finished(const Diagnostics& diagnostics);

// ---- events (facts a device decided) ----

struct DiagnosticBegun {
    DiagnosticId diagnostic_id;
    DiagnosticTerms terms;
};
struct ItemAnswered {
    DiagnosticId diagnostic_id;
    std::string item_id;
    int response = 0;  // the credit of the option chosen
};
struct DiagnosticFinished {
    DiagnosticId diagnostic_id;
    DiagnosticResult result;
};

// Total and idempotent; the order of arrival does not matter.
void apply(Diagnostics& diagnostics, const DiagnosticBegun& event, const Stamp& stamp);
void apply(Diagnostics& diagnostics, const ItemAnswered& event, const Stamp& stamp);
void apply(Diagnostics& diagnostics, const DiagnosticFinished& event, const Stamp& stamp);

// ---- commands ----

struct BeginDiagnostic {
    DiagnosticId diagnostic_id;
    std::uint64_t seed = 0;
    TestMode mode = TestMode::Adaptive;
    std::vector<Equipment> equipment;
};
struct AnswerItem {
    DiagnosticId diagnostic_id;
    std::string item_id;
    int response = 0;
};
struct FinishDiagnostic {
    DiagnosticId diagnostic_id;
};

struct DiagnosticContext {
    Instant now;  // domain time
    SchoolStage stage = SchoolStage::Primary;
    std::string subject;
    const Diagnostics& diagnostics;
    const CapabilityShelf* shelf = nullptr;  // null: not at hand
};

inline constexpr ErrorCode kBankNotAtHand{"BankNotAtHand"};  // the questions could not be had yet
inline constexpr ErrorCode kUnknownDiagnostic{"UnknownDiagnostic"};
inline constexpr ErrorCode kDiagnosticExists{"DiagnosticExists"};      // begun before under this id
inline constexpr ErrorCode kDiagnosticFinished{"DiagnosticFinished"};  // its answers stand
inline constexpr ErrorCode kDiagnosticUnfinished{"DiagnosticUnfinished"};  // there are items to answer
inline constexpr ErrorCode kItemNotAsked{"ItemNotAsked"};  // names the item
inline constexpr ErrorCode kScoreDiffers{"ScoreDiffers"};  // the log does not give this result

Result<DiagnosticBegun> decide(const DiagnosticContext& context, const BeginDiagnostic& command);
// kItemNotAsked for an item that is neither answered nor next, kOutOfRange for a response it does not have.
Result<ItemAnswered> decide(const DiagnosticContext& context, const AnswerItem& command);
Result<DiagnosticFinished> decide(const DiagnosticContext& context, const FinishDiagnostic& command);

// Whether a device may have decided this: the terms can be had, the item is of their banks, and the log gives the
// result to the bit (kScoreDiffers). What the server asks before it keeps such an event.
Outcome check(const DiagnosticContext& context, const DiagnosticBegun& event);
Outcome check(const DiagnosticContext& context, const ItemAnswered& event);
Outcome check(const DiagnosticContext& context, const DiagnosticFinished& event);

// Level II is for teachers whose students have network or devices (domain.md 3.1).
std::vector<CapabilityLevel> levels_for(const std::vector<Equipment>& equipment);

}  // namespace xueshi::diagnostic
