#include "server/http/json_log.h"

#include <chrono>

#include "core/base/civil_date.h"
#include "core/codec/json_writer.h"
#include "server/http/clean_text.h"

namespace xueshi::http {
namespace {

std::string_view level_name(LogLevel level) {
    switch (level) {
        case LogLevel::Info:
            return "info";
        case LogLevel::Warning:
            return "warning";
        case LogLevel::Error:
            return "error";
    }
    return "error";
}

}  // namespace

std::int64_t real_now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string utc_text(std::int64_t utc_ms) {
    const auto padded = [](std::int64_t value, std::size_t width) {
        std::string digits = std::to_string(value);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    constexpr std::int64_t kDayMs = 86'400'000;
    const std::int64_t of_day = utc_ms % kDayMs;
    return format_date(CivilDate{static_cast<std::int32_t>(utc_ms / kDayMs)}) + 'T' +
           padded(of_day / 3'600'000, 2) + ':' + padded(of_day / 60'000 % 60, 2) + ':' +
           padded(of_day / 1000 % 60, 2) + '.' + padded(of_day % 1000, 3) + 'Z';
}

void JsonLog::line(LogLevel level, std::string_view event, const LogFields& fields) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("time", utc_text(real_now_ms()));
        json.member("level", level_name(level));
        json.member("event", event);
        for (const auto& field : fields) {
            if (const auto* number = std::get_if<std::int64_t>(&field.second)) {
                json.member(field.first, *number);
            } else {
                json.member(field.first, clean_text(std::get<std::string>(field.second)));
            }
        }
    });
    const std::string text = json.take() + '\n';
    const std::lock_guard lock(mutex_);
    out_ << text << std::flush;
}

}  // namespace xueshi::http
