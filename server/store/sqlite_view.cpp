#include "server/store/sqlite_view.h"

#include <algorithm>
#include <charconv>

namespace xueshi::store {
namespace {

constexpr std::string_view kLatestDomainKey = "latest_domain_ms";

std::vector<organisation::OrgRole> read_roles(std::string_view names) {
    std::vector<organisation::OrgRole> roles;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        if (const auto role = organisation::parse_role(names.substr(0, end)))
            roles.push_back(*role);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return roles;
}

AccountRecord read_account(const SqliteStatement::Use& row) {
    AccountRecord account;
    account.id = AccountId{row.text(0)};
    account.login = row.text(1);
    account.display_name = row.text(2);
    account.roles = read_roles(row.text(3));
    account.unit_id = UnitId{row.text(4)};
    account.unit_name = row.text(5);
    account.credential = row.text(6);
    return account;
}

constexpr std::string_view kAttachment =
    "SELECT id, owner_id, content_hash, bytes, type, uploaded_ms, file_name FROM attachment";

std::string attachment_where(std::string_view condition) { return std::string(kAttachment) + std::string(condition); }

AttachmentRecord read_attachment(const SqliteStatement::Use& row) {
    AttachmentRecord record;
    record.id = AttachmentId{row.text(0)};
    record.owner_id = AccountId{row.text(1)};
    const std::string_view hash = row.blob(2);
    const auto type = parse_media_type(row.text(4));
    if (hash.size() != record.content.size() || !type) throw StoreFailure("An attachment's row is damaged");
    std::copy(hash.begin(), hash.end(), record.content.begin());
    record.bytes = row.count(3);
    record.type = *type;
    record.uploaded_ms = row.number(5);
    record.file_name = row.text(6);
    return record;
}

}  // namespace

sync::Envelope read_envelope(const SqliteStatement::Use& row,
                             int first_column,
                             std::uint64_t sequence) {
    sync::Envelope envelope;
    envelope.sequence = sequence;
    envelope.origin.device_id = DeviceId{row.text(first_column)};
    envelope.origin.sequence = row.count(first_column + 1);
    const auto stamp = parse_stamp(row.text(first_column + 2));
    if (!stamp) throw StoreFailure("An event's stamp is damaged");
    envelope.stamp = *stamp;
    envelope.type = row.text(first_column + 3);
    envelope.payload = row.text(first_column + 4);
    return envelope;
}

SqliteView::SqliteView(SqliteConnection& connection)
    : find_feed_(connection, "SELECT id FROM feed WHERE name = ?"),
      head_(connection, "SELECT max(sequence) FROM feed_event WHERE feed = ?"),
      slice_(connection,
             "SELECT sequence, origin_device, origin_sequence, stamp, type, payload FROM feed_event"
             " WHERE feed = ? AND sequence > ? ORDER BY sequence LIMIT ?"),
      account_by_id_(
          connection,
          "SELECT id, login, display_name, roles, unit_id, unit_name, credential FROM account"
          " WHERE id = ?"),
      account_by_login_(
          connection,
          "SELECT id, login, display_name, roles, unit_id, unit_name, credential FROM account"
          " WHERE login = ?"),
      session_(
          connection,
          "SELECT account_id, idle_until_ms, absolute_until_ms FROM session WHERE token_hash = ?"),
      meta_(connection, "SELECT value FROM meta WHERE key = ?"),
      attachment_(connection, attachment_where(" WHERE id = ?")),
      attachment_of_(connection, attachment_where(" WHERE owner_id = ? AND content_hash = ?")),
      attachment_feeds_(connection, "SELECT feed FROM attachment_feed WHERE attachment_id = ? ORDER BY feed"),
      uploads_(connection, "SELECT count(*) FROM attachment WHERE owner_id = ? AND uploaded_ms >= ?"),
      attachments_(connection, attachment_where(" ORDER BY id")) {}

std::optional<std::int64_t> SqliteView::feed_row(std::string_view feed) {
    auto row = find_feed_.use();
    row.bind(1, feed);
    if (!row.step()) return std::nullopt;
    return row.number(0);
}

std::uint64_t SqliteView::head_of_row(std::int64_t feed_row) {
    auto row = head_.use();
    row.bind(1, feed_row);
    return row.step() ? row.count(0) : 0;
}

std::uint64_t SqliteView::feed_head(std::string_view feed) {
    const auto id = feed_row(feed);
    return id ? head_of_row(*id) : 0;
}

FeedSlice SqliteView::read_feed(std::string_view feed, std::uint64_t after, std::size_t limit) {
    FeedSlice slice;
    const auto id = feed_row(feed);
    if (!id) return slice;
    slice.head = head_of_row(*id);
    auto row = slice_.use();
    row.bind(1, *id).bind(2, after).bind(3, static_cast<std::uint64_t>(limit));
    while (row.step()) slice.events.push_back(read_envelope(row, 1, row.count(0)));
    return slice;
}

std::optional<AccountRecord> SqliteView::find_account(const AccountId& id) {
    auto row = account_by_id_.use();
    row.bind(1, id.text);
    if (!row.step()) return std::nullopt;
    return read_account(row);
}

std::optional<AccountRecord> SqliteView::find_account_by_login(std::string_view login) {
    auto row = account_by_login_.use();
    row.bind(1, login);
    if (!row.step()) return std::nullopt;
    return read_account(row);
}

std::optional<SessionRecord> SqliteView::find_session(const Digest& token_hash) {
    auto row = session_.use();
    row.bind(1, token_hash);
    if (!row.step()) return std::nullopt;
    return SessionRecord{token_hash, AccountId{row.text(0)}, row.number(1), row.number(2)};
}

std::optional<std::string> SqliteView::meta(std::string_view key) {
    auto row = meta_.use();
    row.bind(1, key);
    if (!row.step()) return std::nullopt;
    return row.text(0);
}

std::optional<AttachmentRecord> SqliteView::find_attachment(const AttachmentId& id) {
    auto row = attachment_.use();
    row.bind(1, id.text);
    if (!row.step()) return std::nullopt;
    return read_attachment(row);
}

std::optional<AttachmentRecord> SqliteView::find_attachment_of(const AccountId& owner, const ContentHash& content) {
    auto row = attachment_of_.use();
    row.bind(1, owner.text).bind(2, content);
    if (!row.step()) return std::nullopt;
    return read_attachment(row);
}

std::vector<std::string> SqliteView::feeds_of_attachment(const AttachmentId& id) {
    std::vector<std::string> feeds;
    auto row = attachment_feeds_.use();
    row.bind(1, id.text);
    while (row.step()) feeds.push_back(row.text(0));
    return feeds;
}

std::size_t SqliteView::count_uploads(const AccountId& owner, std::int64_t since_ms) {
    auto row = uploads_.use();
    row.bind(1, owner.text).bind(2, since_ms);
    return row.step() ? static_cast<std::size_t>(row.count(0)) : 0;
}

std::vector<AttachmentRecord> SqliteView::attachments() {
    std::vector<AttachmentRecord> all;
    auto row = attachments_.use();
    while (row.step()) all.push_back(read_attachment(row));
    return all;
}

std::int64_t SqliteView::latest_domain_ms() {
    const std::string text = meta(kLatestDomainKey).value_or("0");
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace xueshi::store
