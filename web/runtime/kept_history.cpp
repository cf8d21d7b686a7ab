#include "web/runtime/kept_history.h"

#include <algorithm>
#include <utility>

#include "web/runtime/device_journal.h"

namespace xueshi::runtime {
namespace {

constexpr std::string_view kClaimPrefix = "xueshi-history-";
// Each closed tab leaves one, and a person comes back to few.
constexpr std::size_t kMostHistories = 8;

std::string claim_of(const std::string& id) { return std::string(kClaimPrefix) + id; }

}  // namespace

// ---- which history is this tab's

void KeptHistory::open(const AccountId& account, const std::vector<HeldHistory>& held) {
    close();
    account_ = account;
    const std::string own = remembered();
    for (std::size_t i = kMostHistories; i < held.size(); ++i) {
        if (held[i].id == own) continue;
        if (!tabs_.can_claim()) {
            forget_history(held[i].id);
            continue;
        }
        old_.push_back(held[i].id);
        tabs_.claim(claim_of(held[i].id), false);
    }
    if (!tabs_.can_claim()) return;
    if (!own.empty()) {
        // The page before may not have ended yet.
        look_for(own, true);
    } else if (!held.empty()) {
        look_for(held.front().id, false);
    }
}

// Of this account: "<account> <history>".
std::string KeptHistory::remembered() const {
    const std::string word = tabs_.remembered();
    const std::string prefix = account_.text + " ";
    return word.starts_with(prefix) ? word.substr(prefix.size()) : std::string();
}

void KeptHistory::remember() { tabs_.remember(account_.text + " " + id_); }

void KeptHistory::look_for(std::string id, bool waits) {
    search_ = Search::Asked;
    wanted_ = std::move(id);
    tabs_.claim(claim_of(wanted_), waits);
}

void KeptHistory::close() {
    if (search_ == Search::Found) release(wanted_);
    if (!id_.empty()) release(id_);
    search_ = Search::Over;
    wanted_.clear();
    is_being_read_ = false;
    old_.clear();
    id_.clear();
    steps_ = {};
    used_ms_ = 0;
}

void KeptHistory::release(const std::string& id) {
    if (tabs_.can_claim()) tabs_.release(claim_of(id));
}

void KeptHistory::take_claim(const ports::ClaimAnswer& answer) {
    if (!answer.name.starts_with(kClaimPrefix)) return;
    const std::string id = answer.name.substr(kClaimPrefix.size());
    if (id == id_) return;
    if (std::erase(old_, id) > 0) {
        if (answer.is_granted) {
            forget_history(id);
            release(id);
        }
    } else if (id != wanted_) {
        if (answer.is_granted) release(id);
    } else if (answer.is_granted) {
        if (search_ == Search::Asked || id_.empty()) {
            search_ = Search::Found;
        } else {
            // This tab has gone on without it.
            release(id);
            wanted_.clear();
        }
    } else if (search_ == Search::Asked) {
        search_ = Search::Over;
        if (!steps_.steps().empty()) begin_anew();
    }
}

void KeptHistory::rejoin(std::vector<HeldHistory> held) {
    if (!std::exchange(is_being_read_, false)) return;
    search_ = Search::Over;
    id_ = std::exchange(wanted_, {});
    remember();
    const std::size_t own = steps_.steps().size();
    const auto found = std::find_if(held.begin(), held.end(), [&](const HeldHistory& each) { return each.id == id_; });
    if (found != held.end()) {
        used_ms_ = std::max(used_ms_, found->used_ms);
        UndoHistory mine = std::exchange(steps_, std::move(found->history));
        if (own > 0) forget_redoable();
        steps_.go_on_with(std::move(mine));
    }
    if (own > 0) keep(steps_.steps().size() - own);
}

void KeptHistory::begin_anew() {
    id_ = random_id(entropy_);
    if (tabs_.can_claim()) tabs_.claim(claim_of(id_), false);
    remember();
    keep(0);
}

// ---- steps

void KeptHistory::add(UndoHistory::Step step, Instant now) {
    used_ms_ = now.utc_ms;
    forget_redoable();
    steps_.add(std::move(step));
    if (search_ == Search::Over && id_.empty()) return begin_anew();
    keep(steps_.steps().size() - 1);
}

void KeptHistory::step_back(Instant now) {
    used_ms_ = now.utc_ms;
    steps_.step_back();
    keep_place();
}

void KeptHistory::step_forward(Instant now) {
    used_ms_ = now.utc_ms;
    steps_.step_forward();
    keep_place();
}

// ---- on the device

std::string KeptHistory::prefix_of(const std::string& id) const { return history_prefix(account_, id); }

std::string KeptHistory::step_name(std::uint64_t number) const { return prefix_of(id_) + "step/" + number_name(number); }

// Nothing before it is settled under which id.
void KeptHistory::keep(std::size_t from) {
    if (id_.empty()) return;
    for (std::size_t i = from; i < steps_.steps().size(); ++i) {
        memory_.put(step_name(steps_.first() + i), codec::encode_held_step(steps_.steps()[i]));
    }
    keep_place();
}

void KeptHistory::keep_place() {
    if (id_.empty()) return;
    memory_.put(prefix_of(id_) + "place", std::to_string(steps_.place()) + " " + std::to_string(used_ms_));
}

void KeptHistory::forget_redoable() {
    if (id_.empty()) return;
    const std::uint64_t end = steps_.first() + steps_.steps().size();
    for (std::uint64_t redone = steps_.place(); redone < end; ++redone) memory_.remove(step_name(redone));
}

void KeptHistory::forget_history(const std::string& id) {
    memory_.remove(prefix_of(id) + "step/");
    memory_.remove(prefix_of(id) + "place");
}

}  // namespace xueshi::runtime
