// The diagnostic page (诊断测评): the question that is next, the results so far, which courses follow and why.
//
// Made from the shelf of banks: without it there is the push alone, and the page says that the questions are coming.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/diagnostic_push.h"
#include "core/app/theme_courses.h"
#include "core/diagnostic/diagnostic_progress.h"
#include "core/diagnostic/recommendation.h"

namespace xueshi::app {

struct QuestionOption {
    LocalizedText text;
    int credit = 0;  // what AnswerItem is given
};

struct QuestionView {
    DiagnosticId diagnostic_id;
    std::string item_id;
    diagnostic::CapabilityLevel level = diagnostic::CapabilityLevel::OptimiseTeaching;
    LocalizedText dimension;
    LocalizedText text;
    std::vector<QuestionOption> options;  // in the order shown
    std::optional<int> response;          // the credit of the option chosen so far
};

struct UnderWayView {
    DiagnosticId id;
    diagnostic::TestMode mode = diagnostic::TestMode::Adaptive;
    Instant begun_at;
    std::size_t answered = 0;
    int likely_left = 0;                  // with the one that waits; 0: ready to finish
    std::vector<QuestionView> questions;  // in the order asked; only the last may have no response
};

struct DimensionView {
    diagnostic::Dimension dimension = diagnostic::Dimension::Literacy;
    LocalizedText name;
    diagnostic::BandedScore score;
};

struct LevelView {
    diagnostic::CapabilityLevel level = diagnostic::CapabilityLevel::OptimiseTeaching;
    std::vector<DimensionView> dimensions;  // all five, in their order
    std::size_t items = 0;                  // answered
};

struct ResultView {
    DiagnosticId id;  // empty: an earlier phase's, as the city's records have it
    std::string phase_title;
    diagnostic::TestMode mode = diagnostic::TestMode::Adaptive;
    SchoolStage stage = SchoolStage::Primary;
    std::string subject;
    Instant begun_at;     // 0 of an earlier phase's
    Instant finished_at;  // likewise
    std::vector<LevelView> levels;
    bool has_interval = true;  // an earlier phase's test gave none

    std::size_t items() const;
};

struct ThemeReason {
    LocalizedText indicator;
    double gap = 0;  // what its score lacks to 0.8
    bool is_sure = false;
};

struct ThemeView {
    std::string code;
    LocalizedText name;
    bool is_required = false;
    bool is_recommended = false;  // needed for the programme's hours; else it would help further
    DeciHours maximum_hours;
    std::vector<ThemeReason> because;  // the largest gap first; empty of a required one without
    std::vector<ThemeCourse> courses;  // offered to this teacher now: own subject and stage first, then cheaper ones
};

// What a teacher is told first: the weakest and the strongest dimension of level I's last result.
struct DiagnosticAdvice {
    LocalizedText strongest;
    LocalizedText weakest;
    bool is_weakest_sure = false;
    bool is_level_two_left_out = false;  // no network or devices in class
};

struct DiagnosticProjection {
    DiagnosticPush push;
    bool has_questions = false;  // the shelf is at hand
    std::optional<UnderWayView> under_way;
    std::vector<ResultView> results;  // the newest first
    std::vector<ThemeView> themes;    // from the newest result
    DeciHours programme_hours;        // what they are to reach
    LocalizedText required_source;    // why the required ones are
    std::optional<DiagnosticAdvice> advice;
};

DiagnosticProjection select_diagnostic(const SelectInput& input);

}  // namespace xueshi::app
