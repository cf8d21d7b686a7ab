#include "server/exchange/exchange_bank.h"

#include <utility>

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "core/codec/measured_item.h"
#include "core/codec/real_member.h"
#include "core/codec/strict_json.h"
#include "server/exchange/real_numbers.h"

namespace xueshi::exchange {
namespace {

using codec::JsonValue;
using codec::ObjectReader;

constexpr std::string_view kCredit = "credit";

// Every member but the credit is the text in a language.
LanguageTexts read_language_texts(ObjectReader& object, const JsonValue& value) {
    LanguageTexts texts;
    for (const codec::JsonMember& member : value.members) {
        if (member.key != kCredit) texts[member.key] = object.text(member.key);
    }
    return texts;
}

// The complaint of a part is the whole's.
void finish_part(ObjectReader& whole, ObjectReader& part) {
    if (const Outcome outcome = part.finish(); !outcome) {
        whole.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
}

LanguageTexts read_question(ObjectReader& object) {
    const JsonValue* value = object.any("text");
    if (value == nullptr) return {};
    ObjectReader part(*value, object.path_of("text"));
    LanguageTexts texts = read_language_texts(part, *value);
    finish_part(object, part);
    return texts;
}

std::vector<ExchangeOption> read_options(ObjectReader& object, int highest) {
    std::vector<ExchangeOption> options;
    const auto& values = object.array_or_empty("options");
    for (std::size_t i = 0; i < values.size(); ++i) {
        ObjectReader part(values[i], object.path_of("options", i));
        ExchangeOption option;
        option.credit = static_cast<int>(part.whole(kCredit, 0, highest));
        option.text = read_language_texts(part, values[i]);
        options.push_back(std::move(option));
        finish_part(object, part);
    }
    return options;
}

Result<ExchangeItem> read_item(const JsonValue& value, std::string path) {
    ObjectReader object(value, std::move(path));
    ExchangeItem item;
    item.measured = codec::read_measured_item(object);
    if (const JsonValue* model = value.find("model")) item.model = model->text;
    if (object.has("exposure")) item.measured.exposure = codec::read_real(object, "exposure");
    item.level = object.text_or("level", {});
    item.indicators = codec::read_texts(object, "indicators");
    item.text = read_question(object);
    item.options = read_options(object, item.measured.highest_response());
    if (Outcome outcome = codec::finish_item(object, item.measured); !outcome) {
        return outcome.error();
    }
    return item;
}

void write_texts(codec::JsonWriter& json, const LanguageTexts& texts) {
    for (const auto& [language, text] : texts) json.member(language, text);
}

void write_names(codec::JsonWriter& json,
                 std::string_view key,
                 const std::vector<std::string>& names) {
    if (names.empty()) return;
    json.member_array(key, [&] {
        for (const std::string& name : names) json.value(name);
    });
}

void write_parameters(codec::JsonWriter& json, const ExchangeItem& item) {
    const diagnostic::Item& measured = item.measured;
    if (item.model != "1pl") json.member_raw("a", shortest_real(measured.discrimination));
    if (item.model == "grm") {
        json.member_array("b", [&] {
            for (const double threshold : measured.thresholds) json.raw(shortest_real(threshold));
        });
    } else {
        json.member_raw("b", shortest_real(measured.thresholds.front()));
    }
    if (item.model == "3pl") json.member_raw("c", shortest_real(measured.guessing));
}

std::string write_item(const ExchangeItem& item) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("id", item.measured.id);
        json.member("model", item.model);
        write_parameters(json, item);
        json.member("domain", item.measured.domain);
        if (!item.level.empty()) json.member("level", item.level);
        write_names(json, "indicators", item.indicators);
        write_names(json, "stages", item.measured.stages);
        write_names(json, "subjects", item.measured.subjects);
        if (item.measured.exposure != 1) {
            json.member_raw("exposure", shortest_real(item.measured.exposure));
        }
        if (!item.text.empty()) json.member_object("text", [&] { write_texts(json, item.text); });
        if (item.options.empty()) return;
        json.member_array("options", [&] {
            for (const ExchangeOption& option : item.options) {
                json.object([&] {
                    json.member(kCredit, option.credit);
                    write_texts(json, option.text);
                });
            }
        });
    });
    return json.take();
}

}  // namespace

Result<ExchangeBank> read_exchange_bank(std::string_view bytes) {
    auto json = codec::parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    if (document.text("schema") != codec::kItemBankSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(codec::kItemBankSchema));
    }
    ExchangeBank bank;
    bank.version = document.whole_or("version", 1, kMostBankVersions, 1);
    const auto& items = document.array("items");
    if (Outcome outcome = document.finish(); !outcome) return outcome.error();
    diagnostic::ItemBank measured;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto item = read_item(items[i], document.path_of("items", i));
        if (!item) return item.error();
        measured.items.push_back(item->measured);
        bank.items.push_back(*std::move(item));
    }
    if (Outcome outcome = diagnostic::validate(measured); !outcome) return outcome.error();
    return bank;
}

std::string write_exchange_bank(const ExchangeBank& bank) {
    codec::JsonWriter head;
    head.value(codec::kItemBankSchema);
    std::string text = "{\"schema\":" + head.take();
    text += ",\"version\":" + std::to_string(bank.version) + ",\"items\":[\n";
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        if (i > 0) text += ",\n";
        text += write_item(bank.items[i]);
    }
    return text + "\n]}\n";
}

}  // namespace xueshi::exchange
