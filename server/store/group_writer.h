// The one writer of a SQLite store: runs jobs in order and lets many of them share one commit.
//
// A commit with synchronous=FULL waits for the disk; taking everything that is queued into one
// transaction is what makes thousands of durable writes a second possible (server.md section 4).
// Each job stands in a savepoint of its own, so a refused job leaves no trace and its neighbours
// stay. Callers are answered only after COMMIT. When a commit fails nobody in the batch is told
// "done", and the writer takes no more jobs: retrying silently could confirm what the disk does not
// hold.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/sqlite_transaction.h"

namespace xueshi::store {

struct WriterLimits {
    std::size_t most_waiting = 20'000;  // more are answered kStoreBusy
    std::size_t most_per_commit = 512;
};

class GroupWriter {
  public:
    GroupWriter(SqliteConnection connection, WriterLimits limits);
    // Finishes what is queued, then moves the log into the database file.
    ~GroupWriter();
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    // Blocks until the job's commit; see EventStore::write. Never call it from inside a job.
    Outcome write(const WriteJob& job);

    bool is_writable() const { return !read_only_; }
    int log_pages() const { return log_pages_; }  // not yet moved into the database file

  private:
    struct Ticket;

    void serve();
    std::vector<Ticket*> next_batch();
    void run_batch(const std::vector<Ticket*>& batch);
    Outcome run_job(const WriteJob& job);
    void watch_log();

    SqliteConnection connection_;
    SqliteTransaction transaction_;
    SqliteStatement begin_, commit_, mark_, keep_, undo_;
    const WriterLimits limits_;

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Ticket*> waiting_;
    bool is_stopping_ = false;
    std::size_t last_batch_size_ = 0;  // the writer thread's own

    std::atomic<bool> read_only_{false};
    std::atomic<int> log_pages_{0};
    std::thread thread_;
};

}  // namespace xueshi::store
