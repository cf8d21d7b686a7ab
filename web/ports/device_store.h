// The device's own memory: small records under names, kept by the browser when the page and the browser end.
//
// A write is a whole batch, taken or not. Its answer without a problem means that the batch is on the disk as
// far as the browser can say (IndexedDB, strict durability). Requests are answered in the order they were
// made, and writes take effect in that order. A lost connection is opened anew by the port itself; only
// what stays wrong is answered as a problem. Nothing blocks and nothing calls back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xueshi::ports {

using StoreRequest = std::uint32_t;

struct StoreRecord {
    std::string name;  // ASCII, parts separated by '/'
    std::string value;
};

struct StoreBatch {
    std::vector<std::string> removals;  // done first; a name that ends in '/' removes all under it
    std::vector<StoreRecord> puts;

    bool empty() const { return removals.empty() && puts.empty(); }
};

enum class StoreProblem : std::uint8_t {
    None,
    Forbidden,  // this browser lets the page keep nothing (private mode, a setting)
    Full,       // no room left; nothing of the batch was taken
    Failed,     // anything else; nothing of the batch was taken
};

struct StoreAnswer {
    StoreRequest request = 0;
    StoreProblem problem = StoreProblem::None;
    std::vector<StoreRecord> records;  // of a read: ascending by name
};

class DeviceStore {
  public:
    virtual ~DeviceStore() = default;
    // Every record whose name starts so. Ids are never 0 and never used twice.
    virtual StoreRequest read(std::string_view prefix) = 0;
    virtual StoreRequest write(const StoreBatch& batch) = 0;
    // Answers since the last call; an arriving answer wakes the frame loop.
    virtual std::vector<StoreAnswer> take_answers() = 0;
    // Asks the browser not to clear this memory when it needs room. May be asked again; may be refused.
    virtual void ask_to_keep() = 0;
};

}  // namespace xueshi::ports
