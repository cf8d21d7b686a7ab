#include "server/tables/workbook_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "server/exchange/xml_document.h"
#include "server/tables/cell_format.h"
#include "server/tables/zip_parts.h"

namespace xueshi::tables {
namespace {

using exchange::attribute_of;
using exchange::child_of;
using exchange::children_of;
using exchange::local_name;

constexpr std::string_view kZipMark = "PK\x03\x04";
constexpr std::size_t kMostLine = 1'048'576;  // a sheet has no more rows

// Text as it stands: of a shared string with several formats all of them, without the readings beside it.
void add_text(const pugi::xml_node& element, std::string& text) {
    for (const pugi::xml_node child : element.children()) {
        if (local_name(child) == "t") {
            for (const pugi::xml_node piece : child.children()) text += piece.value();
        } else if (local_name(child) == "r") {
            add_text(child, text);
        }
    }
}

// "C7" → 2; nullopt when it names no column.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z') {
        if (letters == 4) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A' + 1);
    }
    if (letters == 0) return std::nullopt;
    return column - 1;
}

std::optional<std::size_t> index_of(std::string_view text) {
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

class Workbook {
  public:
    Workbook(ZipParts parts, const TableLimits& limits, const RowVisitor& visitor)
        : parts_(std::move(parts)), limits_(limits), visitor_(visitor) {}

    Outcome run() {
        pugi::xml_document workbook;
        if (Outcome outcome = load("xl/workbook.xml", workbook); !outcome) return outcome;
        const pugi::xml_node root = workbook.document_element();
        const std::string is_1904 = attribute_of(child_of(root, "workbookPr"), "date1904");
        is_1904_ = is_1904 == "1" || is_1904 == "true";
        if (Outcome outcome = load_strings(); !outcome) return outcome;
        if (Outcome outcome = load_styles(); !outcome) return outcome;
        const auto sheet = first_sheet(root);
        if (!sheet) return sheet.error();
        pugi::xml_document document;
        if (Outcome outcome = load(*sheet, document); !outcome) return outcome;
        return read_rows(child_of(document.document_element(), "sheetData"));
    }

  private:
    Outcome load(const std::string& name, pugi::xml_document& document) {
        const auto bytes = parts_.read(name);
        if (!bytes) return bytes.error();
        const Outcome parsed = exchange::parse_xml(*bytes, limits_.most_unpacked_bytes, document);
        if (parsed) return Done{};
        const bool is_large = parsed.error().code == exchange::kXmlTooLarge;
        return make_error(is_large ? kTableTooLarge : kTableBroken, name,
                          std::string(parsed.error().code.name()) + ", " + parsed.error().subject);
    }

    Result<std::string> first_sheet(const pugi::xml_node& workbook) {
        const pugi::xml_node sheet = child_of(child_of(workbook, "sheets"), "sheet");
        std::string relation;
        for (const pugi::xml_attribute attribute : sheet.attributes()) {
            if (std::string_view(attribute.name()).ends_with(":id")) relation = attribute.value();
        }
        pugi::xml_document relations;
        if (Outcome outcome = load("xl/_rels/workbook.xml.rels", relations); !outcome) return outcome.error();
        for (const pugi::xml_node each : children_of(relations.document_element(), "Relationship")) {
            if (relation.empty() || attribute_of(each, "Id") != relation) continue;
            const std::string target = attribute_of(each, "Target");
            return target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
        return make_error(kTableBroken, "workbook", "it has no sheet");
    }

    Outcome load_strings() {
        const std::string name = "xl/sharedStrings.xml";
        if (!parts_.has(name)) return Done{};
        pugi::xml_document document;
        if (Outcome outcome = load(name, document); !outcome) return outcome;
        for (const pugi::xml_node each : document.document_element().children()) {
            if (local_name(each) != "si") continue;
            std::string text;
            add_text(each, text);
            strings_.push_back(std::move(text));
        }
        return Done{};
    }

    Outcome load_styles() {
        const std::string name = "xl/styles.xml";
        if (!parts_.has(name)) return Done{};
        pugi::xml_document document;
        if (Outcome outcome = load(name, document); !outcome) return outcome;
        dates_ = date_styles(document);
        return Done{};
    }

    Error refuse(ErrorCode code, std::string detail) const {
        return make_error(code, "line " + std::to_string(row_.line), std::move(detail));
    }

    Outcome read_rows(const pugi::xml_node& data) {
        for (const pugi::xml_node each : data.children()) {
            if (local_name(each) != "row") continue;
            const std::string reference = attribute_of(each, "r");
            const auto line = reference.empty() ? row_.line + 1 : index_of(reference);
            if (!line || *line <= row_.line || *line > kMostLine) return refuse(kTableBroken, "rows out of order");
            row_.line = *line;
            if (Outcome outcome = read_row(each); !outcome) return outcome;
        }
        return Done{};
    }

    Outcome read_row(const pugi::xml_node& row) {
        row_.cells.clear();
        for (const pugi::xml_node each : row.children()) {
            if (local_name(each) != "c") continue;
            const std::string reference = attribute_of(each, "r");
            const auto column = reference.empty() ? row_.cells.size() : column_of(reference);
            if (!column || *column < row_.cells.size()) return refuse(kTableBroken, "cells out of order");
            if (*column >= limits_.most_columns) return refuse(kTableTooLarge, "too many columns");
            row_.cells.resize(*column);
            auto text = text_of_cell(each);
            if (!text) return text.error();
            if (text->size() > limits_.most_cell_bytes) return refuse(kTableTooLarge, "a cell is too long");
            row_.cells.push_back(*std::move(text));
        }
        const bool is_empty = std::all_of(row_.cells.begin(), row_.cells.end(), [](const auto& cell) { return cell.empty(); });
        if (is_empty) return Done{};
        if (++rows_ > limits_.most_rows) return refuse(kTableTooLarge, "too many rows");
        return visitor_(row_);
    }

    Result<std::string> text_of_cell(const pugi::xml_node& cell) const {
        const std::string type = attribute_of(cell, "t");
        std::string text;
        if (type == "inlineStr") {
            add_text(child_of(cell, "is"), text);
            return text;
        }
        for (const pugi::xml_node piece : child_of(cell, "v").children()) text += piece.value();
        if (type == "s") {
            const auto index = index_of(exchange::trimmed(text));
            if (!index || *index >= strings_.size()) return refuse(kTableBroken, "a shared text that is not there");
            return strings_[*index];
        }
        if (type == "str" || type == "e" || type == "b" || type == "d") return text;
        text = exchange::trimmed(text);
        const auto style = index_of(attribute_of(cell, "s"));
        const bool is_date = style && *style < dates_.size() && dates_[*style];
        return is_date ? date_of_serial(text, is_1904_) : plain_number(text);
    }

    ZipParts parts_;
    const TableLimits& limits_;
    const RowVisitor& visitor_;
    std::vector<std::string> strings_;
    std::vector<bool> dates_;
    bool is_1904_ = false;
    TableRow row_;
    std::size_t rows_ = 0;
};

}  // namespace

bool is_workbook(std::string_view bytes) { return bytes.starts_with(kZipMark); }

Outcome read_workbook(std::string_view bytes, const TableLimits& limits, const RowVisitor& visitor) {
    auto parts = ZipParts::open(bytes, limits.most_unpacked_bytes);
    if (!parts) return parts.error();
    return Workbook(*std::move(parts), limits, visitor).run();
}

}  // namespace xueshi::tables
