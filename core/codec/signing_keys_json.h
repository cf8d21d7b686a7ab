// The public keys of certificates, as they are kept and published: {"keys": […]}, oldest first
// (docs/formats/certificate.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/certificate/signing_key.h"

namespace xueshi::codec {

std::string encode_signing_keys(const std::vector<certificate::SigningKey>& keys);
Result<std::vector<certificate::SigningKey>> decode_signing_keys(std::string_view json);

}  // namespace xueshi::codec
