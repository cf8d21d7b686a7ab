#include "server/authority/deputy_book.h"

namespace xueshi::authority {

std::vector<organisation::Post> DeputyBook::posts_of(store::StoreView& view, const AccountId& account, CivilDate day) {
    const std::lock_guard lock(mutex_);
    RosterStates::catch_up(view, std::string(kDeputiesFeed), folded_);
    return organisation::deputy_posts(folded_.state.deputations, account, day);
}

}  // namespace xueshi::authority
