// What a device keeps of its own work between visits, as JSON (docs/formats/device.md). Strictly read: a
// record that does not read is damaged, never half taken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/event.h"
#include "core/base/result.h"
#include "core/codec/session_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {

// One operation that waits for the server. Its stamp's node is the device.
std::string encode_operation(const sync::Operation& operation);
Result<sync::Operation> decode_operation(std::string_view bytes);

// The last session document, and when it was heard by the device's own calendar.
struct HeldSession {
    SessionDocument session;
    std::int64_t wall_ms = 0;
};
std::string encode_held_session(const HeldSession& held);
Result<HeldSession> decode_held_session(std::string_view bytes);

// How far a device identity has counted, and when it was last used (domain time).
struct HeldIdentity {
    std::uint64_t last_sequence = 0;
    std::int64_t used_ms = 0;
};
std::string encode_held_identity(const HeldIdentity& held);
Result<HeldIdentity> decode_held_identity(std::string_view bytes);

// A step that can be taken back: what it was ("RunAdded"), what it was about, the events and their inverse.
struct HeldStep {
    std::string label;
    std::string subject;
    std::vector<app::Event> done;
    std::vector<app::Event> inverse;
};
std::string encode_held_step(const HeldStep& step);
Result<HeldStep> decode_held_step(std::string_view bytes);

// Something the person must hear of until they say that they have: a late refusal, a restored server.
struct HeldNews {
    std::string code;     // an error code or a name of the runtime's ("server.restored")
    std::string subject;  // what it names
    std::string about;    // type of the operation it answers, or empty
    std::int64_t at_ms = 0;  // domain time
};
std::string encode_held_news(const HeldNews& news);
Result<HeldNews> decode_held_news(std::string_view bytes);

// The file a person takes away: what no server has confirmed yet.
struct UnsyncedWork {
    AccountId account_id;
    std::string display_name;
    std::vector<sync::Operation> operations;  // in the order they were made; sequences have no meaning here
};
std::string encode_unsynced_work(const UnsyncedWork& work);
Result<UnsyncedWork> decode_unsynced_work(std::string_view bytes);

}  // namespace xueshi::codec
