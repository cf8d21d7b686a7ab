// Strict reading of JSON that strangers wrote: bounded, exact, and every complaint names its field.
//
// parse_json refuses what is not one JSON document, nests deeper than kMaxJsonDepth, repeats a key, or holds
// invalid UTF-8; the depth is bounded before anything is built. Numbers keep their text, so that hours and
// money never pass through floating point. ObjectReader walks an object, and refuses missing fields, wrong
// types and fields it was not asked for, by path ("offerings[3].hours").
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace xueshi::codec {

inline constexpr int kMaxJsonDepth = 24;

struct JsonMember;

struct JsonValue {
    enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    std::string text;  // String: the text; Number and what is kept raw: exactly as written
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;

    // Null when there is no such member.
    const JsonValue* find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    JsonValue value;
};

// kMalformed with the byte offset as subject, or kMalformed naming a repeated key.
//
// Objects under a member called `raw_member` are not taken apart: they hold their JSON as `text` and no members.
// Their keys may repeat; whoever takes them apart refuses that.
Result<JsonValue> parse_json(std::string_view bytes, std::string_view raw_member = {});

// The whole number a text states, when it is one within [low, high]; "1.0" and "1e3" are not.
std::optional<std::int64_t> parse_whole_number(std::string_view text, std::int64_t low, std::int64_t high);

// Reads the members of one object. The first complaint is kept; later reads are harmless and answer defaults,
// so a reader lists its fields once and looks at finish() at the end.
class ObjectReader {
  public:
    // `path` names the object in complaints; empty for the document itself.
    ObjectReader(const JsonValue& value, std::string path);

    // Required members.
    std::string text(std::string_view key);
    std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high);
    bool boolean(std::string_view key);
    const JsonValue* object(std::string_view key);  // null after a complaint
    const std::vector<JsonValue>& array(std::string_view key);

    // Optional members: absent answers nothing; present with another type is a complaint.
    bool has(std::string_view key) const;
    std::string text_or(std::string_view key, std::string otherwise);
    std::int64_t whole_or(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t otherwise);
    bool boolean_or(std::string_view key, bool otherwise);
    const std::vector<JsonValue>& array_or_empty(std::string_view key);
    // Any value, marked as known; null when absent.
    const JsonValue* any(std::string_view key);

    std::string path_of(std::string_view key) const;
    std::string path_of(std::string_view key, std::size_t index) const;
    void complain(ErrorCode code, std::string subject, std::string detail = {});
    bool is_good() const { return !error_.has_value(); }

    // The first complaint; else kUnknownField for the first member nobody asked for; else done.
    Outcome finish();

  private:
    const JsonValue* take(std::string_view key, JsonValue::Kind kind, bool is_required);

    const JsonValue& value_;
    std::string path_;
    std::vector<bool> known_;
    std::optional<Error> error_;
};

// Reads each item of `key` with `read`, complaints by index; stops at the first bad item.
template <class Item, class Read>
std::vector<Item> read_objects(ObjectReader& object, std::string_view key, std::size_t most, Read read) {
    std::vector<Item> list;
    const auto& items = object.array(key);
    if (items.size() > most) object.complain(kOutOfRange, object.path_of(key), "too many");
    for (std::size_t i = 0; i < items.size() && object.is_good(); ++i) {
        ObjectReader inner(items[i], object.path_of(key, i));
        list.push_back(read(inner));
        if (const Outcome outcome = inner.finish(); !outcome) {
            object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
        }
    }
    return list;
}

}  // namespace xueshi::codec
