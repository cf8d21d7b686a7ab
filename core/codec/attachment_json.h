// The answer to an upload as sent (docs/formats/wire.md): the file is kept, and may be attached by an intent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/result.h"

namespace xueshi::codec {

struct KeptUpload {
    AttachmentId attachment_id;
    std::string type;  // media type, told by the first bytes
    std::uint64_t bytes = 0;

    friend bool operator==(const KeptUpload&, const KeptUpload&) = default;
};

std::string encode_kept_upload(const KeptUpload& upload);
Result<KeptUpload> decode_kept_upload(std::string_view json);

}  // namespace xueshi::codec
