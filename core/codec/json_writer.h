// Writes JSON piece by piece, in the order given: compact, deterministic bytes, with room for ready-made
// pieces (a stored payload is passed on byte for byte, never parsed and written anew).
//
//     JsonWriter json;
//     json.object([&] {
//         json.member("sequence", 7);
//         json.member_raw("payload", stored_bytes);
//     });
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/codec/strict_json.h"

namespace xueshi::codec {

class JsonWriter {
  public:
    JsonWriter() = default;
    // `room`: bytes that are expected, so that the text need not move while it grows.
    explicit JsonWriter(std::size_t room) { text_.reserve(room); }

    template <class Body>
    void object(Body body) {
        begin('{');
        body();
        end('}');
    }
    template <class Body>
    void array(Body body) {
        begin('[');
        body();
        end(']');
    }

    // The next member's key; a value must follow.
    void key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(std::int64_t number);
    void value(bool boolean);
    void null();
    void raw(std::string_view json);  // one complete JSON value

    template <class Value>
    void member(std::string_view name, const Value& content) {
        key(name);
        if constexpr (std::is_same_v<Value, bool>) {
            value(content);
        } else if constexpr (std::is_integral_v<Value>) {
            value(static_cast<std::int64_t>(content));
        } else {
            value(std::string_view(content));
        }
    }
    void member_raw(std::string_view name, std::string_view json) {
        key(name);
        raw(json);
    }
    template <class Body>
    void member_object(std::string_view name, Body body) {
        key(name);
        object(body);
    }
    template <class Body>
    void member_array(std::string_view name, Body body) {
        key(name);
        array(body);
    }

    const std::string& text() const { return text_; }
    std::string take() { return std::move(text_); }

  private:
    void begin(char bracket);
    void end(char bracket);
    void separate();

    std::string text_;
    bool needs_comma_ = false;
};

// The value again as compact JSON: numbers exactly as they were written, members in their order.
std::string write_json(const JsonValue& value);

}  // namespace xueshi::codec
