// Result<T>: the answer of anything that can be refused. Either a value or an Error, never both.
//
// The caller must look (`[[nodiscard]]`). Reading the wrong side is a bug and asserts; there are no
// exceptions in core. The two-line early return is the idiom:
//
//     auto pack = find_rule_pack(year);
//     if (!pack) return pack.error();
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "core/base/error.h"

namespace xueshi {

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    T& value() & {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&content_);
    }

  private:
    std::variant<T, Error> content_;
};

// For calls that answer nothing but may be refused.
struct Done {};
using Outcome = Result<Done>;

}  // namespace xueshi
