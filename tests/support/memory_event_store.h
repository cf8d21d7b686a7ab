// An EventStore in memory, held to the same contract as the others: fast enough for thousands of simulated
// servers, and set back to an earlier copy of itself as a restore from a backup does.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "server/store/event_store.h"

namespace xueshi::testing {

// What a disk would hold; outlives the store that is open on it.
struct MemoryDisk {
    std::map<std::string, std::vector<sync::Envelope>, std::less<>> feeds;
    std::map<AccountId, store::AccountRecord> accounts;
    std::map<store::Digest, store::SessionRecord> sessions;
    std::map<DeviceId, AccountId> devices;
    std::map<DeviceId, std::vector<store::OperationRecord>> operations;
    std::map<std::string, std::string, std::less<>> meta;
    std::map<AttachmentId, store::AttachmentRecord> attachments;
    std::map<AttachmentId, std::set<std::string>> attachment_feeds;
    std::int64_t latest_domain_ms = 0;
    std::string epoch = "epoch-1";
};

class MemoryEventStore final : public store::EventStore {
  public:
    explicit MemoryEventStore(std::shared_ptr<MemoryDisk> disk) : disk_(std::move(disk)) {}

    void read(const std::function<void(store::StoreView&)>& question) override {
        Job view(*disk_, data_);
        question(view);
    }

    Outcome write(const store::WriteJob& job) override {
        const std::lock_guard writing(writer_);
        Job transaction(*disk_, data_);
        Outcome outcome = Done{};
        try {
            outcome = job(transaction);
        } catch (const std::exception&) {
            outcome = make_error(store::kStoreFailed);
        }
        if (outcome) transaction.commit();
        return outcome;
    }

    void visit_events(const store::EventVisitor& visitor) override {
        const std::lock_guard reading(data_);
        for (const auto& [feed, events] : disk_->feeds) {
            for (const sync::Envelope& envelope : events) visitor(feed, envelope);
        }
    }
    void visit_heads(std::string_view prefix, const store::HeadVisitor& visitor) override {
        const std::lock_guard reading(data_);
        for (const auto& [feed, events] : disk_->feeds) {
            if (feed.starts_with(prefix)) visitor(feed, events.size());
        }
    }
    std::string epoch() override { return disk_->epoch; }
    bool is_writable() const override { return true; }

  private:
    // Its own writes lie over what is committed.
    class Job final : public store::Transaction {
      public:
        Job(MemoryDisk& disk, std::mutex& data)
            : disk_(disk), data_(data) {
            const std::lock_guard reading(data_);
            attachments_ = disk.attachments;
            attachment_feeds_ = disk.attachment_feeds;
        }

        std::uint64_t feed_head(std::string_view feed) override {
            const std::lock_guard reading(data_);
            return committed(feed) + appended(feed);
        }
        store::FeedSlice read_feed(std::string_view feed, std::uint64_t after, std::size_t limit) override {
            const std::lock_guard reading(data_);
            store::FeedSlice slice;
            slice.head = committed(feed) + appended(feed);
            for (std::uint64_t sequence = after; sequence < slice.head && slice.events.size() < limit; ++sequence) {
                const std::uint64_t kept = committed(feed);
                slice.events.push_back(sequence < kept ? disk_.feeds.find(feed)->second[sequence]
                                                       : own_.feeds.find(feed)->second[sequence - kept]);
            }
            return slice;
        }
        std::optional<store::AccountRecord> find_account(const AccountId& id) override {
            return find(own_.accounts, disk_.accounts, id);
        }
        std::optional<store::AccountRecord> find_account_by_login(std::string_view login) override {
            const std::lock_guard reading(data_);
            for (const auto* accounts : {&own_.accounts, &disk_.accounts}) {
                for (const auto& [id, account] : *accounts) {
                    if (account.login == login) return account;
                }
            }
            return std::nullopt;
        }
        std::optional<store::SessionRecord> find_session(const store::Digest& token_hash) override {
            if (own_.sessions.contains(token_hash)) return own_.sessions.at(token_hash);
            if (ended_.contains(token_hash)) return std::nullopt;
            return find(own_.sessions, disk_.sessions, token_hash);
        }
        std::optional<std::string> meta(std::string_view key) override {
            return find(own_.meta, disk_.meta, std::string(key));
        }
        // Attachments are few: a transaction changes a copy of all of them.
        std::optional<store::AttachmentRecord> find_attachment(const AttachmentId& id) override {
            const auto found = attachments_.find(id);
            return found == attachments_.end() ? std::nullopt : std::optional(found->second);
        }
        std::optional<store::AttachmentRecord> find_attachment_of(const AccountId& owner,
                                                                  const store::ContentHash& content) override {
            for (const auto& [id, attachment] : attachments_) {
                if (attachment.owner_id == owner && attachment.content == content) return attachment;
            }
            return std::nullopt;
        }
        std::vector<std::string> feeds_of_attachment(const AttachmentId& id) override {
            const auto found = attachment_feeds_.find(id);
            if (found == attachment_feeds_.end()) return {};
            return {found->second.begin(), found->second.end()};
        }
        std::size_t count_uploads(const AccountId& owner, std::int64_t since_ms) override {
            std::size_t count = 0;
            for (const auto& [id, each] : attachments_) count += each.owner_id == owner && each.uploaded_ms >= since_ms;
            return count;
        }
        std::vector<store::AttachmentRecord> attachments() override {
            std::vector<store::AttachmentRecord> all;
            for (const auto& [id, attachment] : attachments_) all.push_back(attachment);
            return all;
        }
        std::int64_t latest_domain_ms() override { return std::max(disk_.latest_domain_ms, own_.latest_domain_ms); }

        std::uint64_t append(std::string_view feed, const sync::Envelope& envelope) override {
            const std::uint64_t sequence = feed_head(feed) + 1;
            auto& events = own_.feeds[std::string(feed)];
            events.push_back(envelope);
            events.back().sequence = sequence;
            return sequence;
        }
        std::optional<store::DeviceRecord> find_device(const DeviceId& id) override {
            const auto account = find(own_.devices, disk_.devices, id);
            if (!account) return std::nullopt;
            return store::DeviceRecord{id, *account, last_sequence(id)};
        }
        void add_device(const DeviceId& id, const AccountId& account_id) override { own_.devices[id] = account_id; }
        std::optional<store::OperationRecord> find_operation(const DeviceId& device, std::uint64_t sequence) override {
            if (sequence == 0 || sequence > last_sequence(device)) return std::nullopt;
            const auto kept = disk_.operations.find(device);
            const std::size_t count = kept == disk_.operations.end() ? 0 : kept->second.size();
            return sequence <= count ? kept->second[sequence - 1] : own_.operations[device][sequence - 1 - count];
        }
        void add_operation(const DeviceId& device, const store::OperationRecord& record) override {
            if (record.outcome.sequence != last_sequence(device) + 1) throw store::StoreFailure("out of turn");
            own_.operations[device].push_back(record);
        }
        void put_account(const store::AccountRecord& account) override { own_.accounts[account.id] = account; }
        void put_session(const store::SessionRecord& session) override { own_.sessions[session.token_hash] = session; }
        void remove_session(const store::Digest& token_hash) override {
            own_.sessions.erase(token_hash);
            ended_[token_hash] = true;
        }
        void remove_sessions_ended_by(std::int64_t now_ms) override {
            for (const auto* sessions : {&own_.sessions, &disk_.sessions}) {
                const auto copy = *sessions;
                for (const auto& [hash, session] : copy) {
                    if (session.idle_until_ms <= now_ms || session.absolute_until_ms <= now_ms) remove_session(hash);
                }
            }
        }
        void put_meta(std::string_view key, std::string_view value) override { own_.meta[std::string(key)] = value; }
        void add_attachment(const store::AttachmentRecord& attachment) override {
            if (find_attachment_of(attachment.owner_id, attachment.content)) throw store::StoreFailure("kept already");
            if (!attachments_.try_emplace(attachment.id, attachment).second) throw store::StoreFailure("used before");
        }
        void note_attached(const AttachmentId& id, std::string_view file_name,
                           const std::vector<std::string>& feeds) override {
            attachments_.at(id).file_name = file_name;
            attachment_feeds_[id].insert(feeds.begin(), feeds.end());
        }
        void remove_unattached(std::int64_t uploaded_before_ms) override {
            std::erase_if(attachments_, [&](const auto& entry) {
                return entry.second.uploaded_ms < uploaded_before_ms && !attachment_feeds_.contains(entry.first);
            });
        }
        void note_domain_time(std::int64_t domain_ms) override {
            own_.latest_domain_ms = std::max(own_.latest_domain_ms, domain_ms);
        }

        void commit() {
            const std::lock_guard changing(data_);
            for (auto& [feed, events] : own_.feeds) {
                auto& kept = disk_.feeds[feed];
                kept.insert(kept.end(), events.begin(), events.end());
            }
            for (auto& [id, account] : own_.accounts) disk_.accounts[id] = std::move(account);
            for (auto& [hash, is_ended] : ended_) disk_.sessions.erase(hash);
            for (auto& [hash, session] : own_.sessions) disk_.sessions[hash] = session;
            for (auto& [id, account] : own_.devices) disk_.devices[id] = account;
            for (auto& [id, records] : own_.operations) {
                auto& kept = disk_.operations[id];
                kept.insert(kept.end(), records.begin(), records.end());
            }
            for (auto& [key, value] : own_.meta) disk_.meta[key] = std::move(value);
            disk_.attachments = attachments_;
            disk_.attachment_feeds = attachment_feeds_;
            disk_.latest_domain_ms = std::max(disk_.latest_domain_ms, own_.latest_domain_ms);
        }

      private:
        template <class Map, class Key>
        auto find(const Map& own, const Map& kept, const Key& key) -> std::optional<typename Map::mapped_type> {
            const std::lock_guard reading(data_);
            if (const auto found = own.find(key); found != own.end()) return found->second;
            if (const auto found = kept.find(key); found != kept.end()) return found->second;
            return std::nullopt;
        }
        std::uint64_t committed(std::string_view feed) const {
            const auto found = disk_.feeds.find(feed);
            return found == disk_.feeds.end() ? 0 : found->second.size();
        }
        std::uint64_t appended(std::string_view feed) const {
            const auto found = own_.feeds.find(feed);
            return found == own_.feeds.end() ? 0 : found->second.size();
        }
        std::uint64_t last_sequence(const DeviceId& device) const {
            std::uint64_t last = 0;
            const auto count = [&](const auto& operations) {
                const auto found = operations.find(device);
                if (found != operations.end()) last += found->second.size();
            };
            count(disk_.operations);
            count(own_.operations);
            return last;
        }

        MemoryDisk& disk_;
        std::mutex& data_;
        MemoryDisk own_;
        std::map<store::Digest, bool> ended_;
        std::map<AttachmentId, store::AttachmentRecord> attachments_;
        std::map<AttachmentId, std::set<std::string>> attachment_feeds_;
    };

    std::shared_ptr<MemoryDisk> disk_;
    std::mutex writer_;
    std::mutex data_;
};

}  // namespace xueshi::testing
