// The keys certificates are signed with: which there were, and the one that signs today.
//
// Public halves with their dates stand in the store (meta `certificate_keys`), so that every backup can tell what the
// city has ever signed; secrets are files (key_files.h). Days are the domain's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/certificate/signing_key.h"
#include "server/certificates/key_files.h"
#include "server/store/event_store.h"

namespace xueshi::certificates {

// All, oldest first. Throws StoreFailure when what is stored cannot be read.
std::vector<certificate::SigningKey> signing_keys(store::EventStore& event_store);

struct Signer {
    certificate::SigningKey key;
    Seed seed{};

    // Ed25519 over any bytes.
    std::string sign(std::string_view bytes) const;
};

// The key that signs. Where none can (there is none yet, the last was revoked, or its secret is gone, as after a
// restore), one is made, and what cannot sign any more is retired. Refused as EventStore::write; throws StoreFailure.
Result<Signer> ensure_signer(store::EventStore& event_store, const KeyFiles& files, CivilDate today);

// A new key signs from now on; the one before is retired, its secret deleted, and what it signed stands.
Result<certificate::SigningKey> rotate(store::EventStore& event_store, const KeyFiles& files, CivilDate today);

// Nothing the key signed stands any more; a new key signs where it did. Nobody else may write meanwhile.
enum class Revocation : std::uint8_t { Done, UnknownKey, RevokedBefore };
Result<Revocation> revoke(store::EventStore& event_store, const KeyFiles& files, const certificate::KeyId& id,
                          const std::string& reason, CivilDate today);

}  // namespace xueshi::certificates
