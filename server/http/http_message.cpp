#include "server/http/http_message.h"

#include <algorithm>

namespace xueshi::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Takes the piece before the next `separator` off the front.
std::string_view take_piece(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view piece = trim(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return piece;
}

const std::string* find_field(const Fields& fields, std::string_view name) {
    for (const auto& [field_name, value] : fields) {
        if (equal_ignoring_case(field_name, name)) return &value;
    }
    return nullptr;
}

bool is_zero_weight(std::string_view parameter) {
    if (!parameter.starts_with("q=")) return false;
    const std::string_view weight = parameter.substr(2);
    return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return lower(x) == lower(y);
           });
}

std::string_view Request::header(std::string_view name) const {
    const std::string* value = find_field(headers, name);
    return value ? std::string_view(*value) : std::string_view();
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
    for (const auto& [key, value] : query) {
        if (key == name) return value;
    }
    return std::nullopt;
}

std::string Request::cookie(std::string_view name) const {
    std::string_view rest = header("Cookie");
    while (!rest.empty()) {
        const std::string_view pair = take_piece(rest, ';');
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return std::string(pair.substr(equals + 1));
        }
    }
    return {};
}

void Response::set_header(std::string_view name, std::string_view value) {
    std::erase_if(headers,
                  [&](const auto& field) { return equal_ignoring_case(field.first, name); });
    headers.emplace_back(name, value);
}

std::string_view Response::header(std::string_view name) const {
    const std::string* value = find_field(headers, name);
    return value ? std::string_view(*value) : std::string_view();
}

Response json_response(int status, std::string body) {
    Response response;
    response.status = status;
    response.set_header("Content-Type", "application/json");
    response.body = std::make_shared<const std::string>(std::move(body));
    return response;
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        std::string_view choice = take_piece(accept_encoding, ',');
        if (!equal_ignoring_case(take_piece(choice, ';'), coding)) continue;
        return !is_zero_weight(trim(choice));
    }
    return false;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        std::string_view tag = take_piece(if_none_match, ',');
        if (tag == "*") return true;
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag == etag) return true;
    }
    return false;
}

}  // namespace xueshi::http
