// A hash of everything a block shows (drawn_blocks.h). For telling apart, not for keeping.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "web/ui/semantics.h"

namespace xueshi::ui {

class ContentHash {
  public:
    // Numbers, enumerations, flags and addresses; of at most eight bytes.
    template <class Value>
        requires(std::is_trivially_copyable_v<Value> && sizeof(Value) <= 8)
    ContentHash& add(const Value& value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof value);
        hash_ = (hash_ ^ bits) * 0x9E3779B97F4A7C15u;
        hash_ ^= hash_ >> 32;
        return *this;
    }
    ContentHash& text(std::string_view words) { return add(node_id(words)).add(words.size()); }

    // Never 0.
    std::uint64_t value() const { return std::max<std::uint64_t>(hash_, 1); }

  private:
    std::uint64_t hash_ = 1;
};

}  // namespace xueshi::ui
