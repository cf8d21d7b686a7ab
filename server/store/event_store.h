// EventStore: where events are kept, and the only door to the database.
//
// Reads may be called from any thread; each sees one consistent, committed state. Writes are jobs
// that run one after another inside transactions; `write` returns only when the job's effects are
// durable, so what a caller then confirms survives a crash. Several jobs may share one commit, but
// a refused job leaves no trace and never undoes its neighbours.
//
// Infrastructure failures (disk, corruption) are thrown as StoreFailure: nobody can go on from them
// except the outermost handler. What a caller can expect and handle is an Outcome.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/store/records.h"

namespace xueshi::store {

class StoreFailure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

inline constexpr ErrorCode kStoreBusy{"StoreBusy"};  // the writer's queue is full: try again later
// A commit failed: its jobs are not confirmed and no later job is taken until the cause is gone.
inline constexpr ErrorCode kStoreReadOnly{"StoreReadOnly"};
inline constexpr ErrorCode kStoreFailed{
    "StoreFailed"};  // this job broke a rule of the schema; rolled back

// Keys of the meta table that have a meaning for the server.
inline constexpr std::string_view kMetaSampleAccounts =
    "sample_accounts";  // JSON, see docs/formats/storage.md
inline constexpr std::string_view kMetaSampleCity = "sample_city";  // "1" in a sample city

// What both a reader and a transaction can ask.
class StoreView {
  public:
    virtual ~StoreView() = default;

    virtual std::uint64_t feed_head(std::string_view feed) = 0;  // 0: nothing in it yet
    // Events with sequence > after, ascending, at most `limit`.
    virtual FeedSlice read_feed(std::string_view feed, std::uint64_t after, std::size_t limit) = 0;

    virtual std::optional<AccountRecord> find_account(const AccountId& id) = 0;
    virtual std::optional<AccountRecord> find_account_by_login(std::string_view login) = 0;
    virtual std::optional<SessionRecord> find_session(const Digest& token_hash) = 0;
    virtual std::optional<std::string> meta(std::string_view key) = 0;

    virtual std::optional<AttachmentRecord> find_attachment(const AttachmentId& id) = 0;
    // The same bytes of the same owner are one attachment.
    virtual std::optional<AttachmentRecord> find_attachment_of(const AccountId& owner, const ContentHash& content) = 0;
    // Those whose readers may read it, ascending; none before it is attached.
    virtual std::vector<std::string> feeds_of_attachment(const AttachmentId& id) = 0;
    virtual std::size_t count_uploads(const AccountId& owner, std::int64_t since_ms) = 0;
    // All, by id.
    virtual std::vector<AttachmentRecord> attachments() = 0;

    // Latest domain time any commit has stamped; 0 in an empty store.
    virtual std::int64_t latest_domain_ms() = 0;
};

// The inside of one write job. Valid only while the job runs.
class Transaction : public virtual StoreView {
  public:
    // Appends at the feed's end and returns the sequence given. The envelope's own sequence is
    // ignored.
    virtual std::uint64_t append(std::string_view feed, const sync::Envelope& envelope) = 0;

    virtual std::optional<DeviceRecord> find_device(const DeviceId& id) = 0;
    virtual void add_device(const DeviceId& id, const AccountId& account_id) = 0;

    virtual std::optional<OperationRecord> find_operation(const DeviceId& device,
                                                          std::uint64_t sequence) = 0;
    // The outcome's sequence must be the device's last + 1.
    virtual void add_operation(const DeviceId& device, const OperationRecord& record) = 0;

    virtual void put_account(const AccountRecord& account) = 0;
    virtual void put_session(const SessionRecord& session) = 0;
    virtual void remove_session(const Digest& token_hash) = 0;
    virtual void remove_sessions_ended_by(std::int64_t now_ms) = 0;
    virtual void put_meta(std::string_view key, std::string_view value) = 0;

    // Its id and its content are new to the owner; its bytes are in AttachmentFiles.
    virtual void add_attachment(const AttachmentRecord& attachment) = 0;
    // It was attached under this name by a fact that went to these feeds.
    virtual void note_attached(const AttachmentId& id, std::string_view file_name, const std::vector<std::string>& feeds) = 0;
    virtual void remove_unattached(std::int64_t uploaded_before_ms) = 0;

    // Remembers that the domain's clock has reached this moment; never moves it back.
    virtual void note_domain_time(std::int64_t domain_ms) = 0;
};

// Ok keeps the job's effects; an Error undoes them and is what `write` answers.
using WriteJob = std::function<Outcome(Transaction&)>;
using HeadVisitor = std::function<void(std::string_view feed, std::uint64_t head)>;
using EventVisitor = std::function<void(std::string_view feed, const sync::Envelope& envelope)>;

class EventStore {
  public:
    virtual ~EventStore() = default;

    // Runs `question` against one snapshot.
    virtual void read(const std::function<void(StoreView&)>& question) = 0;

    // Returns after the commit, or with the job's refusal, kStoreBusy, kStoreReadOnly or
    // kStoreFailed.
    virtual Outcome write(const WriteJob& job) = 0;

    // Every event of every feed, by feed name and sequence, in one snapshot.
    virtual void visit_events(const EventVisitor& visitor) = 0;

    // Every feed whose name begins so, by name, with its head, in one snapshot.
    virtual void visit_heads(std::string_view prefix, const HeadVisitor& visitor) = 0;

    // Changes when the store was restored from a backup; devices then pull from zero.
    virtual std::string epoch() = 0;

    virtual bool is_writable() const = 0;
};

}  // namespace xueshi::store
