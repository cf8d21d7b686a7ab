// Rule packs as JSON (core/packs, docs/formats/rule-packs.md): strict, every figure with its source.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/rules/rule_pack.h"

namespace xueshi::codec {

Result<rules::AnnualPack> decode_annual_pack(std::string_view bytes);
Result<rules::PhasePack> decode_phase_pack(std::string_view bytes);

// The packs that ship with the program. A broken one is a bug of the build and asserts.
rules::RuleBook built_in_rules();

}  // namespace xueshi::codec
