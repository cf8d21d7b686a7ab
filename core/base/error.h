// A refusal that travels as a value: a stable code, what it is about, and a detail for logs.
//
// Codes are part of the wire format (problem+json `code`) and of the locale tables, so they are never
// renamed. Each room declares its own codes beside its functions; no room switches over another's.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace xueshi {

// A code says what is wrong, not where ("DeadlinePassed"). Made from literals only.
class ErrorCode {
  public:
    template <std::size_t N>
    consteval explicit ErrorCode(const char (&literal)[N]) : name_(literal, N - 1) {}

    constexpr std::string_view name() const { return name_; }
    friend constexpr bool operator==(ErrorCode a, ErrorCode b) { return a.name_ == b.name_; }

  private:
    std::string_view name_;
};

struct [[nodiscard]] Error {
    ErrorCode code;
    std::string subject;  // the field, id or item the error names; may be empty
    std::string detail;   // one English sentence for logs and the command line; never shown in a view
};

// Codes any reader may answer with.
inline constexpr ErrorCode kMalformed{"Malformed"};        // not the expected shape or type
inline constexpr ErrorCode kUnknownField{"UnknownField"};  // a field the format does not have
inline constexpr ErrorCode kOutOfRange{"OutOfRange"};      // right type, value outside its range

inline Error make_error(ErrorCode code, std::string subject = {}, std::string detail = {}) {
    return Error{code, std::move(subject), std::move(detail)};
}

}  // namespace xueshi
