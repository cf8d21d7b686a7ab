#include "server/certificates/signing_keys.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "core/codec/signing_keys_json.h"

namespace xueshi::certificates {
namespace {

using certificate::SigningKey;

constexpr std::string_view kMetaKeys = "certificate_keys";

std::vector<SigningKey> read_keys(store::StoreView& view) {
    const auto stored = view.meta(kMetaKeys);
    if (!stored) return {};
    auto keys = codec::decode_signing_keys(*stored);
    if (!keys) throw store::StoreFailure("The certificate keys cannot be read: " + keys.error().subject);
    return *std::move(keys);
}

void write_keys(store::Transaction& transaction, const std::vector<SigningKey>& keys) {
    transaction.put_meta(kMetaKeys, codec::encode_signing_keys(keys));
}

SigningKey key_of(const Seed& seed, CivilDate today) {
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    SigningKey key;
    static_assert(certificate::kPublicKeyBytes == crypto_sign_PUBLICKEYBYTES && sizeof(Seed) == crypto_sign_SEEDBYTES);
    crypto_sign_seed_keypair(key.public_key.data(), secret, seed.data());
    sodium_memzero(secret, sizeof secret);
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, key.public_key.data(), key.public_key.size());
    std::copy_n(digest, key.id.size(), key.id.begin());
    key.from = today;
    return key;
}

// Its secret is on the disk before anybody hears of it.
Signer make_key(const KeyFiles& files, CivilDate today) {
    Signer signer;
    randombytes_buf(signer.seed.data(), signer.seed.size());
    signer.key = key_of(signer.seed, today);
    files.put(signer.key.id, signer.seed);
    return signer;
}

// Those that could sign, as retired today; their ids.
std::vector<certificate::KeyId> retire_all(std::vector<SigningKey>& keys, CivilDate today) {
    std::vector<certificate::KeyId> retired;
    for (SigningKey& key : keys) {
        if (!key.may_sign()) continue;
        key.retired = today;
        retired.push_back(key.id);
    }
    return retired;
}

// In one transaction with whatever else is done to the keys before.
template <class Change>
Result<Signer> put_new_key(store::EventStore& event_store, const KeyFiles& files, CivilDate today, Change&& change) {
    const Signer signer = make_key(files, today);
    std::vector<certificate::KeyId> retired;
    const Outcome written = event_store.write([&](store::Transaction& transaction) -> Outcome {
        std::vector<SigningKey> keys = read_keys(transaction);
        change(keys);
        retired = retire_all(keys, today);
        keys.push_back(signer.key);
        write_keys(transaction, keys);
        return Done{};
    });
    if (!written) {
        files.remove(signer.key.id);
        return written.error();
    }
    // What signs no more need not be kept secret any longer: it is deleted.
    for (const certificate::KeyId& id : retired) files.remove(id);
    return signer;
}

void nothing(std::vector<SigningKey>&) {}

}  // namespace

std::vector<SigningKey> signing_keys(store::EventStore& event_store) {
    std::vector<SigningKey> keys;
    event_store.read([&](store::StoreView& view) { keys = read_keys(view); });
    return keys;
}

std::string Signer::sign(std::string_view bytes) const {
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(public_key, secret, seed.data());
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), secret);
    sodium_memzero(secret, sizeof secret);
    return signature;
}

Result<Signer> ensure_signer(store::EventStore& event_store, const KeyFiles& files, CivilDate today) {
    for (const SigningKey& key : signing_keys(event_store)) {
        if (!key.may_sign()) continue;
        const auto seed = files.find(key.id);
        if (seed && key_of(*seed, key.from).public_key == key.public_key) return Signer{key, *seed};
    }
    return put_new_key(event_store, files, today, nothing);
}

Result<SigningKey> rotate(store::EventStore& event_store, const KeyFiles& files, CivilDate today) {
    const Result<Signer> signer = put_new_key(event_store, files, today, nothing);
    if (!signer) return signer.error();
    return signer->key;
}

Result<Revocation> revoke(store::EventStore& event_store, const KeyFiles& files, const certificate::KeyId& id,
                          const std::string& reason, CivilDate today) {
    const std::vector<SigningKey> keys = signing_keys(event_store);
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const SigningKey& each) { return each.id == id; });
    if (found == keys.end()) return Revocation::UnknownKey;
    if (found->revoked) return Revocation::RevokedBefore;
    const auto mark = [&](std::vector<SigningKey>& all) {
        for (SigningKey& key : all) {
            if (!(key.id == id)) continue;
            key.revoked = today;
            key.reason = reason;
        }
    };
    if (found->may_sign()) {
        const Result<Signer> signer = put_new_key(event_store, files, today, mark);
        if (!signer) return signer.error();
    } else {
        const Outcome written = event_store.write([&](store::Transaction& transaction) -> Outcome {
            std::vector<SigningKey> all = read_keys(transaction);
            mark(all);
            write_keys(transaction, all);
            return Done{};
        });
        if (!written) return written.error();
    }
    files.remove(id);
    return Revocation::Done;
}

}  // namespace xueshi::certificates
