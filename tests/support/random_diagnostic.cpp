// Random adaptive tests (declared in diagnostic_oracle.h).
#include <algorithm>

#include "core/base/pcg32.h"
#include "tests/support/diagnostic_oracle.h"

namespace xueshi::testing {
namespace {

using diagnostic::AdaptiveSettings;
using diagnostic::Item;

// std distributions differ between libraries; this does not.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : generator_(seed) {}
    int roll(int from, int to) {
        return from +
               static_cast<int>(generator_.draw_below(static_cast<std::uint32_t>(to - from + 1)));
    }
    bool chance(int percent) { return roll(1, 100) <= percent; }
    // In steps of a thousandth.
    double real(double from, double to) { return from + (to - from) * (roll(0, 1000) / 1000.0); }

  private:
    Pcg32 generator_;
};

const char* const kDomains[] = {"assessment", "growth", "literacy", "organising", "planning"};
const char* const kStages[] = {"kindergarten", "primary", "vocational"};
const char* const kSubjects[] = {"art", "chinese", "music"};

std::vector<std::string> random_limits(Dice& dice, const char* const (&names)[3]) {
    std::vector<std::string> limits;
    if (dice.chance(60)) return limits;
    for (const char* name : names) {
        if (dice.chance(50)) limits.emplace_back(name);
    }
    if (dice.chance(20)) limits.emplace_back("any");
    return limits;
}

Item random_item(Dice& dice, int number) {
    Item item;
    item.id = std::string(1, static_cast<char>('a' + dice.roll(0, 25))) + std::to_string(number);
    const int model = dice.roll(1, 4);
    if (model > 1) item.discrimination = dice.real(0.3, 2.8);
    item.thresholds = {dice.real(-3, 3)};
    if (model == 3) item.guessing = dice.real(0, 0.35);
    if (model == 4) {
        for (int more = dice.roll(0, 4); more > 0; --more) {
            item.thresholds.push_back(item.thresholds.back() + dice.real(0.05, 1.2));
        }
    }
    item.domain = kDomains[dice.roll(0, 4)];
    item.stages = random_limits(dice, kStages);
    item.subjects = random_limits(dice, kSubjects);
    return item;
}

AdaptiveSettings random_settings(Dice& dice, const diagnostic::ItemBank& bank) {
    AdaptiveSettings settings;
    if (dice.chance(60)) settings.stage = kStages[dice.roll(0, 2)];
    if (dice.chance(60)) settings.subject = kSubjects[dice.roll(0, 2)];
    if (dice.chance(50)) settings.prior = {dice.real(-1, 1), dice.real(0.5, 2)};
    if (dice.chance(50))
        settings.quadrature = {dice.real(-6, -3), dice.real(3, 6), dice.roll(2, 81)};
    if (dice.chance(50)) settings.start_theta = dice.real(-2, 2);
    if (dice.chance(50)) {
        settings.randomesque = diagnostic::Randomesque{
            dice.roll(1, 6), static_cast<std::uint64_t>(dice.roll(0, 1'000'000))};
    }
    if (dice.chance(50)) {
        for (const char* domain : kDomains) {
            const bool has_items =
                std::any_of(bank.items.begin(), bank.items.end(), [&](const Item& item) {
                    return item.domain == domain;
                });
            if (has_items && dice.chance(70))
                settings.content.push_back({domain, dice.roll(0, 10) / 10.0});
        }
    }
    settings.stop = {dice.chance(50) ? dice.real(0.25, 0.7) : 0, dice.roll(1, 25), dice.roll(0, 8)};
    return settings;
}

}  // namespace

DiagnosticCase random_diagnostic_case(std::uint64_t seed) {
    Dice dice(seed);
    DiagnosticCase random;
    const int count = dice.roll(1, 40);
    for (int i = 0; i < count; ++i) random.bank.items.push_back(random_item(dice, i));
    random.settings = random_settings(dice, random.bank);
    for (const Item& item : random.bank.items) {
        random.responses.emplace(item.id, dice.roll(0, item.highest_response()));
    }
    return random;
}

}  // namespace xueshi::testing
