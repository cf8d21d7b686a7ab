#include "server/store/group_writer.h"

#include <algorithm>
#include <chrono>
#include <semaphore>
#include <utility>

namespace xueshi::store {
namespace {

// Under load a short wait doubles the batch; when calm it would only delay (measured: server.md 5b,
// 5c).
constexpr std::size_t kLoadedBatch = 16;
constexpr std::chrono::microseconds kGather{500};

// The maintenance thread empties the log long before this; the writer steps in when it cannot keep
// up.
constexpr int kLargestLogPages = 8000;

}  // namespace

// Lives on the stack of the waiting caller.
struct GroupWriter::Ticket {
    explicit Ticket(const WriteJob& of) : job(of) {}
    const WriteJob& job;
    Outcome outcome = Done{};
    std::binary_semaphore answered{0};
};

GroupWriter::GroupWriter(SqliteConnection connection, WriterLimits limits)
    : connection_(std::move(connection)),
      transaction_(connection_),
      begin_(connection_, "BEGIN IMMEDIATE"),
      commit_(connection_, "COMMIT"),
      mark_(connection_, "SAVEPOINT job"),
      keep_(connection_, "RELEASE job"),
      undo_(connection_, "ROLLBACK TO job"),
      limits_(limits) {
    watch_log();
    thread_ = std::thread([this] { serve(); });
}

GroupWriter::~GroupWriter() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    arrived_.notify_all();
    thread_.join();
    sqlite3_wal_checkpoint_v2(
        connection_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

void GroupWriter::watch_log() {
    const auto hook = [](void* self, sqlite3* handle, const char*, int pages) {
        static_cast<GroupWriter*>(self)->log_pages_ = pages;
        if (pages >= kLargestLogPages) {
            sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        }
        return SQLITE_OK;
    };
    sqlite3_wal_hook(connection_.handle(), hook, this);
}

Outcome GroupWriter::write(const WriteJob& job) {
    Ticket ticket(job);
    {
        const std::lock_guard lock(mutex_);
        if (read_only_ || is_stopping_) return make_error(kStoreReadOnly);
        if (waiting_.size() >= limits_.most_waiting) return make_error(kStoreBusy);
        waiting_.push_back(&ticket);
    }
    arrived_.notify_one();
    ticket.answered.acquire();
    return ticket.outcome;
}

void GroupWriter::serve() {
    while (true) {
        const std::vector<Ticket*> batch = next_batch();
        if (batch.empty()) return;
        run_batch(batch);
        last_batch_size_ = batch.size();
        for (Ticket* ticket : batch) ticket->answered.release();
    }
}

// Empty only when stopping and nothing is left.
std::vector<GroupWriter::Ticket*> GroupWriter::next_batch() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return !waiting_.empty() || is_stopping_; });
    if (last_batch_size_ >= kLoadedBatch && !is_stopping_) {
        arrived_.wait_for(lock, kGather, [&] {
            return waiting_.size() >= limits_.most_per_commit || is_stopping_;
        });
    }
    const auto count =
        static_cast<std::ptrdiff_t>(std::min(waiting_.size(), limits_.most_per_commit));
    std::vector<Ticket*> batch(waiting_.begin(), waiting_.begin() + count);
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    return batch;
}

void GroupWriter::run_batch(const std::vector<Ticket*>& batch) {
    try {
        if (read_only_) throw StoreFailure("read-only");
        begin_.use().run();
        for (Ticket* ticket : batch) ticket->outcome = run_job(ticket->job);
        commit_.use().run();
    } catch (const StoreFailure& failure) {
        read_only_ = true;
        if (connection_.is_in_transaction()) {
            sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
        for (Ticket* ticket : batch)
            ticket->outcome = make_error(kStoreReadOnly, {}, failure.what());
    }
}

Outcome GroupWriter::run_job(const WriteJob& job) {
    mark_.use().run();
    Outcome outcome = Done{};
    try {
        outcome = job(transaction_);
    } catch (const ConstraintFailure& failure) {
        outcome = make_error(kStoreFailed, {}, failure.what());
    } catch (const StoreFailure&) {
        throw;
    } catch (const std::exception& bug) {
        outcome = make_error(kStoreFailed, {}, bug.what());
    }
    // SQLite may have rolled everything back by itself; the neighbours' effects are then gone as
    // well.
    if (!connection_.is_in_transaction()) throw StoreFailure("The transaction was lost");
    if (!outcome) undo_.use().run();
    keep_.use().run();
    return outcome;
}

}  // namespace xueshi::store
