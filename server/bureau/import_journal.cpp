#include "server/bureau/import_journal.h"

#include <utility>

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "server/authority/decided_envelope.h"
#include "server/store/feed_reading.h"

namespace xueshi::bureau {
namespace {

constexpr std::string_view kBegun = "import.begun";
constexpr std::string_view kNoted = "import.rows_recorded";
constexpr std::string_view kEnded = "import.ended";
constexpr std::string_view kWithdrawn = "import.withdrawn";
constexpr std::size_t kMostFacts = 100'000;

std::string_view name_of(ImportKind kind) { return kind == ImportKind::Results ? "results" : "completions"; }

codec::JsonValue document_of(const std::string& payload) {
    auto document = codec::parse_json(payload);
    if (!document) throw store::StoreFailure("A stored event cannot be read: " + document.error().subject);
    return *std::move(document);
}

ImportedFact read_fact(codec::ObjectReader& object) {
    ImportedFact fact;
    fact.teacher_id = codec::read_id<TeacherKind>(object, "teacher_id");
    fact.record_id = codec::read_id_or_none<HourRecordKind>(object, "record_id");
    fact.stamp = object.text_or("stamp", {});
    return fact;
}

}  // namespace

void ImportJournal::append(std::string_view type, std::string payload, Instant at) {
    const Stamp stamp = stamps_.next(transaction_, kImportsFeed, at);
    transaction_.append(kImportsFeed, authority::envelope_of({std::string(type), std::move(payload)}, stamp));
}

void ImportJournal::begin(const ImportBegun& begun) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("import_id", begun.import_id.text);
        json.member("kind", name_of(begun.kind));
        json.member("file_name", begun.file_name);
        json.member("content_hash", begun.content_hash);
        json.member("at_ms", begun.at.utc_ms);
    });
    append(kBegun, json.take(), begun.at);
}

void ImportJournal::note(const ImportId& import, const std::vector<ImportedFact>& facts, Instant at) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("import_id", import.text);
        json.member_array("facts", [&] {
            for (const ImportedFact& fact : facts) {
                json.object([&] {
                    json.member("teacher_id", fact.teacher_id.text);
                    if (!fact.record_id.empty()) json.member("record_id", fact.record_id.text);
                    if (!fact.stamp.empty()) json.member("stamp", fact.stamp);
                });
            }
        });
        json.member("at_ms", at.utc_ms);
    });
    append(kNoted, json.take(), at);
}

void ImportJournal::end(const ImportEnded& ended) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("import_id", ended.import_id.text);
        json.member("recorded", ended.recorded);
        json.member("unchanged", ended.unchanged);
        json.member("refused", ended.refused);
        json.member("cancelled", ended.was_cancelled);
        json.member("at_ms", ended.at.utc_ms);
    });
    append(kEnded, json.take(), ended.at);
}

void ImportJournal::withdraw(const ImportId& import, Instant at) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("import_id", import.text);
        json.member("at_ms", at.utc_ms);
    });
    append(kWithdrawn, json.take(), at);
}

std::optional<KnownImport> find_import(store::StoreView& view, const ImportId& id) {
    std::optional<KnownImport> found;
    store::read_since(view, kImportsFeed, 0, [&](const sync::Envelope& envelope) {
        const codec::JsonValue document = document_of(envelope.payload);
        const codec::JsonValue* import = document.find("import_id");
        if (import == nullptr || import->text != id.text) return;
        if (envelope.type == kBegun) {
            const codec::JsonValue* kind = document.find("kind");
            const bool is_results = kind != nullptr && kind->text == name_of(ImportKind::Results);
            found = KnownImport{is_results ? ImportKind::Results : ImportKind::Completions, {}, false};
        } else if (envelope.type == kNoted && found) {
            codec::ObjectReader object(document, {});
            auto facts = codec::read_objects<ImportedFact>(object, "facts", kMostFacts, read_fact);
            if (!object.is_good()) throw store::StoreFailure("A stored import cannot be read");
            found->facts.insert(found->facts.end(), std::make_move_iterator(facts.begin()),
                                std::make_move_iterator(facts.end()));
        } else if (envelope.type == kWithdrawn && found) {
            found->is_withdrawn = true;
        }
    });
    return found;
}

}  // namespace xueshi::bureau
