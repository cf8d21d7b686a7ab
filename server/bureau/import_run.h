// One import, whatever its rows mean: tried, all or nothing, or row by row; with an id, so that it can be taken back.
//
// Nobody else may write to the store meanwhile: the data folder is the caller's alone.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "server/bureau/import_journal.h"
#include "server/store/event_store.h"

namespace xueshi::bureau {

enum class ImportMode : std::uint8_t {
    Preview,       // everything is done and undone: what it says is what would happen
    AllOrNothing,  // one transaction; one bad row, and nothing is recorded
    RowByRow,      // in batches; bad rows are left out
};

struct RowError {
    std::size_t line = 0;
    std::string column;
    ErrorCode code;

    friend bool operator==(const RowError&, const RowError&) = default;
};

struct ImportItem {
    std::size_t line = 0;
    TeacherId teacher_id;
};

// What to import: the rows that could be read, and the errors of those that could not.
struct ImportSource {
    ImportKind kind = ImportKind::Results;
    std::string_view bytes;  // the file
    std::size_t rows = 0;
    std::vector<ImportItem> items;
    std::vector<RowError> errors;

    // Before the items of a batch, in their transaction; may be empty.
    std::function<void(store::Transaction&)> begin;
    // Records the item in the transaction and says what it recorded; nothing when it changes nothing. An error leaves
    // the transaction as it was, and its subject is the column.
    std::function<Result<std::optional<ImportedFact>>(store::Transaction&, const ImportId&, std::size_t item)> record;
};

struct ImportOptions {
    ImportMode mode = ImportMode::Preview;
    Instant now;  // domain time
    std::string file_name;
    std::function<void(std::size_t done, std::size_t all)> progress = {};
    std::function<bool()> is_cancelled = {};  // asked between batches
};

struct ImportReport {
    ImportId import_id;  // empty when nothing was recorded
    std::size_t rows = 0;
    std::size_t recorded = 0;  // in a preview or a refused import: would have been
    std::size_t unchanged = 0;
    std::vector<RowError> errors;  // by line
    bool was_cancelled = false;
};

// What EventStore::write refuses. Throws StoreFailure.
Result<ImportReport> run_import(store::EventStore& event_store, const ImportSource& source, const ImportOptions& options);

inline constexpr ErrorCode kUnknownImport{"UnknownImport"};

struct UndoReport {
    std::size_t taken_back = 0;    // facts that were taken back now
    std::size_t left = 0;          // records that somebody corrected since: they stay as they are
    bool was_withdrawn = false;    // before already; nothing has changed
};

// Appends what takes the whole import back, in one transaction. kUnknownImport.
Result<UndoReport> undo_import(store::EventStore& event_store, const ImportId& id, Instant now);

}  // namespace xueshi::bureau
