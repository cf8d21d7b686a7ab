#include "core/diagnostic/capability_settings.h"

#include <utility>

#include "core/diagnostic/capability.h"

namespace xueshi::diagnostic {
namespace {

// Indicators of a dimension among the 25 of a level (domain.md 3.1).
int indicator_count(Dimension dimension) {
    switch (dimension) {
        case Dimension::Literacy:
            return 5;
        case Dimension::Planning:
            return 6;
        case Dimension::Organising:
            return 5;
        case Dimension::Assessment:
            return 4;
        case Dimension::Growth:
            return 5;
    }
    return 0;
}

constexpr double kIndicatorsOfALevel = 25;

}  // namespace

AdaptiveSettings capability_settings(std::string stage, std::string subject, std::uint64_t seed) {
    AdaptiveSettings settings;
    settings.stage = std::move(stage);
    settings.subject = std::move(subject);
    settings.exposure_control = ExposureControl{seed};
    for (const Dimension dimension : kAllDimensions) {
        const double share = indicator_count(dimension) / kIndicatorsOfALevel;
        settings.content.push_back({std::string(dimension_name(dimension)), share});
    }
    settings.stop = {0.35, 20, 10};
    return settings;
}

}  // namespace xueshi::diagnostic
