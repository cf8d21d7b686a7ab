// The files of a data folder: what may not be opened, what cannot be rewritten, copies and their
// return.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <sodium.h>

#include "server/admin/export_command.h"
#include "server/store/attachment_care.h"
#include "server/store/sqlite_backup.h"
#include "server/store/sqlite_event_store.h"
#include "server/store/sqlite_schema.h"
#include "tests/server/support/small_city.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::store {
namespace {

namespace fs = std::filesystem;

class SqliteFiles : public ::testing::Test {
  protected:
    SqliteFiles() { EXPECT_GE(sodium_init(), 0); }

    void found() {
        SqliteEventStore event_store(folder());
        test::found_small_city(event_store);
    }
    static std::string exported(const fs::path& from) {
        SqliteEventStore event_store(from);
        std::ostringstream out;
        admin::export_events(event_store, out);
        return out.str();
    }
    // The sentence with which the folder is refused; empty when it opens.
    std::string refusal() const {
        try {
            SqliteEventStore event_store(folder());
            return {};
        } catch (const StoreFailure& failure) {
            return failure.what();
        }
    }
    static std::string bytes_of(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    static void overwrite(const fs::path& path, std::size_t at, const std::string& bytes) {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(at));
        file << bytes;
    }

    fs::path folder() const { return temporary_.path() / "data"; }
    fs::path database() const { return database_file(folder()); }
    fs::path copy() const { return temporary_.path() / "copy.db"; }

  private:
    test::TemporaryFolder temporary_;
};

TEST_F(SqliteFiles, BelongToOneProgramAtATime) {
    SqliteEventStore first(folder());
    EXPECT_NE(refusal().find("in use by another xueshi program"), std::string::npos);
}

TEST_F(SqliteFiles, OfANewerSchemaAreRefusedAndLeftAlone) {
    found();
    SqliteConnection(database().string(), OpenMode::ReadWrite).run("PRAGMA user_version = 99");
    const std::string before = bytes_of(database());
    EXPECT_NE(refusal().find("newer than this program's"), std::string::npos);
    EXPECT_EQ(bytes_of(database()), before);
}

TEST_F(SqliteFiles, OfAnotherProgramAreRefused) {
    fs::create_directories(folder());
    SqliteConnection(database().string(), OpenMode::ReadWrite)
        .run("CREATE TABLE foreign_table (a)");
    EXPECT_NE(refusal().find("not a database of this program"), std::string::npos);
}

TEST_F(SqliteFiles, WithDamageAreRefusedWithAdvice) {
    found();
    const std::string whole = bytes_of(database());
    const auto damaged = [&](std::size_t at, const std::string& bytes) {
        std::ofstream(database(), std::ios::binary | std::ios::trunc) << whole;
        overwrite(database(), at, bytes);
        return refusal();
    };
    EXPECT_NE(damaged(0, std::string(100, '\0')).find("cannot be used"), std::string::npos)
        << "header";
    EXPECT_NE(damaged(4096, std::string(4096, 'x')).find("Restore a backup"), std::string::npos)
        << "page 2";
    EXPECT_EQ(damaged(whole.size(), ""), "") << "and whole again";
}

TEST_F(SqliteFiles, CutShortAreRefused) {
    found();
    fs::resize_file(database(), fs::file_size(database()) / 2);
    EXPECT_NE(refusal().find("cannot be used"), std::string::npos);
}

TEST_F(SqliteFiles, KeepEventsAndOutcomesAsTheyWereWritten) {
    found();
    SqliteConnection connection(database().string(), OpenMode::ReadWrite);
    for (const char* sql :
         {"UPDATE feed_event SET payload = '{}'",
          "DELETE FROM feed_event",
          "INSERT INTO feed_event SELECT feed, 0, NULL, 0, '', '', '' FROM feed_event"}) {
        EXPECT_THROW(connection.run(sql), ConstraintFailure) << sql;
    }
}

TEST_F(SqliteFiles, AreSyncedAtEachCommit) {
    const SqliteConnection connection = [&] {
        fs::create_directories(folder());
        return open_current_database(database().string());
    }();
    auto& writable = const_cast<SqliteConnection&>(connection);
    EXPECT_EQ(writable.number("PRAGMA synchronous"), 2) << "FULL: an answer means the disk has it";
    EXPECT_EQ(writable.text("PRAGMA journal_mode"), "wal");
}

TEST_F(SqliteFiles, AreOneFileAfterAnOrderlyStop) {
    found();
    EXPECT_FALSE(fs::exists(database().string() + "-wal"));
}

TEST_F(SqliteFiles, ExportTheSameBytesForTheSameEvents) {
    found();
    const std::string first = exported(folder());
    EXPECT_EQ(exported(folder()), first);
    fs::remove_all(folder());
    found();
    EXPECT_EQ(exported(folder()), first);
    EXPECT_TRUE(first.starts_with(R"({"feed":"catalogue","event":{"sequence":1,)"))
        << first.substr(0, 80);
}

TEST_F(SqliteFiles, AreCopiedWhileTheServerRuns) {
    found();
    {
        SqliteEventStore running(folder());
        back_up(folder(), copy());
    }
    EXPECT_THROW(back_up(folder(), copy()), StoreFailure) << "never over an older copy";
    const std::string before = exported(folder());
    fs::remove_all(folder());
    restore(folder(), copy());
    EXPECT_EQ(exported(folder()), before);
}

TEST_F(SqliteFiles, OfSchemaOneAreBroughtForward) {
    found();
    SqliteConnection connection(database().string(), OpenMode::ReadWrite);
    connection.run("DROP TABLE attachment_feed");
    connection.run("DROP TABLE attachment");
    connection.run("PRAGMA user_version = 1");
    EXPECT_TRUE(attachments_in(database()).empty()) << "before it is";
    const std::string before = exported(folder());
    EXPECT_FALSE(before.empty());
    EXPECT_EQ(connection.number("PRAGMA user_version"), 2);
    EXPECT_EQ(connection.number("SELECT count(*) FROM attachment"), 0);
}

TEST_F(SqliteFiles, GoWithWhatPeopleAttachedWhereverTheyGo) {
    found();
    const std::string bytes = "%PDF-1.4 of the test";
    const ContentHash hash = content_hash(bytes);
    {
        SqliteEventStore running(folder());
        AttachmentFiles(attachment_folder(folder())).put(hash, bytes);
        ASSERT_TRUE(running.write([&](Transaction& transaction) -> Outcome {
            transaction.add_attachment({.id = AttachmentId{"f1"}, .owner_id = AccountId{"t-li"}, .content = hash,
                                        .bytes = bytes.size(), .type = AttachmentType::Pdf, .uploaded_ms = 1,
                                        .file_name = {}});
            return Done{};
        }).ok());
        back_up(folder(), copy());
    }
    const AttachmentFiles beside(attachments_beside(copy()));
    EXPECT_EQ(beside.read(hash), bytes);
    EXPECT_THROW(back_up(folder(), copy()), StoreFailure);
    fs::remove_all(folder());
    restore(folder(), copy());
    EXPECT_EQ(AttachmentFiles(attachment_folder(folder())).read(hash), bytes);
    EXPECT_EQ(attachments_in(database()).size(), 1u);

    // Damaged on either side it is said, and nothing is replaced.
    const std::string before = exported(folder());
    overwrite(attachments_beside(copy()) / hash_text(hash), 3, "X");
    fs::remove(attachment_folder(folder()) / hash_text(hash));
    EXPECT_THROW(restore(folder(), copy()), StoreFailure);
    EXPECT_EQ(exported(folder()), before);
    EXPECT_THROW(back_up(folder(), copy().string() + "2"), StoreFailure) << "its file is gone";
    EXPECT_FALSE(fs::exists(copy().string() + "2"));
}

TEST_F(SqliteFiles, PutBackBeginANewEpoch) {
    found();
    const auto epoch = [&] { return SqliteEventStore(folder()).epoch(); };
    const std::string before = epoch();
    back_up(folder(), copy());
    restore(folder(), copy());
    EXPECT_NE(epoch(), before);
    EXPECT_TRUE(fs::exists(database().string() + ".replaced"));
}

TEST_F(SqliteFiles, AreNotReplacedByADamagedCopyOrUnderARunningServer) {
    found();
    const std::string before = exported(folder());
    back_up(folder(), copy());
    {
        SqliteEventStore running(folder());
        EXPECT_THROW(restore(folder(), copy()), StoreFailure);
    }
    overwrite(copy(), 4096, std::string(4096, 'x'));
    EXPECT_THROW(restore(folder(), copy()), StoreFailure);
    EXPECT_EQ(exported(folder()), before);
}

}  // namespace
}  // namespace xueshi::store
