#include "web/runtime/client_state.h"

#include "core/app/apply.h"

namespace xueshi::runtime {

void ClientState::apply(const std::string& feed, const app::StampedEvent& event) {
    ++revision;
    if (feed == "me") {
        app::apply(teacher, event);
    } else if (feed.starts_with("unit:")) {
        app::apply(unit, event);
    } else {
        app::apply(shared, event);
    }
}

void ClientState::forget_account() {
    ++revision;
    const codec::SessionDocument public_facts{.domain_now_ms = session.domain_now_ms,
                                              .is_sample = session.is_sample,
                                              .account = {},
                                              .csrf = {},
                                              .feeds = {},
                                              .epoch = {}};
    session = public_facts;
    teacher = {};
    shared = {};
    unit = {};
    cursors.clear();
}

}  // namespace xueshi::runtime
