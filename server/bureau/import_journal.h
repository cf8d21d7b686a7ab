// What imports did, in a feed of its own that is kept and not served: enough to take a whole import back.
// The events are docs/formats/bureau.md's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/civil_date.h"
#include "server/authority/server_stamps.h"
#include "server/store/event_store.h"

namespace xueshi::bureau {

inline constexpr std::string_view kImportsFeed = "imports";

enum class ImportKind : std::uint8_t { Results, Completions };

// One teacher's part of an import.
struct ImportedFact {
    TeacherId teacher_id;
    HourRecordId record_id;  // of completions alone
    std::string stamp;       // likewise: of the record as it was imported

    friend bool operator==(const ImportedFact&, const ImportedFact&) = default;
};

struct ImportBegun {
    ImportId import_id;
    ImportKind kind = ImportKind::Results;
    std::string file_name;
    std::string content_hash;  // BLAKE2b-256, hexadecimal
    Instant at;
};

struct ImportEnded {
    ImportId import_id;
    std::size_t recorded = 0;
    std::size_t unchanged = 0;
    std::size_t refused = 0;
    bool was_cancelled = false;
    Instant at;
};

// Writes into a transaction of the caller's.
class ImportJournal {
  public:
    ImportJournal(store::Transaction& transaction, authority::ServerStamps& stamps) : transaction_(transaction), stamps_(stamps) {}

    void begin(const ImportBegun& begun);
    void note(const ImportId& import, const std::vector<ImportedFact>& facts, Instant at);
    void end(const ImportEnded& ended);
    void withdraw(const ImportId& import, Instant at);

  private:
    void append(std::string_view type, std::string payload, Instant at);

    store::Transaction& transaction_;
    authority::ServerStamps& stamps_;
};

struct KnownImport {
    ImportKind kind = ImportKind::Results;
    std::vector<ImportedFact> facts;
    bool is_withdrawn = false;
};

// Nothing when there is no such import. Throws StoreFailure for an event that cannot be read.
std::optional<KnownImport> find_import(store::StoreView& view, const ImportId& id);

}  // namespace xueshi::bureau
