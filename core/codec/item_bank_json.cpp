// Reading of xueshi.diagnostic.bank/1 (declared in diagnostic_json.h and measured_item.h).
#include <array>

#include "core/codec/diagnostic_json.h"
#include "core/codec/measured_item.h"
#include "core/codec/real_member.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

using diagnostic::Item;

// What the product keeps beside the parameters; measuring does not read it.
constexpr std::array<std::string_view, 6> kProductFields = {
    "level", "indicators", "text", "options", "version", "exposure"};

std::vector<double> read_thresholds(ObjectReader& object) {
    std::vector<double> thresholds;
    const auto& values = object.array("b");
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].kind != JsonValue::Kind::Number) {
            object.complain(kMalformed, object.path_of("b", i), "expected a number");
        }
        thresholds.push_back(real_of(values[i]));
    }
    return thresholds;
}

// Which parameters there are is the model's matter; one it does not have is an unknown field.
void read_parameters(ObjectReader& object, Item& item) {
    const std::string model = object.text("model");
    if (model == "grm") {
        item.discrimination = read_real(object, "a");
        item.thresholds = read_thresholds(object);
        return;
    }
    if (model != "1pl" && model != "2pl" && model != "3pl") {
        object.complain(kOutOfRange, object.path_of("model"), "expected 1pl, 2pl, 3pl or grm");
        for (const std::string_view parameter : {"a", "b", "c"}) (void)object.any(parameter);
        return;
    }
    if (model != "1pl") item.discrimination = read_real(object, "a");
    item.thresholds = {read_real(object, "b")};
    if (model == "3pl") item.guessing = read_real(object, "c");
}

std::vector<std::string> read_limits(ObjectReader& object, std::string_view key) {
    std::vector<std::string> names;
    const auto& items = object.array_or_empty(key);
    if (object.has(key) && items.empty()) {
        object.complain(kMalformed, object.path_of(key), "expected a list of at least one name");
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != JsonValue::Kind::String) {
            object.complain(kMalformed, object.path_of(key, i), "expected a text");
        }
        names.push_back(items[i].text);
    }
    return names;
}

}  // namespace

Item read_measured_item(ObjectReader& object) {
    Item item;
    item.id = object.text("id");
    read_parameters(object, item);
    item.domain = object.text("domain");
    item.stages = read_limits(object, "stages");
    item.subjects = read_limits(object, "subjects");
    return item;
}

Outcome finish_item(ObjectReader& object, const Item& item) {
    const Outcome outcome = object.finish();
    if (outcome) return outcome;
    Error error = outcome.error();
    if (!item.id.empty()) error.detail += " (item \"" + item.id + "\")";
    return error;
}

namespace {

Result<Item> read_item(const JsonValue& value, std::string path) {
    ObjectReader object(value, std::move(path));
    Item item = read_measured_item(object);
    for (const std::string_view field : kProductFields) (void)object.any(field);
    if (auto outcome = finish_item(object, item); !outcome) return outcome.error();
    return item;
}

}  // namespace

Result<diagnostic::ItemBank> read_item_bank(std::string_view bytes) {
    auto json = parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    if (document.text("schema") != kItemBankSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(kItemBankSchema));
    }
    diagnostic::ItemBank bank;
    const auto& items = document.array("items");
    (void)document.any("version");
    if (auto outcome = document.finish(); !outcome) return outcome.error();
    bank.items.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto item = read_item(items[i], document.path_of("items", i));
        if (!item) return item.error();
        bank.items.push_back(std::move(*item));
    }
    if (auto outcome = diagnostic::validate(bank); !outcome) return outcome.error();
    return bank;
}

}  // namespace xueshi::codec
