// The writer when things go wrong: a full disk, a full queue, a stop in the middle.
#include "server/store/group_writer.h"

#include <atomic>
#include <semaphore>
#include <thread>

#include <gtest/gtest.h>
#include <sodium.h>

#include "server/store/sqlite_schema.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::store {
namespace {

class Writer : public ::testing::Test {
  protected:
    Writer() { EXPECT_GE(sodium_init(), 0); }

    SqliteConnection open() const { return open_current_database(path()); }
    std::string path() const { return (folder_.path() / "xueshi.db").string(); }

    static Outcome append(GroupWriter& writer, const std::string& payload) {
        return writer.write([&](Transaction& transaction) -> Outcome {
            sync::Envelope envelope;
            envelope.stamp = Stamp{1, 0, "node"};
            envelope.type = "test.happened";
            envelope.payload = payload;
            transaction.append("a", envelope);
            return Done{};
        });
    }
    std::uint64_t stored() const {
        SqliteConnection connection = open_reading_connection(path());
        return static_cast<std::uint64_t>(connection.number("SELECT count(*) FROM feed_event"));
    }

  private:
    test::TemporaryFolder folder_;
};

TEST_F(Writer, ConfirmsNothingAFullDiskDoesNotHoldAndThenTakesNothingMore) {
    SqliteConnection connection = open();
    const std::int64_t pages = connection.number("PRAGMA page_count");
    connection.run(("PRAGMA max_page_count = " + std::to_string(pages + 8)).c_str());
    std::uint64_t confirmed = 0;
    {
        GroupWriter writer(std::move(connection), {});
        Outcome last = Done{};
        for (int i = 0; i < 100 && last; ++i) {
            last = append(writer, std::string(3000, 'x'));
            if (last) ++confirmed;
        }
        ASSERT_FALSE(last.ok()) << "the disk never filled";
        EXPECT_EQ(last.error().code, kStoreReadOnly);
        EXPECT_FALSE(writer.is_writable());
        EXPECT_EQ(append(writer, "{}").error().code, kStoreReadOnly)
            << "small enough, but not taken";
    }
    EXPECT_GT(confirmed, 0u);
    EXPECT_EQ(stored(), confirmed);
}

TEST_F(Writer, SaysItIsBusyWhenTooManyWait) {
    GroupWriter writer(open(), {.most_waiting = 2, .most_per_commit = 1});
    std::binary_semaphore begun{0};
    std::binary_semaphore go_on{0};
    std::thread holding([&] {
        EXPECT_TRUE(writer
                        .write([&](Transaction&) -> Outcome {
                            begun.release();
                            go_on.acquire();
                            return Done{};
                        })
                        .ok());
    });
    begun.acquire();
    std::atomic<int> busy{0};
    std::atomic<int> kept{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            const Outcome outcome = append(writer, "{}");
            if (outcome)
                ++kept;
            else if (outcome.error().code == kStoreBusy)
                ++busy;
        });
    }
    while (busy < 4) std::this_thread::yield();
    go_on.release();
    for (std::thread& thread : threads) thread.join();
    holding.join();
    EXPECT_EQ(busy, 4);
    EXPECT_EQ(kept, 2);
    EXPECT_EQ(stored(), 2u);
}

TEST_F(Writer, FinishesWhatItTookBeforeItEnds) {
    std::atomic<std::uint64_t> kept{0};
    {
        GroupWriter writer(open(), {});
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 20; ++j) kept += append(writer, "{}").ok() ? 1 : 0;
            });
        }
        for (std::thread& thread : threads) thread.join();
    }
    EXPECT_EQ(kept, 160u);
    EXPECT_EQ(stored(), kept);
}

}  // namespace
}  // namespace xueshi::store
