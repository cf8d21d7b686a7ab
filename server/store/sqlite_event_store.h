// EventStore over one SQLite file: one writer with group commit, several readers, one maintenance
// thread.
//
// Opening takes a lock on the data folder, so that two servers never share one; it is released by
// the destructor or by the death of the process. What opening refuses is a StoreFailure with a
// sentence for the operator.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/data_folder_lock.h"
#include "server/store/group_writer.h"

namespace xueshi::store {

class SqliteEventStore final : public EventStore {
  public:
    // `folder` is created when missing; the database is `folder`/xueshi.db.
    explicit SqliteEventStore(const std::filesystem::path& folder, WriterLimits limits = {});
    ~SqliteEventStore() override;

    void read(const std::function<void(StoreView&)>& question) override;
    Outcome write(const WriteJob& job) override { return writer_->write(job); }
    void visit_events(const EventVisitor& visitor) override;
    void visit_heads(std::string_view prefix, const HeadVisitor& visitor) override;
    std::string epoch() override { return epoch_; }
    bool is_writable() const override { return writer_->is_writable(); }

  private:
    struct Reader {
        explicit Reader(const std::string& path);
        SqliteConnection connection;
        SqliteView view;
    };

    std::unique_ptr<Reader> borrow();
    void give_back(std::unique_ptr<Reader> reader);
    void with_reader(const std::function<void(Reader&)>& use);
    void maintain();

    DataFolderLock lock_;
    std::string path_;
    std::string epoch_;
    std::unique_ptr<GroupWriter> writer_;

    std::mutex readers_mutex_;
    std::condition_variable reader_free_;
    std::vector<std::unique_ptr<Reader>> idle_readers_;

    std::unique_ptr<SqliteConnection> checkpointer_;  // the maintenance thread's own
    std::mutex maintenance_mutex_;
    std::condition_variable maintenance_wake_;
    bool is_closing_ = false;
    std::thread maintenance_;
};

// The database file of a data folder.
std::filesystem::path database_file(const std::filesystem::path& folder);

}  // namespace xueshi::store
