// The questions of StoreView and Transaction, asked of one SQLite connection.
//
// SqliteView reads; SqliteTransaction also writes and is only used by the group writer, between
// BEGIN and COMMIT. Both keep their prepared statements for the life of the connection.
#pragma once

#include "server/store/sqlite_connection.h"

namespace xueshi::store {

class SqliteView : public virtual StoreView {
  public:
    explicit SqliteView(SqliteConnection& connection);

    std::uint64_t feed_head(std::string_view feed) override;
    FeedSlice read_feed(std::string_view feed, std::uint64_t after, std::size_t limit) override;
    std::optional<AccountRecord> find_account(const AccountId& id) override;
    std::optional<AccountRecord> find_account_by_login(std::string_view login) override;
    std::optional<SessionRecord> find_session(const Digest& token_hash) override;
    std::optional<std::string> meta(std::string_view key) override;
    std::int64_t latest_domain_ms() override;
    std::optional<AttachmentRecord> find_attachment(const AttachmentId& id) override;
    std::optional<AttachmentRecord> find_attachment_of(const AccountId& owner, const ContentHash& content) override;
    std::vector<std::string> feeds_of_attachment(const AttachmentId& id) override;
    std::size_t count_uploads(const AccountId& owner, std::int64_t since_ms) override;
    std::vector<AttachmentRecord> attachments() override;

  protected:
    std::optional<std::int64_t> feed_row(std::string_view feed);
    std::uint64_t head_of_row(std::int64_t feed_row);

  private:
    SqliteStatement find_feed_;
    SqliteStatement head_;
    SqliteStatement slice_;
    SqliteStatement account_by_id_;
    SqliteStatement account_by_login_;
    SqliteStatement session_;
    SqliteStatement meta_;
    SqliteStatement attachment_;
    SqliteStatement attachment_of_;
    SqliteStatement attachment_feeds_;
    SqliteStatement uploads_;
    SqliteStatement attachments_;
};

// The envelope in the columns origin_device, origin_sequence, stamp, type, payload from
// `first_column` on.
sync::Envelope read_envelope(const SqliteStatement::Use& row,
                             int first_column,
                             std::uint64_t sequence);

}  // namespace xueshi::store
