// Log lines: one JSON object per line, real UTC time, safe against whatever the fields hold.
//
// Never logged: names, log-in names, passwords, tokens, bodies. People appear by account id only.
#pragma once

#include <cstdint>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace xueshi::http {

enum class LogLevel : std::uint8_t { Info, Warning, Error };

using LogValue = std::variant<std::string, std::int64_t>;
using LogFields = std::vector<std::pair<std::string_view, LogValue>>;

class JsonLog {
  public:
    explicit JsonLog(std::ostream& out) : out_(out) {}

    // `event` is a stable name ("request", "started"). Thread-safe; a line is written in one piece.
    void line(LogLevel level, std::string_view event, const LogFields& fields);

  private:
    std::ostream& out_;
    std::mutex mutex_;
};

std::int64_t real_now_ms();                 // UTC milliseconds
std::string utc_text(std::int64_t utc_ms);  // "2026-01-31T08:00:00.123Z"

}  // namespace xueshi::http
