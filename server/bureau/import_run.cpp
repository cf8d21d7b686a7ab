#include "server/bureau/import_run.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/auth/session_token.h"

namespace xueshi::bureau {
namespace {

constexpr std::size_t kRowsPerBatch = 1'000;
constexpr std::size_t kIdBytes = 6;

std::string hex_of(const store::Digest& digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

class ImportRun {
  public:
    ImportRun(store::EventStore& event_store, const ImportSource& source, const ImportOptions& options)
        : store_(event_store), source_(source), options_(options), id_(auth::random_hex(kIdBytes)) {
        report_.rows = source.rows;
        report_.errors = source.errors;
    }

    Result<ImportReport> run() {
        const Outcome outcome = options_.mode == ImportMode::RowByRow ? row_by_row() : at_once();
        if (!outcome && !is_put_back_) return outcome.error();
        if (is_begun_) report_.import_id = id_;
        std::stable_sort(report_.errors.begin(), report_.errors.end(),
                         [](const RowError& a, const RowError& b) { return a.line < b.line; });
        return std::move(report_);
    }

  private:
    bool is_cancelled() {
        if (!report_.was_cancelled && options_.is_cancelled) report_.was_cancelled = options_.is_cancelled();
        return report_.was_cancelled;
    }
    void tell(std::size_t done) const {
        if (options_.progress) options_.progress(done, source_.items.size());
    }

    Outcome row_by_row() {
        for (std::size_t from = 0; from < source_.items.size() && !is_cancelled(); from += kRowsPerBatch) {
            const std::size_t to = std::min(from + kRowsPerBatch, source_.items.size());
            const Outcome kept = store_.write([&](store::Transaction& transaction) -> Outcome {
                record(transaction, from, to);
                return Done{};
            });
            if (!kept) return kept;
            tell(to);
        }
        if (!is_begun_) return Done{};
        return store_.write([&](store::Transaction& transaction) -> Outcome {
            end(transaction);
            return Done{};
        });
    }

    Outcome at_once() {
        bool was_begun = false;
        const Outcome kept = store_.write([&](store::Transaction& transaction) -> Outcome {
            for (std::size_t from = 0; from < source_.items.size() && !is_cancelled(); from += kRowsPerBatch) {
                const std::size_t to = std::min(from + kRowsPerBatch, source_.items.size());
                record(transaction, from, to);
                tell(to);
            }
            const bool is_kept = options_.mode == ImportMode::AllOrNothing && report_.errors.empty() && !report_.was_cancelled;
            was_begun = is_begun_;
            is_begun_ = false;
            is_put_back_ = !is_kept;
            if (is_put_back_) return make_error(kMalformed);  // undoes it all; never answered
            if (was_begun) end(transaction);
            return Done{};
        });
        if (kept) is_begun_ = was_begun;
        return kept;
    }

    void record(store::Transaction& transaction, std::size_t from, std::size_t to) {
        std::vector<ImportedFact> facts;
        if (source_.begin) source_.begin(transaction);
        for (std::size_t i = from; i < to; ++i) {
            auto recorded = source_.record(transaction, id_, i);
            if (!recorded) {
                report_.errors.push_back({source_.items[i].line, recorded.error().subject, recorded.error().code});
            } else if (*recorded) {
                facts.push_back(**std::move(recorded));
            } else {
                ++report_.unchanged;
            }
        }
        if (facts.empty()) return;
        ImportJournal journal(transaction, stamps_);
        if (!std::exchange(is_begun_, true)) {
            journal.begin({.import_id = id_,
                           .kind = source_.kind,
                           .file_name = options_.file_name,
                           .content_hash = hex_of(auth::digest_of(source_.bytes)),
                           .at = options_.now});
        }
        journal.note(id_, facts, options_.now);
        report_.recorded += facts.size();
    }

    void end(store::Transaction& transaction) {
        ImportJournal(transaction, stamps_)
            .end({.import_id = id_,
                  .recorded = report_.recorded,
                  .unchanged = report_.unchanged,
                  .refused = report_.errors.size(),
                  .was_cancelled = report_.was_cancelled,
                  .at = options_.now});
    }

    store::EventStore& store_;
    const ImportSource& source_;
    const ImportOptions& options_;
    const ImportId id_;
    authority::ServerStamps stamps_;
    ImportReport report_;
    bool is_begun_ = false;
    bool is_put_back_ = false;
};

}  // namespace

Result<ImportReport> run_import(store::EventStore& event_store, const ImportSource& source, const ImportOptions& options) {
    return ImportRun(event_store, source, options).run();
}

}  // namespace xueshi::bureau
