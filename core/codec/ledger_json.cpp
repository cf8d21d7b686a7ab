#include "core/codec/ledger_json.h"

#include "core/base/alternatives.h"
#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "core/sync/operation.h"

namespace xueshi::codec {

template <>
struct EnumNames<ledger::OfficialVerification> {
    static constexpr std::array<std::string_view, 2> kNames = {"annual", "cycle"};
};

namespace {

using ledger::HoursAllocated;
using ledger::ImportWithdrawn;
using ledger::LedgerFact;
using ledger::YearMove;
using ledger::YearsVerified;

constexpr std::string_view kHoursAllocated = "ledger.hours_allocated";
constexpr std::string_view kYearsVerified = "ledger.years_verified";
constexpr std::string_view kResultImported = "ledger.result_imported";
constexpr std::string_view kImportWithdrawn = "ledger.import_withdrawn";
constexpr std::string_view kAllocate = "ledger.allocate";

void write(JsonWriter& json, const HoursAllocated& fact) {
    json.member("record_id", fact.record_id.text);
    json.member("from_year", fact.from_year.year);
    json.member("to_year", fact.to_year.year);
    json.member("by", fact.by);
    json.member("receipt_id", fact.receipt_id.text);
    json.member("at_ms", fact.at.utc_ms);
}
void read(ObjectReader& object, HoursAllocated& fact) {
    fact.record_id = read_id<HourRecordKind>(object, "record_id");
    fact.from_year = read_year(object, "from_year");
    fact.to_year = read_year(object, "to_year");
    fact.by = object.text("by");
    fact.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    fact.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const YearsVerified& fact) {
    json.member("kind", enum_name(fact.kind));
    json.member("first_year", fact.first_year.year);
    json.member("last_year", fact.last_year.year);
    json.member("passed", fact.has_passed);
    json.member("pack_id", fact.pack_id);
    if (!fact.import_id.empty()) json.member("import_id", fact.import_id.text);
    json.member("at_ms", fact.at.utc_ms);
}
void read(ObjectReader& object, YearsVerified& fact) {
    fact.kind = read_enum<ledger::OfficialVerification>(object, "kind");
    fact.first_year = read_year(object, "first_year");
    fact.last_year = read_year(object, "last_year");
    const bool is_one_year = fact.first_year == fact.last_year;
    const bool is_annual = fact.kind == ledger::OfficialVerification::Annual;
    if (fact.last_year < fact.first_year || (is_annual && !is_one_year)) {
        object.complain(kOutOfRange, object.path_of("first_year"));
    }
    fact.has_passed = object.boolean("passed");
    fact.pack_id = object.text("pack_id");
    fact.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const ImportWithdrawn& fact) {
    json.member("import_id", fact.import_id.text);
    json.member("at_ms", fact.at.utc_ms);
}
void read(ObjectReader& object, ImportWithdrawn& fact) {
    fact.import_id = read_id<ImportKind>(object, "import_id");
    fact.at = read_instant(object, "at_ms");
}

// Of the HR bureau: a type of its own, so that whoever knows results of ours alone keeps it without effect.
void read_imported(ObjectReader& object, YearsVerified& fact) {
    read(object, fact);
    fact.import_id = read_id<ImportKind>(object, "import_id");
}

std::string_view type_of(const LedgerFact& fact) {
    if (std::holds_alternative<HoursAllocated>(fact)) return kHoursAllocated;
    if (std::holds_alternative<ImportWithdrawn>(fact)) return kImportWithdrawn;
    return std::get<YearsVerified>(fact).import_id.empty() ? kYearsVerified : kResultImported;
}

template <class Fact>
Result<LedgerFact> read_as(std::string_view payload, void (*read_fact)(ObjectReader&, Fact&) = &read) {
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    Fact fact;
    read_fact(object, fact);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return LedgerFact{std::move(fact)};
}

}  // namespace

EncodedEvent encode_ledger_event(const LedgerFact& fact) {
    JsonWriter json;
    json.object([&] { with_alternative(fact, [&](const auto& one) { write(json, one); }); });
    return {std::string(type_of(fact)), json.take()};
}

Result<LedgerFact> decode_ledger_event(std::string_view type, std::string_view payload) {
    if (type == kHoursAllocated) return read_as<HoursAllocated>(payload);
    if (type == kYearsVerified) return read_as<YearsVerified>(payload);
    if (type == kResultImported) return read_as<YearsVerified>(payload, &read_imported);
    if (type == kImportWithdrawn) return read_as<ImportWithdrawn>(payload);
    return make_error(sync::kUnknownType, std::string(type));
}

EncodedIntent encode_ledger_intent(const allocation::AllocateHours& command) {
    JsonWriter json;
    json.object([&] {
        json.member_array("moves", [&] {
            for (const YearMove& move : command.moves) {
                json.object([&] {
                    json.member("record_id", move.record_id.text);
                    json.member("year", move.year.year);
                });
            }
        });
    });
    return {std::string(kAllocate), json.take()};
}

Result<allocation::AllocateHours> decode_ledger_intent(std::string_view type, std::string_view payload) {
    if (type != kAllocate) return make_error(sync::kUnknownType, std::string(type));
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    allocation::AllocateHours command;
    // One more than allowed is let through, so that decide can refuse it by its own name.
    command.moves = read_objects<YearMove>(object, "moves", allocation::kMostMoves + 1, [](ObjectReader& move) {
        const auto record = read_id<HourRecordKind>(move, "record_id");
        return YearMove{record, read_year(move, "year")};
    });
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return command;
}

}  // namespace xueshi::codec
