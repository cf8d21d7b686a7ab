#include "server/authority/roster_states.h"

#include <utility>

#include "core/codec/special_json.h"

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
    const std::uint64_t target = view.feed_head(feed);
    while (folded.head < target) {
        const store::FeedSlice slice = view.read_feed(feed, folded.head, sync::kMaxEventsPerPage);
        if (slice.events.empty()) throw store::StoreFailure("A feed ends before its head");
        for (const sync::Envelope& envelope : slice.events) {
            const auto event = codec::decode_special_event(envelope.type, envelope.payload);
            if (!event) throw store::StoreFailure("A stored event cannot be read: " + event.error().subject);
            app::apply(folded.state, *event, envelope.stamp);
        }
        folded.head = slice.events.back().sequence;
    }
}

void RosterStates::give_back(std::map<std::string, FoldedRoster> taken) { kept_.merge(taken); }

}  // namespace xueshi::authority
