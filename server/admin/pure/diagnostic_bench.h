// How well the product's test measures simulated teachers, and how often it shows an item.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic/adaptive_settings.h"
#include "core/diagnostic/capability_bank.h"
#include "core/diagnostic/capability_framework.h"

namespace xueshi::admin {

// How the simulated items differ from what the bank says of them.
struct Mistakes {
    double a_spread = 0;  // ln a, standard deviation
    double b_spread = 0;
};

struct Simulation {
    std::int64_t teachers = 10'000;
    std::uint64_t seed = 1;
    Mistakes mistakes = {};
    // As the product measures, with these changes: none for the rule itself.
    bool is_exposure_controlled = true;
};

struct LevelFigures {
    std::int64_t teachers = 0;
    std::int64_t runs_within = 0;             // of teachers with |θ| up to 1.5
    double mean_items = 0;                    // of all
    double mean_items_within = 0;             // of those within
    double reached_within = 0;                // share of those within that reach the standard error
    double coverage = 0;                      // θ within estimate ± 1.96 standard errors
    double mean_error = 0;                    // √ of the mean square of estimate − θ
    double largest_exposure = 0;              // of an item, among those it is for
    std::string most_exposed = {};            // its id
    double largest_exposure_of_audience = 0;  // within a stage and subject
    double shared_themes = 0;                 // as in theme_agreement.h; 0 without a framework
    double found_themes = 0;
    double microseconds_an_item = 0;  // processor time from a response to the next item
};

// With a framework it is also asked which themes are recommended; null: it is not.
LevelFigures measure_level(const diagnostic::CapabilityBank& bank,
                           const diagnostic::CapabilityFramework* framework,
                           const Simulation& simulation);

// Sympson and Hetter's rounds: exposure values (by place in the bank) under which no item is shown
// to more than `largest` of the simulated teachers it is for.
std::vector<double> calibrate_exposure(diagnostic::CapabilityBank bank,
                                       const Simulation& simulation,
                                       double largest,
                                       int rounds);

}  // namespace xueshi::admin
