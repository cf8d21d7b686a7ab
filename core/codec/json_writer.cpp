#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte >= 0x20) {
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    out += '"';
}

void append_value(JsonWriter& json, const JsonValue& value) {
    switch (value.kind) {
        case JsonValue::Kind::Null: json.null(); return;
        case JsonValue::Kind::Boolean: json.value(value.boolean); return;
        case JsonValue::Kind::Number: json.raw(value.text); return;
        case JsonValue::Kind::String: json.value(std::string_view(value.text)); return;
        case JsonValue::Kind::Array:
            json.array([&] {
                for (const JsonValue& item : value.items) append_value(json, item);
            });
            return;
        case JsonValue::Kind::Object:
            json.object([&] {
                for (const auto& member : value.members) {
                    json.key(member.key);
                    append_value(json, member.value);
                }
            });
            return;
    }
}

}  // namespace

void JsonWriter::separate() {
    if (needs_comma_) text_ += ',';
    needs_comma_ = true;
}

void JsonWriter::begin(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
}

void JsonWriter::end(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
    separate();
    append_escaped(text_, name);
    text_ += ':';
    needs_comma_ = false;
}

void JsonWriter::value(std::string_view text) {
    separate();
    append_escaped(text_, text);
}

void JsonWriter::value(std::int64_t number) {
    separate();
    text_ += std::to_string(number);
}

void JsonWriter::value(bool boolean) {
    separate();
    text_ += boolean ? "true" : "false";
}

void JsonWriter::null() {
    separate();
    text_ += "null";
}

void JsonWriter::raw(std::string_view json) {
    separate();
    text_ += json;
}

std::string write_json(const JsonValue& value) {
    JsonWriter json;
    append_value(json, value);
    return json.take();
}

}  // namespace xueshi::codec
