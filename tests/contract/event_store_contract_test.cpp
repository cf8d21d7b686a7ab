// What every EventStore must do, whichever database is behind it. A new implementation adds its
// maker below.
#include <atomic>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

#include "server/store/sqlite_event_store.h"
#include "tests/server/support/temporary_folder.h"
#include "tests/support/memory_event_store.h"

namespace xueshi::store {
namespace {

struct Implementation {
    std::string name;
    std::function<std::unique_ptr<EventStore>(const std::filesystem::path& folder)> open;
};

// A folder's disk, for as long as the tests run.
std::shared_ptr<testing::MemoryDisk> disk_of(const std::filesystem::path& folder) {
    static std::map<std::filesystem::path, std::shared_ptr<testing::MemoryDisk>> disks;
    auto& disk = disks[folder];
    if (!disk) disk = std::make_shared<testing::MemoryDisk>();
    return disk;
}

const std::vector<Implementation> kImplementations = {
    {"Sqlite", [](const auto& folder) { return std::make_unique<SqliteEventStore>(folder); }},
    {"Memory", [](const auto& folder) { return std::make_unique<testing::MemoryEventStore>(disk_of(folder)); }},
};

constexpr ErrorCode kRefused{"Refused"};

sync::Envelope event(const std::string& payload, sync::Origin origin = {}) {
    sync::Envelope envelope;
    envelope.origin = std::move(origin);
    envelope.stamp = Stamp{1000, 2, "node"};
    envelope.type = "test.happened";
    envelope.payload = payload;
    return envelope;
}

class EventStoreContract : public ::testing::TestWithParam<Implementation> {
  protected:
    void SetUp() override { reopen(); }
    void reopen() {
        store.reset();
        store = GetParam().open(folder_.path());
    }
    Outcome append(const std::string& feed, const std::string& payload) {
        return store->write([&](Transaction& transaction) -> Outcome {
            transaction.append(feed, event(payload));
            return Done{};
        });
    }
    FeedSlice slice(const std::string& feed, std::uint64_t after = 0, std::size_t limit = 1000) {
        FeedSlice result;
        store->read([&](StoreView& view) { result = view.read_feed(feed, after, limit); });
        return result;
    }
    void add_account(const std::string& id) {
        ASSERT_TRUE(store
                        ->write([&](Transaction& transaction) -> Outcome {
                            transaction.put_account({AccountId{id},
                                                     id,
                                                     "Name",
                                                     {organisation::OrgRole::Teacher},
                                                     UnitId{"u"},
                                                     "U",
                                                     ""});
                            return Done{};
                        })
                        .ok());
    }

  private:
    test::TemporaryFolder folder_;  // outlives the store

  protected:
    std::unique_ptr<EventStore> store;
};

TEST_P(EventStoreContract, NumbersEachFeedFromOneWithoutGaps) {
    ASSERT_TRUE(append("a", "{\"n\":1}").ok());
    ASSERT_TRUE(append("b", "{}").ok());
    ASSERT_TRUE(append("a", "{\"n\":2}").ok());
    const FeedSlice a = slice("a");
    ASSERT_EQ(a.events.size(), 2u);
    EXPECT_EQ(a.events[0].sequence, 1u);
    EXPECT_EQ(a.events[1].sequence, 2u);
    EXPECT_EQ(a.events[1].payload, "{\"n\":2}");
    EXPECT_EQ(a.head, 2u);
    EXPECT_EQ(slice("b").head, 1u);
    EXPECT_EQ(slice("nothing").head, 0u);
}

TEST_P(EventStoreContract, GivesBackAnEventAsItWas) {
    sync::Envelope sent = event("{\"名\":\"学时 𠀀\\u0000\"}", {DeviceId{"device-1"}, 7});
    ASSERT_TRUE(store
                    ->write([&](Transaction& transaction) -> Outcome {
                        EXPECT_EQ(transaction.append("a", sent), 1u);
                        return Done{};
                    })
                    .ok());
    reopen();
    sent.sequence = 1;
    EXPECT_EQ(slice("a").events.at(0), sent);
}

TEST_P(EventStoreContract, ReadsAfterACursorAndUpToALimit) {
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(append("a", "{}").ok());
    EXPECT_EQ(slice("a", 2, 2).events.at(0).sequence, 3u);
    EXPECT_EQ(slice("a", 2, 2).events.size(), 2u);
    EXPECT_EQ(slice("a", 2, 2).head, 5u);
    EXPECT_TRUE(slice("a", 5).events.empty());
    EXPECT_TRUE(slice("a", UINT64_MAX).events.empty());
}

TEST_P(EventStoreContract, UndoesARefusedJobAndAnswersItsReason) {
    const Outcome refused = store->write([&](Transaction& transaction) -> Outcome {
        transaction.append("a", event("{}"));
        transaction.put_meta("key", "value");
        return make_error(kRefused, "subject");
    });
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, kRefused);
    EXPECT_EQ(refused.error().subject, "subject");
    EXPECT_EQ(slice("a").head, 0u);
    ASSERT_TRUE(append("a", "{}").ok());
    EXPECT_EQ(slice("a").head, 1u);
}

TEST_P(EventStoreContract, AJobSeesItsOwnWritesAndReadersSeeNoneBeforeTheCommit) {
    ASSERT_TRUE(store
                    ->write([&](Transaction& transaction) -> Outcome {
                        transaction.append("a", event("{}"));
                        EXPECT_EQ(transaction.feed_head("a"), 1u);
                        EXPECT_EQ(slice("a").head, 0u) << "a reader in between";
                        return Done{};
                    })
                    .ok());
    EXPECT_EQ(slice("a").head, 1u);
}

TEST_P(EventStoreContract, AFailingJobFailsAloneAmongManyAtOnce) {
    std::atomic<int> kept{0};
    std::atomic<int> refused{0};
    std::atomic<int> failed{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 12; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                const Outcome outcome = store->write([&](Transaction& transaction) -> Outcome {
                    transaction.append("a", event("{}"));
                    if (thread % 3 == 1) return make_error(kRefused);
                    if (thread % 3 == 2) throw std::runtime_error("a bug in the job");
                    return Done{};
                });
                if (outcome)
                    ++kept;
                else if (outcome.error().code == kRefused)
                    ++refused;
                else if (outcome.error().code == kStoreFailed)
                    ++failed;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(kept, 100);
    EXPECT_EQ(refused, 100);
    EXPECT_EQ(failed, 100);
    EXPECT_EQ(slice("a").head, 100u);
    EXPECT_TRUE(store->is_writable());
}

TEST_P(EventStoreContract, KeepsOneOutcomePerOperationInTurn) {
    add_account("t-1");
    const DeviceId device{"device-1"};
    OperationRecord first{{1, 2, 3}, {1, false, "QuotaFull", "run-1", ""}};
    ASSERT_TRUE(store
                    ->write([&](Transaction& transaction) -> Outcome {
                        EXPECT_FALSE(transaction.find_device(device).has_value());
                        transaction.add_device(device, AccountId{"t-1"});
                        transaction.add_operation(device, first);
                        return Done{};
                    })
                    .ok());
    reopen();
    ASSERT_TRUE(store
                    ->write([&](Transaction& transaction) -> Outcome {
                        const auto known = transaction.find_device(device);
                        EXPECT_EQ(known->account_id.text, "t-1");
                        EXPECT_EQ(known->last_sequence, 1u);
                        const auto stored = transaction.find_operation(device, 1);
                        EXPECT_EQ(stored->outcome, first.outcome);
                        EXPECT_EQ(stored->body_hash, first.body_hash);
                        EXPECT_FALSE(transaction.find_operation(device, 2).has_value());
                        return Done{};
                    })
                    .ok());
    for (const std::uint64_t wrong : {std::uint64_t{1}, std::uint64_t{3}}) {
        const Outcome outcome = store->write([&](Transaction& transaction) -> Outcome {
            transaction.add_operation(device, {{}, {wrong, true, "", "", ""}});
            return Done{};
        });
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().code, kStoreFailed);
    }
}

TEST_P(EventStoreContract, KeepsAccountsByIdAndLogin) {
    const AccountRecord account{AccountId{"t-1"},
                                "LiLi",
                                "李老师",
                                {organisation::OrgRole::Teacher, organisation::OrgRole::Principal},
                                UnitId{"school-1"},
                                "样例小学",
                                "credential"};
    ASSERT_TRUE(store
                    ->write([&](Transaction& transaction) -> Outcome {
                        transaction.put_account(account);
                        return Done{};
                    })
                    .ok());
    reopen();
    store->read([&](StoreView& view) {
        EXPECT_EQ(view.find_account(AccountId{"t-1"}), account);
        EXPECT_EQ(view.find_account_by_login("LiLi"), account);
        EXPECT_FALSE(view.find_account_by_login("lili").has_value());
        EXPECT_FALSE(view.find_account_by_login("' OR 1=1 --").has_value());
    });
}

TEST_P(EventStoreContract, EndsSessionsByNameAndByTime) {
    add_account("t-1");
    const auto session = [](unsigned char name, std::int64_t idle, std::int64_t absolute) {
        return SessionRecord{{name}, AccountId{"t-1"}, idle, absolute};
    };
    ASSERT_TRUE(store
                    ->write([&](Transaction& transaction) -> Outcome {
                        transaction.put_session(session(1, 100, 1000));
                        transaction.put_session(session(2, 500, 1000));
                        transaction.put_session(session(3, 5000, 50));
                        transaction.put_session(session(2, 600, 1000));
                        transaction.remove_sessions_ended_by(100);
                        transaction.put_session(session(4, 500, 1000));
                        transaction.remove_session({4});
                        return Done{};
                    })
                    .ok());
    store->read([&](StoreView& view) {
        EXPECT_FALSE(view.find_session({1}).has_value());
        EXPECT_EQ(view.find_session({2}), session(2, 600, 1000));
        EXPECT_FALSE(view.find_session({3}).has_value());
        EXPECT_FALSE(view.find_session({4}).has_value());
    });
}

TEST_P(EventStoreContract, NeverMovesTheDomainsTimeBack) {
    for (const std::int64_t moment : {1000, 5000, 3000}) {
        ASSERT_TRUE(store
                        ->write([&](Transaction& transaction) -> Outcome {
                            transaction.note_domain_time(moment);
                            return Done{};
                        })
                        .ok());
    }
    reopen();
    store->read([](StoreView& view) { EXPECT_EQ(view.latest_domain_ms(), 5000); });
}

TEST_P(EventStoreContract, VisitsEventsByFeedNameAndSequence) {
    for (const char* feed : {"b", "a", "b", "a"}) ASSERT_TRUE(append(feed, "{}").ok());
    std::string order;
    store->visit_events([&](std::string_view feed, const sync::Envelope& envelope) {
        order += std::string(feed) + std::to_string(envelope.sequence) + ' ';
    });
    EXPECT_EQ(order, "a1 a2 b1 b2 ");
}

TEST_P(EventStoreContract, VisitsTheHeadsOfFeedsWhoseNamesBeginSo) {
    for (const char* feed : {"teacher:b", "teacher:a", "teacher:b", "unit:a", "a", "teacher"}) {
        ASSERT_TRUE(append(feed, "{}").ok());
    }
    std::string heads;
    store->visit_heads("teacher:", [&](std::string_view feed, std::uint64_t head) {
        heads += std::string(feed) + '=' + std::to_string(head) + ' ';
    });
    EXPECT_EQ(heads, "teacher:a=1 teacher:b=2 ");
}

TEST_P(EventStoreContract, KeepsAttachmentsOncePerOwnerWithTheFeedsTheyWentTo) {
    add_account("anna");
    add_account("ben");
    const auto record = [](const std::string& id, const std::string& owner, unsigned char first, std::int64_t at) {
        AttachmentRecord made{.id = AttachmentId{id}, .owner_id = AccountId{owner}, .content = {}, .bytes = 7,
                              .type = AttachmentType::Png, .uploaded_ms = at, .file_name = {}};
        made.content[0] = first;
        return made;
    };
    const auto add = [&](const AttachmentRecord& made) {
        return store->write([&](Transaction& transaction) -> Outcome {
            transaction.add_attachment(made);
            return Done{};
        });
    };
    ASSERT_TRUE(add(record("a1", "anna", 1, 1000)).ok());
    ASSERT_TRUE(add(record("b1", "ben", 1, 1000)).ok()) << "the same bytes of another person";
    ASSERT_TRUE(add(record("a2", "anna", 2, 2000)).ok());
    EXPECT_EQ(add(record("a3", "anna", 1, 3000)).error().code, kStoreFailed);
    EXPECT_EQ(add(record("a1", "anna", 3, 3000)).error().code, kStoreFailed);
    ASSERT_TRUE(store
                    ->write([](Transaction& transaction) -> Outcome {
                        transaction.note_attached(AttachmentId{"a1"}, "扫描.png", {"unit:s", "project:p"});
                        transaction.note_attached(AttachmentId{"a1"}, "扫描2.png", {"unit:s", "unit:t"});
                        return Done{};
                    })
                    .ok());
    reopen();
    store->read([&](StoreView& view) {
        const auto found = view.find_attachment(AttachmentId{"a1"});
        ASSERT_TRUE(found);
        AttachmentRecord expected = record("a1", "anna", 1, 1000);
        expected.file_name = "扫描2.png";
        EXPECT_EQ(*found, expected);
        EXPECT_EQ(view.find_attachment_of(AccountId{"ben"}, expected.content)->id.text, "b1");
        EXPECT_FALSE(view.find_attachment(AttachmentId{"none"}));
        EXPECT_EQ(view.feeds_of_attachment(AttachmentId{"a1"}), (std::vector<std::string>{"project:p", "unit:s", "unit:t"}));
        EXPECT_TRUE(view.feeds_of_attachment(AttachmentId{"b1"}).empty());
        EXPECT_EQ(view.count_uploads(AccountId{"anna"}, 1000), 2u);
        EXPECT_EQ(view.count_uploads(AccountId{"anna"}, 1001), 1u);
        EXPECT_EQ(view.attachments().size(), 3u);
    });
    ASSERT_TRUE(store
                    ->write([](Transaction& transaction) -> Outcome {
                        transaction.remove_unattached(2000);
                        return Done{};
                    })
                    .ok());
    store->read([](StoreView& view) {
        ASSERT_EQ(view.attachments().size(), 2u) << "one too young, one attached";
        EXPECT_EQ(view.attachments()[0].id.text, "a1");
    });
}

TEST_P(EventStoreContract, KeepsItsEpochWhileItIsNotRestored) {
    const std::string epoch = store->epoch();
    EXPECT_FALSE(epoch.empty());
    reopen();
    EXPECT_EQ(store->epoch(), epoch);
}

INSTANTIATE_TEST_SUITE_P(Stores,
                         EventStoreContract,
                         ::testing::ValuesIn(kImplementations),
                         [](const auto& store) { return store.param.name; });

}  // namespace
}  // namespace xueshi::store
