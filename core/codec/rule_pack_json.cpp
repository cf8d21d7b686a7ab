#include "core/codec/rule_pack_json.h"

#include <cassert>

#include "core/codec/domain_reader.h"
#include "core/packs/embedded_packs.h"

namespace xueshi::codec {
namespace {

using rules::AnnualPack;
using rules::PhasePack;

constexpr std::string_view kAnnualSchema = "xueshi.rules.annual/1";
constexpr std::string_view kPhaseSchema = "xueshi.rules.phase/1";

void expect_schema(ObjectReader& object, std::string_view schema) {
    if (object.text("schema") != schema) object.complain(kOutOfRange, "schema");
}

DeciHours read_whole_hours(ObjectReader& object, std::string_view key) {
    return whole_hours(object.whole(key, 0, kMaxDeciHours / 10));
}

// Runs `read` over the object at `key`, handing complaints up.
template <class Read>
void read_member(ObjectReader& object, std::string_view key, Read read) {
    const JsonValue* member = object.object(key);
    if (member == nullptr) return;
    ObjectReader inner(*member, object.path_of(key));
    read(inner);
    if (const Outcome outcome = inner.finish(); !outcome) {
        object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
}

template <class Read>
void read_each(ObjectReader& object, std::string_view key, Read read) {
    const auto& items = object.array(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        ObjectReader inner(items[i], object.path_of(key, i));
        read(inner);
        if (const Outcome outcome = inner.finish(); !outcome) {
            object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
        }
    }
}

rules::HourMatch read_match(ObjectReader& object) {
    rules::HourMatch match;
    read_member(object, "match", [&](ObjectReader& inner) {
        if (inner.has("category")) match.category = read_enum<HourCategory>(inner, "category");
        match.tag = inner.text_or("tag", {});
    });
    return match;
}

rules::Requirement read_requirement(ObjectReader& object) {
    rules::Requirement requirement;
    requirement.id = object.text("id");
    requirement.name = read_localized(object, "name");
    requirement.short_name = read_localized(object, "short_name");
    requirement.match = read_match(object);
    requirement.minimum = read_whole_hours(object, "minimum");
    requirement.source = read_localized(object, "source");
    return requirement;
}

rules::Cap read_cap(ObjectReader& object) {
    rules::Cap cap;
    cap.id = object.text("id");
    cap.name = read_localized(object, "name");
    cap.match = read_match(object);
    cap.maximum = read_whole_hours(object, "maximum");
    cap.source = read_localized(object, "source");
    return cap;
}

rules::Milestone read_milestone(ObjectReader& object) {
    rules::Milestone milestone;
    milestone.id = object.text("id");
    milestone.date = read_date(object, "date");
    milestone.title = read_localized(object, "title");
    milestone.note = read_localized(object, "note");
    milestone.source = read_localized(object, "source");
    milestone.is_deadline = object.boolean_or("deadline", false);
    milestone.audience = read_texts(object, "audience");
    return milestone;
}

std::vector<AllocatedYear> read_years(ObjectReader& object, std::string_view key) {
    std::vector<AllocatedYear> years;
    const auto& items = object.array(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto year = parse_whole_number(items[i].text, 1900, 2999);
        if (items[i].kind != JsonValue::Kind::Number || !year) {
            object.complain(kOutOfRange, object.path_of(key, i), "expected a year");
        }
        years.push_back({static_cast<std::int32_t>(year.value_or(0))});
    }
    return years;
}

}  // namespace

Result<AnnualPack> decode_annual_pack(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    AnnualPack pack;
    expect_schema(object, kAnnualSchema);
    pack.id = object.text("id");
    pack.first_year = read_year(object, "first_year");
    if (object.has("last_year")) pack.last_year = read_year(object, "last_year");
    pack.hours_per_day = read_whole_hours(object, "hours_per_day");
    read_each(object, "requirements",
              [&](ObjectReader& inner) { pack.requirements.push_back(read_requirement(inner)); });
    read_each(object, "caps", [&](ObjectReader& inner) { pack.caps.push_back(read_cap(inner)); });
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return pack;
}

Result<PhasePack> decode_phase_pack(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    PhasePack pack;
    expect_schema(object, kPhaseSchema);
    pack.id = object.text("id");
    pack.year = read_year(object, "year");
    pack.phase_no = static_cast<int>(object.whole("phase_no", 1, 9));
    pack.title = read_localized(object, "title");
    read_member(object, "selection", [&](ObjectReader& inner) {
        pack.selection_opens = read_date(inner, "opens");
        pack.selection_closes = read_date(inner, "closes");
        pack.selection_source = read_localized(inner, "source");
    });
    read_member(object, "term", [&](ObjectReader& inner) {
        pack.term_from = read_date(inner, "from");
        pack.term_to = read_date(inner, "to");
        pack.term_source = read_localized(inner, "source");
    });
    read_member(object, "payment",
                [&](ObjectReader& inner) { pack.payer_source = read_localized(inner, "source"); });
    read_member(object, "allocation", [&](ObjectReader& inner) {
        pack.allocation.annual_years = read_years(inner, "annual_years");
        pack.allocation.annual_source = read_localized(inner, "annual_source");
        pack.allocation.make_up_years = read_years(inner, "make_up_years");
        pack.allocation.make_up_source = read_localized(inner, "make_up_source");
        pack.allocation.allocates_public = inner.boolean_or("public_subject", true);
    });
    if (object.has("programme")) {
        read_member(object, "programme", [&](ObjectReader& inner) {
            pack.programme.required_themes = read_texts(inner, "required_themes");
            pack.programme.source = read_localized(inner, "source");
        });
    }
    read_each(object, "requirements",
              [&](ObjectReader& inner) { pack.requirements.push_back(read_requirement(inner)); });
    read_each(object, "milestones",
              [&](ObjectReader& inner) { pack.milestones.push_back(read_milestone(inner)); });
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return pack;
}

rules::RuleBook built_in_rules() {
    rules::RuleBook book;
    for (const packs::EmbeddedFile& file : packs::embedded_files()) {
        if (file.path.ends_with("/annual.json")) {
            Result<AnnualPack> pack = decode_annual_pack(file.bytes);
            assert(pack.ok());
            if (pack) book.add(*std::move(pack));
        } else {
            Result<PhasePack> pack = decode_phase_pack(file.bytes);
            assert(pack.ok());
            if (pack) book.add(*std::move(pack));
        }
    }
    return book;
}

}  // namespace xueshi::codec
