// The writing half of the SQLite store: what a job may do between BEGIN and COMMIT.
#pragma once

#include "server/store/sqlite_view.h"

namespace xueshi::store {

class SqliteTransaction final : public SqliteView, public virtual Transaction {
  public:
    explicit SqliteTransaction(SqliteConnection& connection);

    std::uint64_t append(std::string_view feed, const sync::Envelope& envelope) override;
    std::optional<DeviceRecord> find_device(const DeviceId& id) override;
    void add_device(const DeviceId& id, const AccountId& account_id) override;
    std::optional<OperationRecord> find_operation(const DeviceId& device,
                                                  std::uint64_t sequence) override;
    void add_operation(const DeviceId& device, const OperationRecord& record) override;
    void put_account(const AccountRecord& account) override;
    void put_session(const SessionRecord& session) override;
    void remove_session(const Digest& token_hash) override;
    void remove_sessions_ended_by(std::int64_t now_ms) override;
    void put_meta(std::string_view key, std::string_view value) override;
    void add_attachment(const AttachmentRecord& attachment) override;
    void note_attached(const AttachmentId& id, std::string_view file_name, const std::vector<std::string>& feeds) override;
    void remove_unattached(std::int64_t uploaded_before_ms) override;
    void note_domain_time(std::int64_t domain_ms) override;

  private:
    std::int64_t feed_row_or_new(std::string_view feed);
    std::int64_t device_row(const DeviceId& id);

    SqliteConnection& connection_;
    SqliteStatement add_feed_;
    SqliteStatement append_;
    SqliteStatement device_;
    SqliteStatement last_operation_;
    SqliteStatement add_device_;
    SqliteStatement operation_;
    SqliteStatement add_operation_;
    SqliteStatement put_account_;
    SqliteStatement put_session_;
    SqliteStatement remove_session_;
    SqliteStatement remove_ended_;
    SqliteStatement put_meta_;
    SqliteStatement raise_domain_;
    SqliteStatement add_attachment_;
    SqliteStatement name_attachment_;
    SqliteStatement add_attachment_feed_;
    SqliteStatement remove_unattached_;
};

}  // namespace xueshi::store
