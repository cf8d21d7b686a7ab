#include "server/tables/workbook_writer.h"

#include <charconv>
#include <stdexcept>
#include <string>
#include <utility>

#include <xlsxwriter.h>

namespace xueshi::tables {
namespace {

constexpr double kColumnWidth = 16;

std::string sayable(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') c = ' ';
    }
    return text;
}

class WorkbookWriter final : public TableWriter {
  public:
    explicit WorkbookWriter(const std::filesystem::path& file)
        : file_(file.string()), folder_(file.has_parent_path() ? file.parent_path().string() : std::string(1, '.')) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder_.data();
        workbook_ = workbook_new_opt(file_.c_str(), &options);
        sheet_ = workbook_ == nullptr ? nullptr : workbook_add_worksheet(workbook_, nullptr);
        if (sheet_ == nullptr) throw std::runtime_error("cannot write " + file_);
        text_format_ = workbook_add_format(workbook_);
        format_set_num_format_index(text_format_, 49);  // "@": a number typed over it stays the text it is
    }
    ~WorkbookWriter() override {
        if (workbook_ != nullptr) workbook_close(workbook_);
    }
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    void write(const std::vector<Cell>& row) override {
        if (row_ == 0 && !row.empty()) {
            check(worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(row.size() - 1), kColumnWidth, nullptr));
        }
        for (std::size_t i = 0; i < row.size(); ++i) write(static_cast<lxw_col_t>(i), row[i]);
        ++row_;
    }

    void finish() override {
        lxw_workbook* workbook = std::exchange(workbook_, nullptr);
        check(workbook_close(workbook));
    }

  private:
    void write(lxw_col_t column, const Cell& cell) {
        if (cell.text.empty()) return;
        double number = 0;
        const char* end = cell.text.data() + cell.text.size();
        if (cell.is_number && std::from_chars(cell.text.data(), end, number).ptr == end) {
            return check(worksheet_write_number(sheet_, row_, column, number, nullptr));
        }
        check(worksheet_write_string(sheet_, row_, column, sayable(cell.text).c_str(), text_format_));
    }
    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR) throw std::runtime_error("cannot write " + file_ + ": " + lxw_strerror(error));
    }

    const std::string file_;
    std::string folder_;
    lxw_workbook* workbook_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* text_format_ = nullptr;
    lxw_row_t row_ = 0;
};

}  // namespace

std::unique_ptr<TableWriter> write_workbook(const std::filesystem::path& file) {
    return std::make_unique<WorkbookWriter>(file);
}

}  // namespace xueshi::tables
