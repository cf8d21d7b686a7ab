#include "server/authority/register_states.h"

#include <utility>

#include "core/codec/registration_json.h"
#include "server/store/feed_reading.h"

namespace xueshi::authority {

std::string register_feed(const UnitId& school) { return "register:" + school.text; }

FoldedRegister RegisterStates::take(store::StoreView& view, const std::string& feed) {
    FoldedRegister folded;
    if (const auto found = kept_.find(feed); found != kept_.end()) {
        folded = std::move(found->second);
        kept_.erase(found);
    }
    catch_up(view, feed, folded);
    return folded;
}

void RegisterStates::catch_up(store::StoreView& view, const std::string& feed, FoldedRegister& folded) {
    folded.head = store::read_since(view, feed, folded.head, [&](const sync::Envelope& envelope) {
        const auto fact = codec::decode_registration_event(envelope.type, envelope.payload);
        if (!fact) throw store::StoreFailure("A stored event cannot be read: " + fact.error().subject);
        registration::apply(folded.registrations, *fact, envelope.stamp);
    });
}

// One school's declarations are folded in a moment: where there are many, none is dearer than another.
void RegisterStates::give_back(std::map<std::string, FoldedRegister> taken) {
    if (kept_.size() + taken.size() > most_) kept_.clear();
    kept_.merge(taken);
}

}  // namespace xueshi::authority
