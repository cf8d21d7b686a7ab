#include "core/diagnostic/adaptive_run.h"

#include "core/diagnostic/item_selection.h"

namespace xueshi::diagnostic {
namespace {

// Apart from the stream that randomesque draws from, were the seeds the same.
constexpr std::uint64_t kExposureStream = 54;

std::string range_sentence(const Item& item) {
    return "expected a whole number from 0 to " + std::to_string(item.highest_response());
}

bool is_response_of(const Item& item, std::int64_t response) {
    return response >= 0 && response <= item.highest_response();
}

// Why the run ends before the next item is looked for.
std::optional<StopReason> reason_to_stop(const AdaptiveRun& run, const StopRules& rules) {
    const auto done = static_cast<std::int64_t>(run.steps.size());
    if (done >= rules.max_items) return StopReason::MaxItems;
    const bool is_asked = rules.standard_error > 0 && done >= rules.min_items;
    if (is_asked && run.estimate.standard_error <= rules.standard_error)
        return StopReason::StandardError;
    return std::nullopt;
}

// Closes to this person the items that chance keeps from them.
void close_items(AdaptiveRun& run, const ItemBank& bank, const ExposureControl& control) {
    constexpr double kNumbers = 4294967296.0;  // that the generator draws from
    Pcg32 generator(control.seed, kExposureStream);
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        const bool is_kept = generator.draw() < bank.items[i].exposure * kNumbers;
        if (!is_kept) run.is_open[i] = false;
    }
}

void draw_or_stop(AdaptiveRun& run, const ItemBank& bank, const AdaptiveSettings& settings) {
    run.next = draw_item(run, bank, settings);
    if (run.next) {
        run.is_open[run.next->item] = false;
    } else {
        run.stopped = StopReason::BankEmpty;
    }
}

}  // namespace

std::string_view stop_reason_name(StopReason reason) {
    switch (reason) {
        case StopReason::MaxItems:
            return "max_items";
        case StopReason::StandardError:
            return "standard_error";
        case StopReason::BankEmpty:
            return "bank_empty";
    }
    return "";
}

AdaptiveRun begin_run(const ItemBank& bank, const AdaptiveSettings& settings) {
    AdaptiveRun run;
    run.log_posterior = log_prior(settings.prior, settings.quadrature);
    const Estimate before = expected_ability(run.log_posterior, settings.quadrature);
    run.estimate = {settings.start_theta, before.standard_error};
    run.is_open.reserve(bank.items.size());
    for (const Item& item : bank.items) {
        run.is_open.push_back(is_shown_to(item, settings.stage, settings.subject));
    }
    if (settings.exposure_control) close_items(run, bank, *settings.exposure_control);
    if (settings.randomesque) run.generator = Pcg32(settings.randomesque->seed);
    draw_or_stop(run, bank, settings);
    if (run.stopped) run.estimate = before;
    return run;
}

Outcome record_response(AdaptiveRun& run,
                        const ItemBank& bank,
                        const AdaptiveSettings& settings,
                        std::int64_t response) {
    if (!run.next) return make_error(kRunHasEnded, {}, "no item is waiting for a response");
    const Item& item = bank.items[run.next->item];
    if (!is_response_of(item, response))
        return make_error(kOutOfRange, item.id, range_sentence(item));

    const int taken = static_cast<int>(response);
    add_response(run.log_posterior, settings.quadrature, item, taken);
    run.estimate = expected_ability(run.log_posterior, settings.quadrature);
    run.steps.push_back({*run.next, taken, run.estimate});
    run.next.reset();
    run.stopped = reason_to_stop(run, settings.stop);
    if (!run.stopped) draw_or_stop(run, bank, settings);
    return Done{};
}

Result<AdaptiveRun> complete_run(const ItemBank& bank,
                                 const AdaptiveSettings& settings,
                                 const ResponsesById& responses) {
    const auto path_of = [](const Item& item) { return "responses." + item.id; };
    for (const Item& item : bank.items) {
        const auto given = responses.find(item.id);
        if (given == responses.end() || is_response_of(item, given->second)) continue;
        return make_error(kOutOfRange, path_of(item), range_sentence(item));
    }
    AdaptiveRun run = begin_run(bank, settings);
    while (run.next) {
        const Item& item = bank.items[run.next->item];
        const auto given = responses.find(item.id);
        if (given == responses.end()) {
            return make_error(kMalformed, path_of(item), "the item was drawn and has no response");
        }
        if (auto taken = record_response(run, bank, settings, given->second); !taken)
            return taken.error();
    }
    return run;
}

}  // namespace xueshi::diagnostic
