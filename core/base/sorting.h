// Sorting whose code is not repeated for every kind of value: each use of std::sort is eight hundred bytes that
// every phone downloads. For lists of which a person has some; what is sorted within a frame takes std::sort.
//
// Pure and stable: equal values keep their order. An order is strict and weak, as for std::sort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace xueshi {

using Place = std::uint32_t;
using PlaceOrder = bool (*)(const void* context, Place a, Place b);

// The places 0 … count - 1, in the order that is_before(context, a, b) gives.
std::vector<Place> sorted_places(std::size_t count, PlaceOrder is_before, const void* context);

template <class Value, class Order>
void sort_values(std::vector<Value>& values, const Order& is_before) {
    const auto compare = [&](Place a, Place b) { return is_before(values[a], values[b]); };
    const PlaceOrder order = [](const void* context, Place a, Place b) {
        return (*static_cast<decltype(compare)*>(context))(a, b);
    };
    std::vector<Value> sorted;
    sorted.reserve(values.size());
    for (const Place place : sorted_places(values.size(), order, &compare)) {
        sorted.push_back(std::move(values[place]));
    }
    values = std::move(sorted);
}

}  // namespace xueshi
