#include "server/authority/roster_states.h"

#include <utility>

#include "core/codec/special_json.h"
#include "server/store/feed_reading.h"

namespace xueshi::authority {

std::string project_feed(const ProjectId& project) { return "project:" + project.text; }

FoldedRoster RosterStates::take(store::StoreView& view, const std::string& feed) {
    FoldedRoster folded;
    if (const auto found = kept_.find(feed); found != kept_.end()) {
        folded = std::move(found->second);
        kept_.erase(found);
    }
    catch_up(view, feed, folded);
    return folded;
}

void RosterStates::catch_up(store::StoreView& view, const std::string& feed, FoldedRoster& folded) {
    folded.head = store::read_since(view, feed, folded.head, [&](const sync::Envelope& envelope) {
        const auto event = codec::decode_special_event(envelope.type, envelope.payload);
        if (!event) throw store::StoreFailure("A stored event cannot be read: " + event.error().subject);
        app::apply(folded.state, *event, envelope.stamp);
    });
}

void RosterStates::give_back(std::map<std::string, FoldedRoster> taken) { kept_.merge(taken); }

}  // namespace xueshi::authority
