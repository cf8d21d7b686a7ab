#include "core/codec/strict_json.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>

namespace xueshi::codec {
namespace {

// The bytes as the parser reads them, telling how far it is.
class ByteIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    ByteIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
    reference operator*() const { return *at_; }
    ByteIterator& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    ByteIterator operator++(int) {
        const ByteIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const ByteIterator& a, const ByteIterator& b) { return a.at_ == b.at_; }

  private:
    const char* at_;
    const char** reached_;
};

// Builds a JsonValue from the parser's calls; answering false stops the parser.
class DocumentBuilder {
  public:
    using Json = nlohmann::json;

    // `reached` is behind what the parser has read.
    DocumentBuilder(std::string_view raw_member, const char* const* reached)
        : raw_member_(raw_member), reached_(reached) {}

    JsonValue take_document() { return std::move(document_); }
    const std::string& complaint() const { return complaint_; }
    std::size_t position() const { return position_; }

    bool null() { return raw_depth_ > 0 || put(JsonValue{}); }
    bool boolean(bool value) {
        if (raw_depth_ > 0) return true;
        JsonValue node;
        node.kind = JsonValue::Kind::Boolean;
        node.boolean = value;
        return put(std::move(node));
    }
    bool number_integer(Json::number_integer_t value) { return raw_depth_ > 0 || put_number(std::to_string(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return raw_depth_ > 0 || put_number(std::to_string(value)); }
    bool number_float(Json::number_float_t, const Json::string_t& text) { return raw_depth_ > 0 || put_number(text); }
    bool string(Json::string_t& value) {
        if (raw_depth_ > 0) return true;
        JsonValue node;
        node.kind = JsonValue::Kind::String;
        node.text = std::move(value);
        return put(std::move(node));
    }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) {
        if (raw_depth_ > 0 || is_raw_next()) return open_raw();
        return open(JsonValue::Kind::Object);
    }
    bool start_array(std::size_t) { return raw_depth_ > 0 ? open_raw() : open(JsonValue::Kind::Array); }
    bool end_object() {
        if (raw_depth_ > 0) return close_raw();
        const std::string* repeated = repeated_key(*open_.back());
        return repeated == nullptr ? close() : refuse(*repeated, "repeated key");
    }
    bool end_array() { return raw_depth_ > 0 ? close_raw() : close(); }
    bool key(Json::string_t& name) {
        if (raw_depth_ > 0) return true;
        open_.back()->members.push_back({std::move(name), {}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception& exception) {
        // A number beyond every double stands in good JSON: its field can be named.
        constexpr int kNumberOverflow = 406;
        if (complaint_.empty() && exception.id == kNumberOverflow) return refuse(path(), "number out of range");
        if (complaint_.empty()) complaint_ = "not valid JSON";
        position_ = position;
        return false;
    }

    std::string subject;

  private:
    // Sorted once per object: a hostile object of thousands of keys costs no more than an honest one.
    static const std::string* repeated_key(const JsonValue& object) {
        std::vector<const std::string*> keys;
        keys.reserve(object.members.size());
        for (const auto& member : object.members) keys.push_back(&member.key);
        std::sort(keys.begin(), keys.end(),
                  [](const std::string* a, const std::string* b) { return *a < *b; });
        const auto repeated =
            std::adjacent_find(keys.begin(), keys.end(),
                               [](const std::string* a, const std::string* b) { return *a == *b; });
        return repeated == keys.end() ? nullptr : *repeated;
    }
    // Of the value that is being read.
    std::string path() const {
        std::string path;
        for (const JsonValue* outer : open_) {
            if (outer->kind == JsonValue::Kind::Array) {
                // What is still open was put in its place already; a number is not.
                const std::size_t index = outer->items.size() - (outer == open_.back() ? 0 : 1);
                path += '[' + std::to_string(index) + ']';
            } else {
                if (!path.empty()) path += '.';
                path += outer->members.back().key;
            }
        }
        return path;
    }
    bool refuse(std::string about, std::string why) {
        subject = std::move(about);
        complaint_ = std::move(why);
        return false;
    }
    bool put_number(std::string text) {
        JsonValue node;
        node.kind = JsonValue::Kind::Number;
        node.text = std::move(text);
        return put(std::move(node));
    }
    bool put(JsonValue node) {
        place(std::move(node));
        return true;
    }
    JsonValue* place(JsonValue node) {
        if (open_.empty()) {
            document_ = std::move(node);
            return &document_;
        }
        JsonValue& parent = *open_.back();
        if (parent.kind == JsonValue::Kind::Object) {
            parent.members.back().value = std::move(node);
            return &parent.members.back().value;
        }
        parent.items.push_back(std::move(node));
        return &parent.items.back();
    }
    bool is_raw_next() const {
        if (raw_member_.empty() || open_.empty() || open_.back()->kind != JsonValue::Kind::Object) return false;
        return open_.back()->members.back().key == raw_member_;
    }
    bool open_raw() {
        if (static_cast<int>(open_.size()) + raw_depth_ >= kMaxJsonDepth) return refuse({}, "nested too deep");
        if (raw_depth_++ == 0) raw_begin_ = *reached_ - 1;
        return true;
    }
    bool close_raw() {
        if (--raw_depth_ > 0) return true;
        JsonValue node;
        node.kind = JsonValue::Kind::Object;
        node.text.assign(raw_begin_, *reached_);
        return put(std::move(node));
    }
    bool open(JsonValue::Kind kind) {
        if (static_cast<int>(open_.size()) >= kMaxJsonDepth) return refuse({}, "nested too deep");
        JsonValue node;
        node.kind = kind;
        // Pointers stay valid: a parent grows only after its last child was closed.
        open_.push_back(place(std::move(node)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::string_view raw_member_;
    const char* const* reached_;
    const char* raw_begin_ = nullptr;
    int raw_depth_ = 0;  // within what is kept raw
    JsonValue document_;
    std::vector<JsonValue*> open_;
    std::string complaint_;
    std::size_t position_ = 0;
};

std::string_view kind_name(JsonValue::Kind kind) {
    switch (kind) {
        case JsonValue::Kind::Null: return "null";
        case JsonValue::Kind::Boolean: return "a boolean";
        case JsonValue::Kind::Number: return "a number";
        case JsonValue::Kind::String: return "a text";
        case JsonValue::Kind::Array: return "a list";
        case JsonValue::Kind::Object: return "an object";
    }
    return "";
}

const std::vector<JsonValue> kNoItems;

constexpr const char* kMissing = "missing";

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
    for (const auto& [name, value] : members) {
        if (name == key) return &value;
    }
    return nullptr;
}

Result<JsonValue> parse_json(std::string_view bytes, std::string_view raw_member) {
    const char* reached = bytes.data();
    const ByteIterator first(bytes.data(), &reached);
    const ByteIterator last(bytes.data() + bytes.size(), &reached);
    DocumentBuilder builder(raw_member, &reached);
    if (!nlohmann::json::sax_parse(first, last, &builder)) {
        std::string subject =
            builder.subject.empty() ? "byte " + std::to_string(builder.position()) : builder.subject;
        return make_error(kMalformed, std::move(subject), builder.complaint());
    }
    return builder.take_document();
}

std::optional<std::int64_t> parse_whole_number(std::string_view text, std::int64_t low, std::int64_t high) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (value < low || value > high) return std::nullopt;
    return value;
}

ObjectReader::ObjectReader(const JsonValue& value, std::string path)
    : value_(value), path_(std::move(path)), known_(value.members.size(), false) {
    if (value.kind != JsonValue::Kind::Object) complain(kMalformed, path_, "expected an object");
}

std::string ObjectReader::path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + '.' + std::string(key);
}

std::string ObjectReader::path_of(std::string_view key, std::size_t index) const {
    return path_of(key) + '[' + std::to_string(index) + ']';
}

void ObjectReader::complain(ErrorCode code, std::string subject, std::string detail) {
    if (!error_) error_ = make_error(code, std::move(subject), std::move(detail));
}

bool ObjectReader::has(std::string_view key) const { return value_.find(key) != nullptr; }

const JsonValue* ObjectReader::any(std::string_view key) {
    for (std::size_t i = 0; i < value_.members.size(); ++i) {
        if (value_.members[i].key != key) continue;
        known_[i] = true;
        return &value_.members[i].value;
    }
    return nullptr;
}

const JsonValue* ObjectReader::take(std::string_view key, JsonValue::Kind kind, bool is_required) {
    const JsonValue* member = any(key);
    if (member == nullptr) {
        if (is_required) complain(kMalformed, path_of(key), kMissing);
        return nullptr;
    }
    if (member->kind != kind) {
        complain(kMalformed, path_of(key), "expected " + std::string(kind_name(kind)));
        return nullptr;
    }
    return member;
}

std::string ObjectReader::text(std::string_view key) {
    const JsonValue* member = take(key, JsonValue::Kind::String, true);
    return member == nullptr ? std::string() : member->text;
}

std::string ObjectReader::text_or(std::string_view key, std::string otherwise) {
    const JsonValue* member = take(key, JsonValue::Kind::String, false);
    return member == nullptr ? std::move(otherwise) : member->text;
}

std::int64_t ObjectReader::whole(std::string_view key, std::int64_t low, std::int64_t high) {
    const JsonValue* member = take(key, JsonValue::Kind::Number, true);
    if (member == nullptr) return low;
    const auto number = parse_whole_number(member->text, low, high);
    if (!number) complain(kOutOfRange, path_of(key), "expected a whole number in range");
    return number.value_or(low);
}

std::int64_t ObjectReader::whole_or(std::string_view key, std::int64_t low, std::int64_t high,
                                    std::int64_t otherwise) {
    return has(key) ? whole(key, low, high) : otherwise;
}

bool ObjectReader::boolean(std::string_view key) {
    const JsonValue* member = take(key, JsonValue::Kind::Boolean, true);
    return member != nullptr && member->boolean;
}

bool ObjectReader::boolean_or(std::string_view key, bool otherwise) {
    return has(key) ? boolean(key) : otherwise;
}

const JsonValue* ObjectReader::object(std::string_view key) {
    return take(key, JsonValue::Kind::Object, true);
}

const std::vector<JsonValue>& ObjectReader::array(std::string_view key) {
    const JsonValue* member = take(key, JsonValue::Kind::Array, true);
    return member == nullptr ? kNoItems : member->items;
}

const std::vector<JsonValue>& ObjectReader::array_or_empty(std::string_view key) {
    const JsonValue* member = take(key, JsonValue::Kind::Array, false);
    return member == nullptr ? kNoItems : member->items;
}

Outcome ObjectReader::finish() {
    // A misspelt field is both missing and unknown; the name that stands there helps more.
    if (error_ && error_->detail != kMissing) return *error_;
    for (std::size_t i = 0; i < known_.size(); ++i) {
        if (!known_[i]) {
            return make_error(kUnknownField, path_of(value_.members[i].key), "unknown field");
        }
    }
    if (error_) return *error_;
    return Done{};
}

}  // namespace xueshi::codec
