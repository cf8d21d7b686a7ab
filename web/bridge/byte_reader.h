// Reads what the page's scripts wrote (shell/bridges/bytes.js): little-endian, unaligned; a string
// is a u32 byte count and UTF-8. Reading past the end gives zeros and empty strings.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace xueshi::bridge {

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    bool is_at_end() const { return rest_.empty(); }

    template <typename T>
    T number() {
        T value{};
        if (rest_.size() < sizeof value) {
            rest_ = {};
            return value;
        }
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }

    std::string string() {
        const std::size_t size = std::min<std::size_t>(number<std::uint32_t>(), rest_.size());
        std::string text(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return text;
    }

  private:
    std::string_view rest_;
};

}  // namespace xueshi::bridge
