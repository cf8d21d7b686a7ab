#include "server/authority/authorize.h"

#include <algorithm>

#include "core/sync/envelope.h"

namespace xueshi::authority {
namespace {

using organisation::OrgRole;

constexpr std::string_view kOwnFeed = "me";
constexpr std::string_view kUnitPrefix = "unit:";

bool has_role(const Person& actor, OrgRole role) {
    const auto& roles = actor.account.roles;
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// A teacher sees themself; whoever works for a unit, or stands in for one who does, sees the unit.
bool works_for_unit(const Person& actor) {
    const auto& roles = actor.account.roles;
    return std::any_of(roles.begin(), roles.end(), [](OrgRole role) { return role != OrgRole::Teacher; });
}

bool is_deputy_at(const Person& actor, std::string_view unit) {
    return std::any_of(actor.deputy_posts.begin(), actor.deputy_posts.end(),
                       [unit](const organisation::Post& post) { return post.unit_id.text == unit; });
}

}  // namespace

Person person_of(const store::AccountRecord& account, const organisation::Actor& actor) {
    std::vector<organisation::Post> posts = actor.posts;
    std::erase_if(posts, [](const organisation::Post& post) { return post.deputy_for.empty(); });
    return {account, std::move(posts)};
}

bool authorize(const Person& actor, Action action, std::string_view object) {
    const store::AccountRecord& account = actor.account;
    if (account.roles.empty() || object.empty()) return false;
    const bool is_self = object == account.id.text;
    switch (action) {
        case Action::ReadSharedFeed:
            return object == kCatalogueFeed || object == kNewsFeed;
        case Action::ReadPersonalFeed:
        case Action::PushFromDevice:
        case Action::PushOwnEvent:
            return is_self;
        case Action::ReadUnitFeed:
            return (works_for_unit(actor) && object == account.unit_id.text) || is_deputy_at(actor, object);
        case Action::DecideSelection:
        case Action::TakeDiagnostic:
        case Action::AllocateHours:
        case Action::CertifyHours:
        case Action::EnrolInProject:
            return is_self && has_role(actor, OrgRole::Teacher);
        case Action::NameDeputy:
            return is_self && works_for_unit(actor);
        case Action::UploadAttachment:  // a teacher's scans of a record, a unit's papers
        case Action::HandInRecord:
            return is_self;
        case Action::RegisterHours:
        case Action::ReviewProject:
            return is_self && (works_for_unit(actor) || !actor.deputy_posts.empty());
    }
    return false;
}

std::string personal_feed(const AccountId& account_id) { return "teacher:" + account_id.text; }
std::string unit_feed(const UnitId& unit_id) { return std::string(kUnitPrefix) + unit_id.text; }

Result<ResolvedFeed> resolve_feed(const Person& actor, std::string_view name) {
    const auto allowed = [&](Action action, std::string_view object, ResolvedFeed feed) {
        return authorize(actor, action, object) ? Result<ResolvedFeed>(std::move(feed))
                                                : make_error(kForbidden, std::string(name));
    };
    if (name == kOwnFeed) {
        return allowed(Action::ReadPersonalFeed, actor.account.id.text, {personal_feed(actor.account.id), false});
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

bool may_read_attachment(const Person& actor,
                         const store::AttachmentRecord& attachment,
                         const std::vector<std::string>& feeds) {
    if (attachment.owner_id == actor.account.id) return true;
    return std::any_of(feeds.begin(), feeds.end(), [&](std::string_view feed) {
        if (feed == personal_feed(actor.account.id)) return true;
        return feed.starts_with(kUnitPrefix) && authorize(actor, Action::ReadUnitFeed, feed.substr(kUnitPrefix.size()));
    });
}

std::vector<std::string> feeds_of(const Person& actor) {
    std::vector<std::string> names = {std::string(kOwnFeed),
                                      std::string(kCatalogueFeed),
                                      std::string(kNewsFeed),
                                      unit_feed(actor.account.unit_id)};
    for (const organisation::Post& post : actor.deputy_posts) {
        const std::string feed = unit_feed(post.unit_id);
        if (std::find(names.begin(), names.end(), feed) == names.end()) names.push_back(feed);
    }
    std::erase_if(names, [&](const std::string& name) { return !resolve_feed(actor, name).ok(); });
    return names;
}

}  // namespace xueshi::authority
