#include "server/authority/teacher_states.h"

#include <utility>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/registration_json.h"
#include "server/authority/authorize.h"
#include "server/store/feed_reading.h"

namespace xueshi::authority {
namespace {

template <class Event>
Event read(Result<Event> event) {
    if (!event) throw store::StoreFailure("A stored event cannot be read: " + event.error().subject);
    return *std::move(event);
}

template <class State>
void apply_to(State& state, const sync::Envelope& envelope) {
    app::apply(state, app::StampedEvent{read(codec::decode_event(envelope.type, envelope.payload)), envelope.stamp,
                                        envelope.sequence});
}
void apply_to(FoldedTeacher& folded, const sync::Envelope& envelope) {
    if (envelope.type.starts_with(codec::kLedgerPrefix)) {
        auto fact = codec::decode_ledger_event(envelope.type, envelope.payload);
        if (!fact && fact.error().code == sync::kUnknownType) return;  // of a later version
        ledger::apply(folded.ledger, read(std::move(fact)), envelope.stamp);
    } else if (envelope.type.starts_with(codec::kRegistrationPrefix)) {
        auto fact = codec::decode_registration_event(envelope.type, envelope.payload);
        if (!fact && fact.error().code == sync::kUnknownType) return;
        registration::apply(folded.registrations, read(std::move(fact)), envelope.stamp);
    } else {
        apply_to(folded.state, envelope);
    }
}

// Folds what `feed` holds after `head` and moves `head`.
template <class State>
void fold(store::StoreView& view, std::string_view feed, std::uint64_t& head, State& state) {
    head = store::read_since(view, feed, head, [&](const sync::Envelope& envelope) { apply_to(state, envelope); });
}

}  // namespace

FoldedTeacher TeacherStates::load(store::StoreView& view, const std::string& feed) {
    FoldedTeacher folded;
    if (const auto found = by_feed_.find(feed); found != by_feed_.end()) {
        by_use_.splice(by_use_.begin(), by_use_, found->second);
        folded = found->second->folded;
    }
    catch_up(view, feed, folded);
    return folded;
}

void TeacherStates::catch_up(store::StoreView& view,
                             const std::string& feed,
                             FoldedTeacher& folded) {
    fold(view, feed, folded.head, folded);
}

void TeacherStates::keep(const std::string& feed, FoldedTeacher folded) {
    if (const auto found = by_feed_.find(feed); found != by_feed_.end()) {
        found->second->folded = std::move(folded);
        return;
    }
    by_use_.push_front(Kept{feed, std::move(folded)});
    by_feed_[feed] = by_use_.begin();
    if (by_use_.size() > most_) {
        by_feed_.erase(by_use_.back().feed);
        by_use_.pop_back();
    }
}

const app::SharedState& SharedStates::load(store::StoreView& view) {
    catch_up(view, kCatalogueFeed, catalogue_head_);
    catch_up(view, kNewsFeed, news_head_);
    catch_up(view, kUnitsFeed, units_head_);
    return state_;
}

void SharedStates::catch_up(store::StoreView& view, std::string_view feed, std::uint64_t& head) {
    fold(view, feed, head, state_);
}

}  // namespace xueshi::authority
