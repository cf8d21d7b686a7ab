#include "server/tables/csv_text.h"

#include <algorithm>
#include <array>

namespace xueshi::tables {
namespace {

// The full-width ones are formulas to some spreadsheets, too.
constexpr std::array<std::string_view, 11> kFormulaBegins = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool begins_formula(std::string_view cell) {
    while (cell.starts_with('\'')) cell.remove_prefix(1);
    return std::any_of(kFormulaBegins.begin(), kFormulaBegins.end(),
                       [cell](std::string_view begin) { return cell.starts_with(begin); });
}

class CsvReading {
  public:
    CsvReading(std::string_view text, const TableLimits& limits, const RowVisitor& visitor)
        : text_(text), limits_(limits), visitor_(visitor) {}

    Outcome run() {
        while (at_ < text_.size()) {
            if (Outcome outcome = read_row(); !outcome) return outcome;
        }
        return Done{};
    }

  private:
    Error refuse(ErrorCode code, std::string detail) const {
        return make_error(code, "line " + std::to_string(line_), std::move(detail));
    }

    Outcome read_row() {
        row_.line = line_;
        row_.cells.clear();
        bool is_last = false;
        while (!is_last) {
            if (row_.cells.size() == limits_.most_columns) return refuse(kTableTooLarge, "too many columns");
            cell_.clear();
            const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
            if (Outcome outcome = is_quoted ? read_quoted() : read_plain(); !outcome) return outcome;
            if (cell_.size() > limits_.most_cell_bytes) return refuse(kTableTooLarge, "a cell is too long");
            row_.cells.emplace_back(without_harmlessness(cell_));
            is_last = at_ >= text_.size() || text_[at_] != ',';
            if (!is_last) ++at_;
        }
        pass_line_end();
        const bool is_empty = std::all_of(row_.cells.begin(), row_.cells.end(), [](const auto& cell) { return cell.empty(); });
        if (is_empty) return Done{};
        if (++rows_ > limits_.most_rows) return refuse(kTableTooLarge, "too many rows");
        return visitor_(row_);
    }

    Outcome read_plain() {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        cell_.assign(text_.substr(at_, end - at_));
        at_ = end;
        return Done{};
    }

    Outcome read_quoted() {
        ++at_;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos) return refuse(kTableBroken, "a quote that does not end");
            append_counted(text_.substr(at_, quote - at_));
            if (cell_.size() > limits_.most_cell_bytes) return refuse(kTableTooLarge, "a cell is too long");
            at_ = quote + 1;
            if (at_ >= text_.size() || text_[at_] != '"') break;
            cell_ += '"';
            ++at_;
        }
        const bool is_ended = at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\r' || text_[at_] == '\n';
        return is_ended ? Outcome(Done{}) : refuse(kTableBroken, "text after a quoted cell");
    }

    void append_counted(std::string_view piece) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const bool is_lone_return = piece[i] == '\r' && (i + 1 == piece.size() || piece[i + 1] != '\n');
            if (piece[i] == '\n' || is_lone_return) ++line_;
        }
        cell_ += piece;
    }

    void pass_line_end() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        else if (at_ < text_.size() && text_[at_] == '\n') { ++at_; ++line_; return; }
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    std::string_view text_;
    const TableLimits& limits_;
    const RowVisitor& visitor_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t rows_ = 0;
    TableRow row_;
    std::string cell_;
};

}  // namespace

std::string made_harmless(std::string_view cell) {
    return begins_formula(cell) ? "'" + std::string(cell) : std::string(cell);
}

std::string_view without_harmlessness(std::string_view cell) {
    if (cell.starts_with('\'') && begins_formula(cell)) cell.remove_prefix(1);
    return cell;
}

Outcome read_csv_text(std::string_view text, const TableLimits& limits, const RowVisitor& visitor) {
    return CsvReading(text, limits, visitor).run();
}

std::string csv_line(const std::vector<Cell>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) line += ',';
        const std::string cell = row[i].is_number ? row[i].text : made_harmless(row[i].text);
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell) {
            if (c == '"') line += '"';
            line += c;
        }
        line += '"';
    }
    return line + "\r\n";
}

}  // namespace xueshi::tables
