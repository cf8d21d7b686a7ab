#include "core/diagnostic/item_bank.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/sorting.h"

namespace xueshi::diagnostic {
namespace {

constexpr std::string_view kAnyone = "any";

std::string path_of(std::size_t item, std::string_view field) {
    return "items[" + std::to_string(item) + "]." + std::string(field);
}

// Written so that NaN fails.
bool is_real(double value) { return std::fabs(value) <= kLargestReal; }
bool is_scale(double value) { return value >= kSmallestScale && value <= kLargestReal; }

// What is wrong with the item itself: the field and a sentence; an empty field when nothing is.
std::pair<std::string_view, std::string_view> trouble_with(const Item& item) {
    const auto is_nameless = [](const std::string& name) { return name.empty(); };
    if (item.id.empty()) return {"id", "expected a text that is not empty"};
    if (!is_scale(item.discrimination)) return {"a", "expected a number above 0"};
    if (item.thresholds.empty()) return {"b", "expected at least one threshold"};
    if (item.thresholds.size() > kMostThresholds) return {"b", "too many thresholds"};
    if (!std::all_of(item.thresholds.begin(), item.thresholds.end(), is_real))
        return {"b", "out of range"};
    const auto falls = [](double left, double right) { return left >= right; };
    if (std::adjacent_find(item.thresholds.begin(), item.thresholds.end(), falls) !=
        item.thresholds.end()) {
        return {"b", "expected strictly increasing thresholds"};
    }
    if (!(item.guessing >= 0 && item.guessing < 1))
        return {"c", "expected a number from 0 to below 1"};
    if (item.guessing > 0 && item.thresholds.size() > 1) return {"c", "a graded item has none"};
    if (std::any_of(item.stages.begin(), item.stages.end(), is_nameless))
        return {"stages", "an empty name"};
    if (std::any_of(item.subjects.begin(), item.subjects.end(), is_nameless))
        return {"subjects", "an empty name"};
    if (!(item.exposure > 0 && item.exposure <= 1))
        return {"exposure", "expected a number above 0, at most 1"};
    return {};
}

bool includes(const std::vector<std::string>& limits, const std::optional<std::string>& name) {
    if (limits.empty() || !name) return true;
    return std::any_of(limits.begin(), limits.end(), [&](const std::string& each) {
        return each == kAnyone || each == *name;
    });
}

}  // namespace

Outcome validate(const ItemBank& bank) {
    if (bank.items.empty()) return make_error(kOutOfRange, "items", "expected at least one item");
    if (bank.items.size() > kMostItems) return make_error(kOutOfRange, "items", "too many");
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        const auto [field, sentence] = trouble_with(bank.items[i]);
        if (field.empty()) continue;
        return make_error(kOutOfRange,
                          path_of(i, field),
                          std::string(sentence) + " (item \"" + bank.items[i].id + "\")");
    }
    const auto id_of = [&](Place place) -> const std::string& { return bank.items[place].id; };
    const auto by_id = [](const void* items, Place a, Place b) {
        const auto& all = *static_cast<const std::vector<Item>*>(items);
        return all[a].id < all[b].id;
    };
    const std::vector<Place> places = sorted_places(bank.items.size(), by_id, &bank.items);
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (id_of(places[i - 1]) != id_of(places[i])) continue;
        return make_error(kMalformed,
                          path_of(places[i], "id"),
                          "the id \"" + id_of(places[i]) + "\" is repeated");
    }
    return Done{};
}

bool is_shown_to(const Item& item,
                 const std::optional<std::string>& stage,
                 const std::optional<std::string>& subject) {
    return includes(item.stages, stage) && includes(item.subjects, subject);
}

}  // namespace xueshi::diagnostic
