#include "server/authority/authorize.h"

#include <algorithm>

#include "core/sync/envelope.h"

namespace xueshi::authority {
namespace {

using organisation::OrgRole;

constexpr std::string_view kOwnFeed = "me";
constexpr std::string_view kUnitPrefix = "unit:";

bool has_role(const store::AccountRecord& actor, OrgRole role) {
    return std::find(actor.roles.begin(), actor.roles.end(), role) != actor.roles.end();
}

// A teacher sees themself; whoever works for a unit sees the unit.
bool works_for_unit(const store::AccountRecord& actor) {
    return std::any_of(actor.roles.begin(), actor.roles.end(), [](OrgRole role) {
        return role != OrgRole::Teacher;
    });
}

}  // namespace

bool authorize(const store::AccountRecord& actor, Action action, std::string_view object) {
    if (actor.roles.empty() || object.empty()) return false;
    const bool is_self = object == actor.id.text;
    switch (action) {
        case Action::ReadSharedFeed:
            return object == kCatalogueFeed || object == kNewsFeed;
        case Action::ReadPersonalFeed:
        case Action::PushFromDevice:
        case Action::PushOwnEvent:
            return is_self;
        case Action::ReadUnitFeed:
            return works_for_unit(actor) && object == actor.unit_id.text;
        case Action::DecideSelection:
        case Action::TakeDiagnostic:
        case Action::EnrolInProject:
            return is_self && has_role(actor, OrgRole::Teacher);
        case Action::ReviewProject:
            return is_self && works_for_unit(actor);
    }
    return false;
}

std::string personal_feed(const AccountId& account_id) { return "teacher:" + account_id.text; }
std::string unit_feed(const UnitId& unit_id) { return std::string(kUnitPrefix) + unit_id.text; }

Result<ResolvedFeed> resolve_feed(const store::AccountRecord& actor, std::string_view name) {
    const auto allowed = [&](Action action, std::string_view object, ResolvedFeed feed) {
        return authorize(actor, action, object) ? Result<ResolvedFeed>(std::move(feed))
                                                : make_error(kForbidden, std::string(name));
    };
    if (name == kOwnFeed) {
        return allowed(Action::ReadPersonalFeed, actor.id.text, {personal_feed(actor.id), false});
    }
    if (name == kCatalogueFeed || name == kNewsFeed) {
        return allowed(Action::ReadSharedFeed, name, {std::string(name), true});
    }
    if (name.starts_with(kUnitPrefix) && is_valid_id_text(name.substr(kUnitPrefix.size()))) {
        return allowed(
            Action::ReadUnitFeed, name.substr(kUnitPrefix.size()), {std::string(name), false});
    }
    return make_error(sync::kUnknownFeed, std::string(name.substr(0, 64)));
}

std::vector<std::string> feeds_of(const store::AccountRecord& actor) {
    std::vector<std::string> names = {std::string(kOwnFeed),
                                      std::string(kCatalogueFeed),
                                      std::string(kNewsFeed),
                                      unit_feed(actor.unit_id)};
    std::erase_if(names, [&](const std::string& name) { return !resolve_feed(actor, name).ok(); });
    return names;
}

}  // namespace xueshi::authority
