// What std::visit does, without a table of functions: each alternative is asked after in turn, so that a caller's code
// is called directly. In the client what is called through a table is fetched before the log-in page
// (docs/decisions/0015). For variants of few alternatives.
#pragma once

#include <cstddef>
#include <type_traits>
#include <variant>

namespace xueshi {

template <std::size_t Index = 0, class Variant, class Do>
decltype(auto) with_alternative(Variant&& variant, Do&& act) {
    constexpr std::size_t kCount = std::variant_size_v<std::remove_cvref_t<Variant>>;
    if constexpr (Index + 1 < kCount) {
        if (variant.index() != Index) return with_alternative<Index + 1>(variant, act);
    }
    return act(*std::get_if<Index>(&variant));
}

}  // namespace xueshi
