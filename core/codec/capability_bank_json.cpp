// Reading of the product's xueshi.diagnostic.bank/1 (declared in capability_json.h).
#include <algorithm>
#include <utility>

#include "core/codec/capability_json.h"
#include "core/codec/domain_reader.h"
#include "core/codec/measured_item.h"
#include "core/codec/real_member.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

using diagnostic::CapabilityBank;
using diagnostic::Item;
using diagnostic::ItemContent;
using diagnostic::ItemOption;

constexpr std::int64_t kMostVersions = 9999;

std::vector<std::string> read_indicators(ObjectReader& object) {
    std::vector<std::string> codes;
    const auto& values = object.array("indicators");
    if (values.empty()) {
        object.complain(kMalformed, object.path_of("indicators"), "expected at least one code");
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string& code = values[i].text;
        const bool is_text = values[i].kind == JsonValue::Kind::String && !code.empty();
        if (!is_text || std::find(codes.begin(), codes.end(), code) != codes.end()) {
            object.complain(
                kMalformed, object.path_of("indicators", i), "expected codes, each once");
        }
        codes.push_back(code);
    }
    return codes;
}

// Each credit from 0 to the highest response, once.
std::vector<ItemOption> read_options(ObjectReader& object, int highest) {
    std::vector<ItemOption> options;
    const auto& values = object.array("options");
    const auto is_given = [&](std::int64_t credit) {
        return std::any_of(options.begin(), options.end(), [&](const ItemOption& option) {
            return option.credit == credit;
        });
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        ObjectReader part(values[i], object.path_of("options", i));
        const std::int64_t credit = part.whole("credit", 0, highest);
        if (is_given(credit)) part.complain(kMalformed, part.path_of("credit"), "given twice");
        options.push_back({static_cast<int>(credit), {part.text("zh"), part.text("en")}});
        if (auto outcome = part.finish(); !outcome) {
            object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
        }
    }
    if (options.size() != static_cast<std::size_t>(highest) + 1) {
        object.complain(
            kMalformed, object.path_of("options"), "expected one more than the thresholds");
    }
    return options;
}

double read_exposure(ObjectReader& object) {
    return object.has("exposure") ? read_real(object, "exposure") : 1;
}

// The item's place in both lists, or what is wrong with it.
Outcome read_item(const JsonValue& value, std::string path, CapabilityBank& bank) {
    ObjectReader object(value, std::move(path));
    if (value.kind == JsonValue::Kind::Object && value.find("model") != nullptr &&
        value.find("model")->text != "grm") {
        object.complain(kOutOfRange, object.path_of("model"), "expected grm");
    }
    Item item = read_measured_item(object);
    item.exposure = read_exposure(object);
    ItemContent content;
    const auto dimension = diagnostic::parse_dimension(item.domain);
    if (!dimension) object.complain(kOutOfRange, object.path_of("domain"), "not a dimension");
    content.dimension = dimension.value_or(diagnostic::Dimension::Literacy);
    if (object.text("level") != diagnostic::level_name(bank.level)) {
        object.complain(kOutOfRange, object.path_of("level"), "expected that of the other items");
    }
    content.indicators = read_indicators(object);
    content.text = read_localized(object, "text");
    content.options = read_options(object, item.highest_response());
    if (auto outcome = finish_item(object, item); !outcome) return outcome;
    bank.measured.items.push_back(std::move(item));
    bank.contents.push_back(std::move(content));
    return Done{};
}

// A bank is of the level of its first item; what that item says is held by read_item.
diagnostic::CapabilityLevel level_of(const std::vector<JsonValue>& items) {
    const JsonValue* level = items.empty() ? nullptr : items.front().find("level");
    const auto parsed = level == nullptr ? std::nullopt : diagnostic::parse_level(level->text);
    return parsed.value_or(diagnostic::CapabilityLevel::OptimiseTeaching);
}

}  // namespace

Result<CapabilityBank> read_capability_bank(std::string_view bytes) {
    auto json = parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    if (document.text("schema") != kItemBankSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(kItemBankSchema));
    }
    CapabilityBank bank;
    bank.version = document.whole("version", 1, kMostVersions);
    const auto& items = document.array("items");
    if (auto outcome = document.finish(); !outcome) return outcome.error();
    bank.level = level_of(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto outcome = read_item(items[i], document.path_of("items", i), bank);
        if (!outcome) return outcome.error();
    }
    if (auto outcome = diagnostic::validate(bank.measured); !outcome) return outcome.error();
    return bank;
}

}  // namespace xueshi::codec
