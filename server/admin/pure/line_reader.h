// A file line by line, whatever its size.
#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace xueshi::admin {

class LineReader {
  public:
    // Lines over `most_bytes` are not read. The file must outlive the reader.
    LineReader(std::FILE* file, std::size_t most_bytes) : file_(file), most_bytes_(most_bytes) {}

    // The next line without its end, valid until the next call; none at the file's end and when reading stops.
    std::optional<std::string_view> next();

    // Lines answered so far.
    std::size_t count() const { return count_; }
    // After the last line: whether everything was read, and every line was short enough.
    bool is_whole() const { return is_whole_; }

  private:
    bool read_more();

    std::FILE* file_;
    std::size_t most_bytes_;
    std::string bytes_;       // read and not yet answered, from at_ on
    std::size_t at_ = 0;
    std::size_t count_ = 0;
    bool is_at_end_ = false;
    bool is_whole_ = true;
};

}  // namespace xueshi::admin
