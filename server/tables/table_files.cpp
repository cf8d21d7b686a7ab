#include "server/tables/table_files.h"

#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "server/tables/csv_text.h"
#include "server/tables/workbook_reader.h"
#include "server/tables/workbook_writer.h"

namespace xueshi::tables {
namespace {

namespace fs = std::filesystem;

class CsvWriter final : public TableWriter {
  public:
    CsvWriter(const fs::path& file, Charset charset)
        : name_(file.string()), charset_(charset), out_(file, std::ios::binary | std::ios::trunc) {
        if (charset_ == Charset::Utf8) out_ << kUtf8Mark;
    }

    void write(const std::vector<Cell>& row) override {
        const std::string line = csv_line(row);
        if (charset_ == Charset::Utf8) {
            out_ << line;
        } else {
            const auto bytes = to_gb18030(line);
            if (!bytes) throw std::runtime_error(name_ + ": a text is not UTF-8");
            out_ << *bytes;
        }
        if (!out_) throw std::runtime_error("cannot write " + name_);
    }
    void finish() override {
        out_.close();
        if (!out_) throw std::runtime_error("cannot write " + name_);
    }

  private:
    const std::string name_;
    const Charset charset_;
    std::ofstream out_;
};

// Beside its place first; what an interrupted writing leaves is removed.
class PlacedWriter final : public TableWriter {
  public:
    PlacedWriter(fs::path file, TableFormat format, Charset charset)
        : file_(std::move(file)), beside_(file_.string() + ".new-" + std::to_string(::getpid())) {
        if (fs::is_directory(file_)) throw std::runtime_error(file_.string() + " is a folder");
        if (format == TableFormat::Xlsx) {
            writer_ = write_workbook(beside_);
        } else {
            writer_ = std::make_unique<CsvWriter>(beside_, charset);
        }
    }
    ~PlacedWriter() override {
        writer_.reset();
        std::error_code ignored;
        fs::remove(beside_, ignored);
    }
    PlacedWriter(const PlacedWriter&) = delete;
    PlacedWriter& operator=(const PlacedWriter&) = delete;

    void write(const std::vector<Cell>& row) override { writer_->write(row); }
    void finish() override {
        writer_->finish();
        std::error_code problem;
        fs::rename(beside_, file_, problem);
        if (problem) throw std::runtime_error(file_.string() + ": " + problem.message());
    }

  private:
    const fs::path file_;
    const fs::path beside_;
    std::unique_ptr<TableWriter> writer_;
};

}  // namespace

Outcome read_table(std::string_view bytes, const TableLimits& limits, const RowVisitor& visitor) {
    if (bytes.size() > limits.most_bytes) return make_error(kTableTooLarge, "file", "too many bytes");
    if (is_workbook(bytes)) return read_workbook(bytes, limits, visitor);
    const auto text = text_of_bytes(bytes);
    if (!text) return text.error();
    return read_csv_text(*text, limits, visitor);
}

Result<std::string> table_bytes(const fs::path& file, const TableLimits& limits) {
    std::error_code problem;
    if (!fs::is_regular_file(file, problem)) return make_error(kTableMissing, file.string(), "there is no such file");
    const std::uintmax_t size = fs::file_size(file, problem);
    if (!problem && size > limits.most_bytes) return make_error(kTableTooLarge, "file", "too many bytes");
    std::ifstream in(file, std::ios::binary);
    std::string bytes(problem ? 0 : static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (problem || !in) return make_error(kTableMissing, file.string(), "it cannot be read");
    return bytes;
}

std::unique_ptr<TableWriter> write_table(const fs::path& file, TableFormat format, Charset charset) {
    return std::make_unique<PlacedWriter>(file, format, charset);
}

}  // namespace xueshi::tables
