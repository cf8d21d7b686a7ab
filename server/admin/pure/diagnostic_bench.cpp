#include "server/admin/pure/diagnostic_bench.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <ctime>
#include <map>
#include <optional>
#include <utility>

#include "core/diagnostic/adaptive_run.h"
#include "core/diagnostic/capability_score.h"
#include "core/diagnostic/capability_settings.h"
#include "server/admin/pure/simulated_teachers.h"
#include "server/admin/pure/theme_agreement.h"

namespace xueshi::admin {
namespace {

using diagnostic::AdaptiveRun;
using diagnostic::CapabilityBank;
using diagnostic::ItemBank;

constexpr double kWithin = 1.5;
// So that one unlucky draw of mistaken parameters is not taken for all of them.
constexpr std::int64_t kBanksOfMistakes = 20;
constexpr std::uint64_t kTeacherStream = 1;
constexpr std::uint64_t kMistakeStream = 2;

std::vector<ItemBank> true_banks(const ItemBank& bank, const Simulation& simulation) {
    const Mistakes& mistakes = simulation.mistakes;
    if (mistakes.a_spread == 0 && mistakes.b_spread == 0) return {bank};
    Chance chance(simulation.seed, kMistakeStream);
    std::vector<ItemBank> banks;
    for (std::int64_t i = 0; i < kBanksOfMistakes; ++i) {
        banks.push_back(mistaken_bank(chance, bank, mistakes.a_spread, mistakes.b_spread));
    }
    return banks;
}

struct Shown {
    std::int64_t eligible = 0;
    std::int64_t shown = 0;
    double share() const {
        return eligible == 0 ? 0 : static_cast<double>(shown) / static_cast<double>(eligible);
    }
};

// How often each item of a bank was shown, to one audience or to all.
class ExposureCount {
  public:
    explicit ExposureCount(std::size_t items = 0) : items_(items) {}

    void add(const ItemBank& bank, const AdaptiveRun& run, const SimulatedTeacher& teacher) {
        for (std::size_t i = 0; i < bank.items.size(); ++i) {
            if (diagnostic::is_shown_to(bank.items[i], teacher.stage, teacher.subject))
                ++items_[i].eligible;
        }
        for (const diagnostic::Step& step : run.steps) ++items_[step.drawn.item].shown;
    }
    double share(std::size_t item) const { return items_[item].share(); }
    std::int64_t eligible(std::size_t item) const { return items_[item].eligible; }
    std::size_t most_shown() const {
        const auto by_share = [](const Shown& a, const Shown& b) { return a.share() < b.share(); };
        return static_cast<std::size_t>(std::max_element(items_.begin(), items_.end(), by_share) -
                                        items_.begin());
    }

  private:
    std::vector<Shown> items_;
};

// Calls `measured(teacher, run, seconds, run's settings)` for each teacher of the simulation.
template <class Measured>
void simulate(const CapabilityBank& bank, const Simulation& simulation, Measured measured) {
    const std::vector<ItemBank> truths = true_banks(bank.measured, simulation);
    Chance chance(simulation.seed, kTeacherStream);
    for (std::int64_t i = 0; i < simulation.teachers; ++i) {
        const std::size_t which = static_cast<std::size_t>(i) % truths.size();
        const SimulatedTeacher teacher = simulate_teacher(chance, truths[which]);
        const std::uint64_t seed = simulation.seed * 1'000'003 + static_cast<std::uint64_t>(i);
        auto settings = diagnostic::capability_settings(teacher.stage, teacher.subject, seed);
        if (!simulation.is_exposure_controlled) settings.exposure_control.reset();
        const std::clock_t began = std::clock();
        AdaptiveRun run = diagnostic::begin_run(bank.measured, settings);
        while (run.next) {
            const int response = teacher.responses[run.next->item];
            (void)diagnostic::record_response(run, bank.measured, settings, response);
        }
        const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
        measured(teacher, run, seconds);
    }
}

// What to aim at so that the share measured with 10,000 teachers, which scatters the more the fewer
// of them the item is for, stays below `largest`: two and a half standard deviations less.
double aim_below(double largest, double eligible_share) {
    constexpr double kMeasured = 10'000;
    const double variance = largest * (1 - largest) / std::max(1.0, kMeasured * eligible_share);
    return std::max(largest / 2, largest - 2.5 * std::sqrt(variance));
}

}  // namespace

LevelFigures measure_level(const CapabilityBank& bank,
                           const diagnostic::CapabilityFramework* framework,
                           const Simulation& simulation) {
    LevelFigures figures;
    const std::size_t items = bank.measured.items.size();
    ExposureCount everyone(items);
    std::map<std::pair<std::string, std::string>, ExposureCount> audiences;
    std::optional<ThemeAgreement> agreement;
    if (framework != nullptr) agreement.emplace(bank, *framework);
    double seconds = 0;
    double squares = 0;
    std::int64_t steps = 0;
    std::int64_t steps_within = 0;
    std::int64_t reached = 0;
    std::int64_t covered = 0;
    simulate(bank,
             simulation,
             [&](const SimulatedTeacher& teacher, const AdaptiveRun& run, double taken) {
                 const auto count = static_cast<std::int64_t>(run.steps.size());
                 const double error = run.estimate.theta - teacher.theta;
                 seconds += taken;
                 squares += error * error;
                 steps += count;
                 if (std::fabs(error) <= diagnostic::kIntervalWidth * run.estimate.standard_error)
                     ++covered;
                 if (std::fabs(teacher.theta) <= kWithin) {
                     ++figures.runs_within;
                     steps_within += count;
                     if (run.stopped == diagnostic::StopReason::StandardError) ++reached;
                 }
                 if (agreement) agreement->add(teacher, run);
                 everyone.add(bank.measured, run, teacher);
                 auto& audience =
                     audiences.try_emplace({teacher.stage, teacher.subject}, items).first->second;
                 audience.add(bank.measured, run, teacher);
             });
    const auto of = [](auto part, std::int64_t whole) {
        return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    figures.teachers = simulation.teachers;
    figures.mean_items = of(steps, simulation.teachers);
    figures.mean_items_within = of(steps_within, figures.runs_within);
    figures.reached_within = of(reached, figures.runs_within);
    figures.coverage = of(covered, simulation.teachers);
    figures.mean_error = std::sqrt(of(squares, simulation.teachers));
    figures.microseconds_an_item = of(seconds * 1e6, steps);
    if (agreement) {
        figures.shared_themes = agreement->shared();
        figures.found_themes = agreement->found();
    }
    const std::size_t most = everyone.most_shown();
    figures.largest_exposure = everyone.share(most);
    figures.most_exposed = bank.measured.items[most].id;
    for (const auto& [who, audience] : audiences) {
        figures.largest_exposure_of_audience =
            std::max(figures.largest_exposure_of_audience, audience.share(audience.most_shown()));
    }
    return figures;
}

std::vector<double> calibrate_exposure(CapabilityBank bank,
                                       const Simulation& simulation,
                                       double largest,
                                       int rounds) {
    auto& items = bank.measured.items;
    for (auto& item : items) item.exposure = 1;
    // Later rounds only correct the ones before, for each is no more exact than its number of
    // teachers; but all of them, as what one item loses others gain.
    constexpr int kFirstRounds = 6;
    constexpr double kCorrection = 0.4;
    for (int round = 0; round < rounds; ++round) {
        ExposureCount shown(items.size());
        Simulation next = simulation;
        next.seed += static_cast<std::uint64_t>(round);
        simulate(bank, next, [&](const SimulatedTeacher& teacher, const AdaptiveRun& run, double) {
            shown.add(bank.measured, run, teacher);
        });
        for (std::size_t i = 0; i < items.size(); ++i) {
            // Chance closes an item independently of everything else: had it closed none, it would
            // have been drawn this often.
            const double wanted = shown.share(i) / items[i].exposure;
            const double eligible = static_cast<double>(shown.eligible(i));
            const double aim = aim_below(largest, eligible / static_cast<double>(next.teachers));
            const double value = wanted <= aim ? 1 : aim / wanted;
            const double weight = round < kFirstRounds ? 1 : kCorrection;
            items[i].exposure += (value - items[i].exposure) * weight;
        }
    }
    std::vector<double> values;
    for (const auto& item : items) values.push_back(item.exposure);
    return values;
}

}  // namespace xueshi::admin
