// Documents of this release that the program reads only where it needs them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace xueshi::ports {

enum class DocumentName : std::uint8_t {
    Capability,  // the diagnostic's framework and banks (core/codec/capability_shelf_json.h)
};

struct ArrivedDocument {
    DocumentName name = DocumentName::Capability;
    std::string bytes;  // empty when it could not be had
};

class Library {
  public:
    virtual ~Library() = default;
    // Asked again, it tries again.
    virtual void fetch(DocumentName name) = 0;
    // What arrived since the last call, one by one; an arrival wakes the frame loop.
    virtual std::optional<ArrivedDocument> take() = 0;
};

}  // namespace xueshi::ports
