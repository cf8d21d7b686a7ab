#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/app/event.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/hour_projection.h"
#include "server/authority/hour_recording.h"
#include "server/bureau/import_run.h"
#include "server/store/feed_reading.h"

namespace xueshi::bureau {
namespace {

class ImportUndo {
  public:
    ImportUndo(store::Transaction& transaction, const ImportId& id, Instant now)
        : transaction_(transaction), id_(id), now_(now) {}

    Result<UndoReport> run() {
        const auto known = find_import(transaction_, id_);
        if (!known) return make_error(kUnknownImport, id_.text);
        UndoReport report;
        report.was_withdrawn = known->is_withdrawn;
        if (report.was_withdrawn) return report;
        if (known->kind == ImportKind::Results) {
            withdraw_results(known->facts, report);
        } else {
            for (const ImportedFact& fact : known->facts) take_back_record(fact, report);
        }
        ImportJournal(transaction_, stamps_).withdraw(id_, now_);
        return report;
    }

  private:
    // One fact for each teacher takes back all that the import said of them.
    void withdraw_results(const std::vector<ImportedFact>& facts, UndoReport& report) {
        std::set<std::string> told;
        for (const ImportedFact& fact : facts) {
            ++report.taken_back;
            if (!told.insert(fact.teacher_id.text).second) continue;
            const std::string feed = "teacher:" + fact.teacher_id.text;
            const Stamp stamp = stamps_.next(transaction_, feed, now_);
            transaction_.append(
                feed, authority::envelope_of(codec::encode_ledger_event(ledger::ImportWithdrawn{id_, now_}), stamp));
        }
    }

    // As it was before the import; without hours when it was not there.
    void take_back_record(const ImportedFact& fact, UndoReport& report) {
        const std::string feed = "teacher:" + fact.teacher_id.text;
        std::map<Stamp, ledger::HourRecord> versions;
        authority::ProjectedHours hours;
        store::read_since(transaction_, feed, 0, [&](const sync::Envelope& envelope) {
            authority::apply(hours, envelope);
            if (envelope.type != "hours.recorded") return;
            auto event = codec::decode_event(envelope.type, envelope.payload);
            if (!event) throw store::StoreFailure("A stored event cannot be read: " + event.error().subject);
            auto& record = std::get<app::HoursRecorded>(*event).record;
            if (record.id == fact.record_id) versions[envelope.stamp] = std::move(record);
        });
        const auto imported = versions.find(parse_stamp(fact.stamp).value_or(Stamp{}));
        if (imported == versions.end() || std::next(imported) != versions.end()) {
            ++report.left;
            return;
        }
        ledger::HourRecord record = imported->second;
        if (imported == versions.begin()) {
            record.hours = {};
            record.remark = "导入已撤回";
        } else {
            record = std::prev(imported)->second;
        }
        authority::record_hours(transaction_, stamps_, feed, hours.ledger, std::move(record), now_);
        ++report.taken_back;
    }

    store::Transaction& transaction_;
    const ImportId& id_;
    const Instant now_;
    authority::ServerStamps stamps_;
};

}  // namespace

Result<UndoReport> undo_import(store::EventStore& event_store, const ImportId& id, Instant now) {
    std::optional<UndoReport> report;
    const Outcome kept = event_store.write([&](store::Transaction& transaction) -> Outcome {
        const auto undone = ImportUndo(transaction, id, now).run();
        if (!undone) return undone.error();
        report = *undone;
        return Done{};
    });
    if (!kept) return kept.error();
    return *report;
}

}  // namespace xueshi::bureau
