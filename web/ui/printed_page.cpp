#include "web/ui/printed_page.h"

#include <array>
#include <string_view>

namespace xueshi::ui {
namespace {

constexpr std::array<std::string_view, 7> kKinds = {"text", "facts", "table", "lines", "stamps", "notice", "code"};

void write(std::string& json, std::string_view text) {
    static constexpr char kHex[] = "0123456789abcdef";
    json += '"';
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte == '"' || byte == '\\') {
            json += '\\';
            json += character;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += kHex[byte >> 4];
            json += kHex[byte & 15];
        } else {
            json += character;
        }
    }
    json += '"';
}

template <class List, class Write>
void write_list(std::string& json, const List& list, Write&& write_one) {
    json += '[';
    bool is_first = true;
    for (const auto& each : list) {
        if (!is_first) json += ',';
        is_first = false;
        write_one(each);
    }
    json += ']';
}

}  // namespace

std::string write_printed_page(const PrintedPage& page) {
    std::string json = "{\"language\":";
    write(json, page.language);
    json += ",\"title\":";
    write(json, page.title);
    json += ",\"blocks\":";
    write_list(json, page.blocks, [&](const PrintedBlock& block) {
        json += "{\"kind\":";
        write(json, kKinds[static_cast<std::size_t>(block.kind)]);
        json += ",\"rows\":";
        write_list(json, block.rows, [&](const std::vector<std::string>& row) {
            write_list(json, row, [&](const std::string& cell) { write(json, cell); });
        });
        json += '}';
    });
    json += ",\"footer\":";
    write(json, page.footer);
    json += '}';
    return json;
}

}  // namespace xueshi::ui
