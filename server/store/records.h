// What the store keeps besides events: accounts, sessions, devices and the outcomes of operations.
//
// Times here are real UTC milliseconds unless the name says domain: the domain's clock may run in
// another year (sample city), sessions never do.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/organisation/role.h"
#include "core/sync/envelope.h"
#include "core/sync/operation.h"

namespace xueshi::store {

struct AccountRecord {
    AccountId id;
    std::string login;  // unique; compared byte for byte
    std::string display_name;
    std::vector<organisation::OrgRole> roles;
    UnitId unit_id;
    std::string unit_name;
    std::string credential;  // Argon2id, encoded; empty: this account cannot log in

    friend bool operator==(const AccountRecord&, const AccountRecord&) = default;
};

using Digest = std::array<unsigned char, 32>;  // BLAKE2b-256

struct SessionRecord {
    Digest token_hash{};  // the token itself is known to the browser only
    AccountId account_id;
    std::int64_t idle_until_ms = 0;      // moved forward by use
    std::int64_t absolute_until_ms = 0;  // fixed at log-in

    friend bool operator==(const SessionRecord&, const SessionRecord&) = default;
};

struct DeviceRecord {
    DeviceId id;
    AccountId account_id;
    std::uint64_t last_sequence = 0;  // of the last operation that has an outcome
};

struct OperationRecord {
    Digest body_hash{};
    sync::OperationOutcome outcome;
};

using ContentHash = std::array<unsigned char, 32>;  // SHA-256

enum class AttachmentType : std::uint8_t { Pdf, Jpeg, Png };

// A file somebody uploaded. What it holds is a file of its own (attachment_files.h).
struct AttachmentRecord {
    AttachmentId id;
    AccountId owner_id;
    ContentHash content{};
    std::uint64_t bytes = 0;
    AttachmentType type = AttachmentType::Pdf;
    std::int64_t uploaded_ms = 0;
    std::string file_name;  // as it was attached last; empty: to nothing so far

    friend bool operator==(const AttachmentRecord&, const AttachmentRecord&) = default;
};

// "application/pdf"; the two are one-to-one.
std::string_view media_type(AttachmentType type);
std::optional<AttachmentType> parse_media_type(std::string_view name);

// A consistent piece of one feed: the head belongs to the same instant as the events.
struct FeedSlice {
    std::vector<sync::Envelope> events;
    std::uint64_t head = 0;
};

}  // namespace xueshi::store
