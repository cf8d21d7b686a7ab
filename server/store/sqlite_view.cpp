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
      meta_(connection, "SELECT value FROM meta WHERE key = ?") {}

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

std::int64_t SqliteView::latest_domain_ms() {
    const std::string text = meta(kLatestDomainKey).value_or("0");
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace xueshi::store
