#include "server/store/sqlite_transaction.h"

#include <algorithm>

namespace xueshi::store {
namespace {

std::string role_names(const std::vector<organisation::OrgRole>& roles) {
    std::string names;
    for (const organisation::OrgRole role : roles) {
        if (!names.empty()) names += ' ';
        names += organisation::role_name(role);
    }
    return names;
}

}  // namespace

SqliteTransaction::SqliteTransaction(SqliteConnection& connection)
    : SqliteView(connection),
      connection_(connection),
      add_feed_(connection, "INSERT INTO feed (name) VALUES (?)"),
      append_(connection,
              "INSERT INTO feed_event"
              " (feed, sequence, origin_device, origin_sequence, stamp, type, payload)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)"),
      device_(connection, "SELECT id, account_id FROM device WHERE device_id = ?"),
      last_operation_(connection, "SELECT max(sequence) FROM operation WHERE device = ?"),
      add_device_(connection, "INSERT INTO device (device_id, account_id) VALUES (?, ?)"),
      operation_(connection,
                 "SELECT body_hash, accepted, code, subject, receipt FROM operation"
                 " WHERE device = ? AND sequence = ?"),
      add_operation_(
          connection,
          "INSERT INTO operation (device, sequence, body_hash, accepted, code, subject, receipt)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)"),
      put_account_(
          connection,
          "INSERT INTO account (id, login, display_name, roles, unit_id, unit_name, credential)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET login = ?2,"
          " display_name = ?3, roles = ?4, unit_id = ?5, unit_name = ?6, credential = ?7"),
      put_session_(connection,
                   "INSERT INTO session (token_hash, account_id, idle_until_ms, absolute_until_ms)"
                   " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (token_hash) DO UPDATE SET"
                   " idle_until_ms = ?3"),
      remove_session_(connection, "DELETE FROM session WHERE token_hash = ?"),
      remove_ended_(connection,
                    "DELETE FROM session WHERE idle_until_ms <= ?1 OR absolute_until_ms <= ?1"),
      put_meta_(connection,
                "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET "
                "value = ?2"),
      raise_domain_(connection,
                    "INSERT INTO meta (key, value) VALUES ('latest_domain_ms', CAST(?1 AS TEXT))"
                    " ON CONFLICT (key) DO UPDATE SET value = CAST(?1 AS TEXT)"
                    " WHERE CAST(value AS INTEGER) < ?1"),
      add_attachment_(connection,
                      "INSERT INTO attachment"
                      " (id, owner_id, content_hash, bytes, type, uploaded_ms, file_name)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?)"),
      name_attachment_(connection, "UPDATE attachment SET file_name = ?2 WHERE id = ?1"),
      add_attachment_feed_(connection,
                           "INSERT INTO attachment_feed (attachment_id, feed) VALUES (?, ?)"
                           " ON CONFLICT DO NOTHING"),
      remove_unattached_(connection,
                         "DELETE FROM attachment WHERE uploaded_ms < ? AND id NOT IN"
                         " (SELECT attachment_id FROM attachment_feed)") {}

std::int64_t SqliteTransaction::feed_row_or_new(std::string_view feed) {
    if (const auto existing = feed_row(feed)) return *existing;
    add_feed_.use().bind(1, feed).run();
    return sqlite3_last_insert_rowid(connection_.handle());
}

std::uint64_t SqliteTransaction::append(std::string_view feed, const sync::Envelope& envelope) {
    const std::int64_t row = feed_row_or_new(feed);
    const std::uint64_t sequence = head_of_row(row) + 1;
    const std::string stamp = format_stamp(envelope.stamp);
    auto use = append_.use();
    use.bind(1, row).bind(2, sequence);
    if (envelope.origin.is_server()) {
        use.bind_null(3);
    } else {
        use.bind(3, envelope.origin.device_id.text);
    }
    use.bind(4, envelope.origin.sequence)
        .bind(5, stamp)
        .bind(6, envelope.type)
        .bind(7, envelope.payload);
    use.run();
    return sequence;
}

std::optional<DeviceRecord> SqliteTransaction::find_device(const DeviceId& id) {
    auto device = device_.use();
    device.bind(1, id.text);
    if (!device.step()) return std::nullopt;
    auto last = last_operation_.use();
    last.bind(1, device.number(0));
    return DeviceRecord{id, AccountId{device.text(1)}, last.step() ? last.count(0) : 0};
}

void SqliteTransaction::add_device(const DeviceId& id, const AccountId& account_id) {
    add_device_.use().bind(1, id.text).bind(2, account_id.text).run();
}

std::int64_t SqliteTransaction::device_row(const DeviceId& id) {
    auto device = device_.use();
    device.bind(1, id.text);
    if (!device.step())
        throw ConstraintFailure("An operation names a device that is not registered");
    return device.number(0);
}

std::optional<OperationRecord> SqliteTransaction::find_operation(const DeviceId& device,
                                                                 std::uint64_t sequence) {
    const std::int64_t owner = device_row(device);
    auto row = operation_.use();
    row.bind(1, owner).bind(2, sequence);
    if (!row.step()) return std::nullopt;
    OperationRecord record;
    const std::string_view hash = row.blob(0);
    if (hash.size() != record.body_hash.size())
        throw StoreFailure("An operation's body hash is damaged");
    std::copy(hash.begin(), hash.end(), record.body_hash.begin());
    record.outcome = {sequence, row.number(1) != 0, row.text(2), row.text(3), row.text(4)};
    return record;
}

void SqliteTransaction::add_operation(const DeviceId& device, const OperationRecord& record) {
    const std::int64_t owner = device_row(device);
    {
        auto last = last_operation_.use();
        last.bind(1, owner);
        const std::uint64_t expected = (last.step() ? last.count(0) : 0) + 1;
        if (record.outcome.sequence != expected) {
            throw ConstraintFailure("An operation's sequence is not the device's next");
        }
    }
    const sync::OperationOutcome& outcome = record.outcome;
    auto use = add_operation_.use();
    use.bind(1, owner).bind(2, outcome.sequence).bind(3, record.body_hash);
    use.bind(4, std::int64_t{outcome.accepted ? 1 : 0})
        .bind(5, outcome.code)
        .bind(6, outcome.subject);
    use.bind(7, outcome.receipt).run();
}

void SqliteTransaction::put_account(const AccountRecord& account) {
    const std::string roles = role_names(account.roles);
    auto use = put_account_.use();
    use.bind(1, account.id.text)
        .bind(2, account.login)
        .bind(3, account.display_name)
        .bind(4, roles);
    use.bind(5, account.unit_id.text).bind(6, account.unit_name);
    if (account.credential.empty()) {
        use.bind_null(7);
    } else {
        use.bind(7, account.credential);
    }
    use.run();
}

void SqliteTransaction::put_session(const SessionRecord& session) {
    auto use = put_session_.use();
    use.bind(1, session.token_hash).bind(2, session.account_id.text);
    use.bind(3, session.idle_until_ms).bind(4, session.absolute_until_ms).run();
}

void SqliteTransaction::remove_session(const Digest& token_hash) {
    remove_session_.use().bind(1, token_hash).run();
}

void SqliteTransaction::remove_sessions_ended_by(std::int64_t now_ms) {
    remove_ended_.use().bind(1, now_ms).run();
}

void SqliteTransaction::put_meta(std::string_view key, std::string_view value) {
    put_meta_.use().bind(1, key).bind(2, value).run();
}

void SqliteTransaction::note_domain_time(std::int64_t domain_ms) {
    raise_domain_.use().bind(1, domain_ms).run();
}

void SqliteTransaction::add_attachment(const AttachmentRecord& attachment) {
    auto use = add_attachment_.use();
    use.bind(1, attachment.id.text).bind(2, attachment.owner_id.text).bind(3, attachment.content);
    use.bind(4, attachment.bytes).bind(5, media_type(attachment.type)).bind(6, attachment.uploaded_ms);
    use.bind(7, attachment.file_name).run();
}

void SqliteTransaction::note_attached(const AttachmentId& id,
                                      std::string_view file_name,
                                      const std::vector<std::string>& feeds) {
    name_attachment_.use().bind(1, id.text).bind(2, file_name).run();
    for (const std::string& feed : feeds) add_attachment_feed_.use().bind(1, id.text).bind(2, feed).run();
}

void SqliteTransaction::remove_unattached(std::int64_t uploaded_before_ms) {
    remove_unattached_.use().bind(1, uploaded_before_ms).run();
}

}  // namespace xueshi::store
