// Numbers and texts in as few bytes as they need, one after another: seven bits of a number to a byte, the low ones
// first; a text after its length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace xueshi::authority {

class PackedWriter {
  public:
    void number(std::uint64_t value) {
        for (; value >= 128; value >>= 7) bytes_ += static_cast<char>(value | 128);
        bytes_ += static_cast<char>(value);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

// Never reads beyond its bytes: after the first piece that is not there everything is zero or empty.
class PackedReader {
  public:
    explicit PackedReader(std::string_view bytes) : left_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !left_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(left_.front());
            left_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128) return value;
        }
        is_good_ = false;
        return 0;
    }
    // Of things that take at least a byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > left_.size()) is_good_ = false;
        return is_good_ ? static_cast<std::size_t>(value) : 0;
    }
    void text(std::string& into) {
        const std::size_t size = count();
        into.assign(left_.substr(0, size));
        left_.remove_prefix(size);
    }
    bool is_good() const { return is_good_; }
    bool is_at_end() const { return is_good_ && left_.empty(); }

  private:
    std::string_view left_;
    bool is_good_ = true;
};

}  // namespace xueshi::authority
