// Sentences about disagreements: who did what, earlier before later, and what choosing a side is
// called.
#include <variant>

#include "web/locale/locale.h"

namespace xueshi::locale {
namespace {

using app::PlanDisagreement;
using app::PlanPart;

Message nth(Message first, std::size_t index) {
    return static_cast<Message>(static_cast<std::size_t>(first) + index);
}

// Two other devices: only their order tells them apart.
bool is_elsewhere(const PlanDisagreement& disagreement) {
    const auto& sides = disagreement.sides;
    return sides.size() == 2 && !sides[0].is_this_device && !sides[1].is_this_device;
}

}  // namespace

std::string_view Locale::disagreement_title(PlanPart part) const {
    return (*this)(nth(Message::DisagreementRun, static_cast<std::size_t>(part)));
}

// The others are counted in the order they are told: from the last side to the one shown.
std::string Locale::device_of(const PlanDisagreement& disagreement, std::size_t side) const {
    const auto& sides = disagreement.sides;
    if (sides[side].is_this_device) return std::string((*this)(Message::DisagreementThisDevice));
    std::size_t place = 1;
    bool knows_this_device = false;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (i > side || sides[i].is_this_device) ++place;
        knows_this_device = knows_this_device || sides[i].is_this_device;
    }
    const bool is_pair = sides.size() == 2;
    if (place == 1 && is_pair) return std::string((*this)(Message::DisagreementOneDevice));
    if (place == 2 && (is_pair || knows_this_device))
        return std::string((*this)(Message::DisagreementOtherDevice));
    return format(Message::DisagreementNthDevice, {number(static_cast<std::int64_t>(place))});
}

std::string Locale::deed_of(const PlanDisagreement& disagreement,
                            std::size_t side,
                            bool is_told_first) const {
    const auto& value = disagreement.sides[side].value;
    if (const auto* mark = std::get_if<plan::PlanMark>(&value)) {
        const std::string run = is_told_first
                                    ? format(Message::DisagreementTitle, {disagreement.title})
                                    : std::string((*this)(Message::DisagreementIt));
        return format(nth(Message::DidRemove, static_cast<std::size_t>(*mark)), {run});
    }
    if (const auto* name = std::get_if<std::string>(&value))
        return format(Message::DidName, {*name});
    if (const auto* order = std::get_if<plan::PlanPriorities>(&value)) {
        std::string names;
        for (const plan::PlanPriority each : *order) {
            if (!names.empty()) names += (*this)(Message::ListSeparator);
            names += priority(each);
        }
        return format(Message::DidOrder, {names});
    }
    if (const auto* limits = std::get_if<plan::PlanLimits>(&value)) {
        const std::string fee = limits->max_fee_fen
                                    ? format(Message::DidLimitFee, {money(*limits->max_fee_fen)})
                                    : std::string((*this)(Message::DidFreeFee));
        const std::string most = limits->max_hours
                                     ? format(Message::DidLimitHours, {hours(*limits->max_hours)})
                                     : std::string((*this)(Message::DidFreeHours));
        if (disagreement.part == PlanPart::FeeLimit) return fee;
        if (disagreement.part == PlanPart::HoursLimit) return most;
        return fee + std::string((*this)(Message::ListSeparator)) + most;
    }
    return std::get<bool>(value) ? std::string((*this)(Message::DidGoOn))
                                 : format(Message::DidDiscard, {disagreement.title});
}

std::string Locale::disagreement(const PlanDisagreement& disagreement) const {
    std::string told;
    for (std::size_t i = disagreement.sides.size(); i-- > 0;) {
        const std::string side =
            format(Message::DisagreementSide,
                   {device_of(disagreement, i), deed_of(disagreement, i, told.empty())});
        told = told.empty() ? side : format(Message::DisagreementBoth, {told, side});
    }
    if (disagreement.part == PlanPart::Existence) return format(Message::DisagreementKept, {told});
    if (is_elsewhere(disagreement)) return format(Message::DisagreementLater, {told});
    return format(Message::DisagreementLaterDevice, {told, device_of(disagreement, 0)});
}

std::string Locale::disagreement_choice(const PlanDisagreement& disagreement,
                                        std::size_t side) const {
    if (disagreement.part == PlanPart::Existence) {
        const bool keeps = std::get<bool>(disagreement.sides[side].value);
        return std::string((*this)(keeps ? Message::ChooseKeep : Message::ChooseDiscard));
    }
    if (is_elsewhere(disagreement)) {
        return std::string((*this)(side == 0 ? Message::ChooseLater : Message::ChooseEarlier));
    }
    return format(side == 0 ? Message::ChooseShown : Message::ChooseOther,
                  {device_of(disagreement, side)});
}

}  // namespace xueshi::locale
