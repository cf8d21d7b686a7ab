#include "server/store/records.h"

namespace xueshi::store {
namespace {

constexpr std::array<std::string_view, 3> kMediaTypes = {"application/pdf", "image/jpeg", "image/png"};

}  // namespace

std::string_view media_type(AttachmentType type) { return kMediaTypes[static_cast<std::size_t>(type)]; }

std::optional<AttachmentType> parse_media_type(std::string_view name) {
    for (std::size_t i = 0; i < kMediaTypes.size(); ++i) {
        if (kMediaTypes[i] == name) return static_cast<AttachmentType>(i);
    }
    return std::nullopt;
}

}  // namespace xueshi::store
