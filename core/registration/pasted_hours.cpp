#include "core/registration/pasted_hours.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/written_cell.h"
#include "core/registration/activity_checks.h"
#include "core/registration/registration_decide.h"

namespace xueshi::registration {
namespace {

using Cells = std::vector<std::string>;

enum class Column : std::uint8_t { Number, Name, Title, Organiser, From, Until, Hours, None };

struct ColumnName {
    std::string_view text;
    Column column;
};
// As cities' forms call them, and as our own tables do (docs/formats/registration.md).
constexpr std::array kColumnNames = {
    ColumnName{"登录编号", Column::Number},      ColumnName{"教师编号", Column::Number},
    ColumnName{"编号", Column::Number},          ColumnName{"工号", Column::Number},
    ColumnName{"teacher_number", Column::Number}, ColumnName{"姓名", Column::Name},
    ColumnName{"name", Column::Name},            ColumnName{"活动名称", Column::Title},
    ColumnName{"活动", Column::Title},           ColumnName{"培训名称", Column::Title},
    ColumnName{"title", Column::Title},          ColumnName{"主办单位", Column::Organiser},
    ColumnName{"organiser", Column::Organiser},  ColumnName{"日期", Column::From},
    ColumnName{"开始日期", Column::From},        ColumnName{"from", Column::From},
    ColumnName{"结束日期", Column::Until},       ColumnName{"until", Column::Until},
    ColumnName{"学时", Column::Hours},           ColumnName{"hours", Column::Hours},
};

Column column_of(std::string_view name) {
    for (const ColumnName& each : kColumnNames) {
        if (each.text == name) return each.column;
    }
    return Column::None;
}

// A cell that holds line ends or quotes is quoted, as in a table of text.
std::vector<std::pair<std::size_t, Cells>> rows_of(std::string_view text) {
    std::vector<std::pair<std::size_t, Cells>> rows;
    std::size_t line = 1, begin = 1;
    Cells cells;
    std::string cell;
    bool is_quoted = false;
    const auto end_cell = [&] { cells.push_back(std::string(trimmed_cell(std::exchange(cell, {})))); };
    const auto end_row = [&] {
        end_cell();
        const bool has_text = std::any_of(cells.begin(), cells.end(), [](const std::string& each) { return !each.empty(); });
        if (has_text) rows.emplace_back(begin, std::move(cells));
        cells.clear();
        begin = line + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_quoted) {
            const bool is_pair = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (is_pair) ++i;
            if (c == '"' && !is_pair) is_quoted = false;
            else cell += c == '\n' || c == '\r' ? ' ' : c;
        } else if (c == '"' && cell.empty()) {
            is_quoted = true;
        } else if (c == '\t') {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else {
            cell += c;
        }
        if (c == '\n') ++line;
    }
    end_row();
    return rows;
}

// The numbers of a line that holds nothing else but blanks and commas, of either width; none for any other line.
std::vector<std::string> numbers_alone(std::string_view line) {
    std::vector<std::string> numbers = login_numbers_in(line);
    std::size_t bytes = 0;
    for (const std::string& number : numbers) bytes += number.size();
    for (const std::string_view separator : {" ", ",", ";", "，", "、", "；", "　"}) {
        for (std::size_t at = line.find(separator); at != line.npos; at = line.find(separator, at + separator.size())) {
            bytes += separator.size();
        }
    }
    return bytes == line.size() ? numbers : std::vector<std::string>{};
}

std::optional<std::vector<Column>> headings_of(const Cells& cells) {
    std::vector<Column> columns;
    for (const std::string& cell : cells) columns.push_back(column_of(cell));
    const bool has_number = std::find(columns.begin(), columns.end(), Column::Number) != columns.end();
    return has_number ? std::optional(std::move(columns)) : std::nullopt;
}

// What a row says of the activity, in words.
struct WrittenRow {
    std::string number, name, title, organiser, from, until, hours;

    std::string& of(Column column) {
        switch (column) {
            case Column::Number: return number;
            case Column::Name: return name;
            case Column::Title: return title;
            case Column::Organiser: return organiser;
            case Column::From: return from;
            case Column::Until: return until;
            case Column::Hours:
            case Column::None: break;
        }
        return hours;
    }
};

WrittenRow named_row(const Cells& cells, const std::vector<Column>& columns) {
    WrittenRow row;
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        if (columns[i] != Column::None && row.of(columns[i]).empty()) row.of(columns[i]) = cells[i];
    }
    return row;
}

// The number first; days and hours by their form; of two texts the first is the person's name, of one it is the
// activity's, unless that was typed for all.
WrittenRow told_row(const Cells& cells, bool has_title) {
    WrittenRow row;
    row.number = cells.front();
    std::vector<std::string> texts;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const std::string& cell = cells[i];
        if (cell.empty()) continue;
        if (parse_written_date(cell)) {
            (row.from.empty() ? row.from : row.until) = cell;
        } else if (parse_hours(cell)) {
            row.hours = cell;
        } else {
            texts.push_back(cell);
        }
    }
    if (texts.size() == 1) (has_title ? row.name : row.title) = texts[0];
    if (texts.size() >= 2) {
        row.name = texts[0];
        row.title = texts[1];
    }
    if (texts.size() >= 3) row.organiser = texts[2];
    return row;
}

// The row's own words before what was typed for all; a day of the row stands for both unless it has two.
CommonActivity joined(const WrittenRow& row, CommonActivity common, std::optional<Error>& problem) {
    const auto complain = [&](std::string_view field) {
        if (!problem) problem = make_error(kOutOfRange, std::string(field));
    };
    if (!row.title.empty()) common.title = row.title;
    if (!row.organiser.empty()) common.organiser = row.organiser;
    if (!row.from.empty()) {
        common.from = parse_written_date(row.from);
        common.until.reset();
        if (!common.from) complain("from");
    }
    if (!row.until.empty()) {
        common.until = parse_written_date(row.until);
        if (!common.until) complain("until");
    }
    if (!row.hours.empty()) {
        common.hours = parse_hours(row.hours);
        if (!common.hours) complain("deci_hours");
    }
    return common;
}

Activity as_far_as_known(const CommonActivity& common) {
    return {.title = common.title,
            .organiser = common.organiser,
            .from = common.from.value_or(CivilDate{}),
            .until = common.until ? *common.until : common.from.value_or(CivilDate{}),
            .hours = common.hours.value_or(DeciHours{}),
            .category = common.category};
}

bool says_the_same(const PastedHours& one, const PastedHours& other) {
    return one.number == other.number && is_same_activity(one.activity, other.activity);
}

}  // namespace

Result<Activity> activity_of(const CommonActivity& common) {
    if (common.title.empty()) return make_error(kOutOfRange, "title");
    if (!common.from) return make_error(kOutOfRange, "from");
    if (!common.hours) return make_error(kOutOfRange, "deci_hours");
    return as_far_as_known(common);
}

std::size_t PastedTable::problems() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const PastedHours& row) { return row.problem.has_value(); }));
}

PastedTable read_pasted_hours(std::string_view text, const CommonActivity& common, ledger::HourSource source,
                              CivilDate today, const rules::RuleBook& rules) {
    PastedTable table;
    std::optional<std::vector<Column>> columns;
    bool is_first = true;
    const auto add = [&](std::size_t line, const WrittenRow& written) {
        if (table.rows.size() == kMostPastedRows) {
            table.is_cut = true;
            return;
        }
        PastedHours row{.line = line, .number = written.number, .name = written.name, .activity = {}, .problem = {}};
        if (!is_login_number(row.number)) row.problem = make_error(kOutOfRange, "teacher_number");
        const CommonActivity whole = joined(written, common, row.problem);
        row.activity = as_far_as_known(whole);
        if (!row.problem) {
            if (const auto activity = activity_of(whole); !activity) row.problem = activity.error();
        }
        if (!row.problem) row.problem = check_activity(rules, row.activity, source);
        if (!row.problem) row.problem = check_over(today, row.activity);
        const bool is_repeated = !row.problem && std::any_of(table.rows.begin(), table.rows.end(), [&](const PastedHours& each) {
            return says_the_same(each, row);
        });
        if (is_repeated) row.problem = make_error(kActivityRegistered, row.number);
        table.rows.push_back(std::move(row));
    };
    for (const auto& [line, cells] : rows_of(text)) {
        if (std::exchange(is_first, false)) {
            columns = headings_of(cells);
            if (columns) continue;
        }
        if (columns) {
            add(line, named_row(cells, *columns));
            continue;
        }
        const Cells numbers = cells.size() == 1 ? numbers_alone(cells.front()) : Cells{};
        if (numbers.empty()) add(line, told_row(cells, !common.title.empty()));
        for (const std::string& number : numbers) add(line, told_row({number}, true));
    }
    return table;
}

std::vector<std::string> read_pasted_numbers(std::string_view text) {
    std::vector<std::string> numbers = login_numbers_in(text);
    std::set<std::string> seen;
    std::erase_if(numbers, [&](const std::string& number) { return !seen.insert(number).second; });
    return numbers;
}

}  // namespace xueshi::registration
