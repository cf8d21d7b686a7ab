// A teacher and the banks that ship, for tests of the diagnostic's projections and screens. What a device would decide
// is decided here, so that a test only says what the teacher does.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/app/select_diagnostic.h"
#include "core/codec/capability_json.h"
#include "core/diagnostic/diagnostic.h"
#include "tests/support/planning_world.h"
#include "tests/support/product_banks.h"

namespace xueshi::testing {

inline const diagnostic::CapabilityShelf& product_shelf() {
    static const diagnostic::CapabilityShelf shelf = [] {
        diagnostic::CapabilityShelf made;
        made.framework =
            codec::read_capability_framework(pack_bytes("frameworks/it-capability-2014.json")).value();
        for (const diagnostic::CapabilityLevel level : diagnostic::kAllLevels) {
            made.banks.push_back(product_bank(level));
        }
        return made;
    }();
    return shelf;
}

struct DiagnosticWorld : PlanningWorld {
    bool has_shelf = true;

    app::SelectInput input() const {
        app::SelectInput with_shelf = PlanningWorld::input();
        with_shelf.shelf = has_shelf ? &product_shelf() : nullptr;
        return with_shelf;
    }
    app::DiagnosticProjection projection() const { return app::select_diagnostic(input()); }

    // False when it was refused.
    template <class Command>
    bool decide(const Command& command) {
        const organisation::TeacherProfile& profile = teacher.profile.value;
        const diagnostic::DiagnosticContext context{
            now, profile.stage, profile.subject, teacher.diagnostics, &product_shelf()};
        auto event = diagnostic::decide(context, command);
        if (!event) return false;
        tell(app::Event{*std::move(event)});
        return true;
    }

    bool begin(const std::string& id = "d1",
               std::vector<diagnostic::Equipment> equipment = {},
               diagnostic::TestMode mode = diagnostic::TestMode::Adaptive) {
        return decide(diagnostic::BeginDiagnostic{DiagnosticId{id}, 17, mode, std::move(equipment)});
    }
    // With the credit at that share of the highest, until `most` are answered or nothing is left.
    std::size_t answer(double share, std::size_t most = 1000) {
        for (std::size_t given = 0; given < most; ++given) {
            const auto shown = projection();
            if (!shown.under_way || shown.under_way->likely_left == 0) return given;
            const app::QuestionView& open = shown.under_way->questions.back();
            const auto highest = static_cast<double>(open.options.size() - 1);
            const int credit = static_cast<int>(highest * share + 0.5);
            if (!decide(diagnostic::AnswerItem{open.diagnostic_id, open.item_id, credit})) return given;
        }
        return most;
    }
    bool finish(const std::string& id = "d1") { return decide(diagnostic::FinishDiagnostic{DiagnosticId{id}}); }
    // Begun, answered and finished.
    DiagnosticWorld& taken(const std::string& id,
                           double share,
                           std::vector<diagnostic::Equipment> equipment = {diagnostic::Equipment::Network}) {
        begin(id, std::move(equipment));
        answer(share);
        finish(id);
        return *this;
    }
};

// A result of an earlier phase, both levels.
inline diagnostic::EarlierProgramme earlier_programme(const std::string& phase) {
    diagnostic::EarlierProgramme earlier{diagnostic::ProgrammeStanding::Unfinished, phase, {}, {}};
    int hundredths = 30;
    for (const diagnostic::CapabilityLevel level : diagnostic::kAllLevels) {
        for (const diagnostic::Dimension dimension : diagnostic::kAllDimensions) {
            earlier.scores.push_back({level, dimension, hundredths});
            hundredths += 6;
        }
    }
    return earlier;
}

// A course of an earlier phase that goes on in this one (R17).
inline ledger::HourRecord carried_record(const std::string& title) {
    ledger::HourRecord record =
        hour_record("carried-" + title, HourCategory::Professional, whole_hours(6), ledger::HourState::InProgress);
    record.title = title;
    record.source = ledger::HourSource::CarriedOver;
    return record;
}

}  // namespace xueshi::testing
