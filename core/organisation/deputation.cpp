#include "core/organisation/deputation.h"

namespace xueshi::organisation {
namespace {

const Post* own_post(const Actor& actor, OrgRole role) {
    if (role == OrgRole::Teacher) return nullptr;
    for (const Post& post : actor.posts) {
        if (post.role == role && post.deputy_for.empty()) return &post;
    }
    return nullptr;
}

bool overlaps(const Deputation& deputation, const AccountId& holder, const NameDeputy& command, CivilDate today) {
    const DeputyNamed& named = deputation.named.value;
    return deputation.is_ahead(today) && named.holder_id == holder && named.role == command.role &&
           named.from <= command.until && command.from <= named.until;
}

Result<DeputyFact> decide_one(const DeputyContext& context, const NameDeputy& command) {
    const CivilDate today = date_of(context.now);
    const Post* post = own_post(context.actor, command.role);
    if (post == nullptr) return make_error(kNotYourPost, std::string(role_name(command.role)));
    if (context.deputations.contains(command.deputation_id)) {
        return make_error(kDeputationExists, command.deputation_id.text);
    }
    const bool is_period = command.from <= command.until && today <= command.until &&
                           command.until.days - command.from.days < kMostDeputyDays &&
                           command.until.days - today.days < 2 * kMostDeputyDays;
    if (!is_period) return make_error(kBadDeputyPeriod, "until");
    if (context.named == nullptr) return make_error(kUnknownPerson, command.deputy_number);
    if (context.named->account_id == context.actor.account_id) return make_error(kDeputyIsHolder, command.deputy_number);
    if (!(context.named->unit_id == post->unit_id)) return make_error(kNotOfYourUnit, command.deputy_number);
    for (const auto& [id, deputation] : context.deputations) {
        if (overlaps(deputation, context.actor.account_id, command, today)) {
            return make_error(kDeputyNamedAlready, deputation.named.value.deputy_name);
        }
    }
    return DeputyFact{DeputyNamed{.deputation_id = command.deputation_id,
                                  .holder_id = context.actor.account_id,
                                  .holder_name = context.actor.name,
                                  .deputy_id = context.named->account_id,
                                  .deputy_name = context.named->name,
                                  .role = command.role,
                                  .unit_id = post->unit_id,
                                  .district_id = post->district_id,
                                  .from = command.from,
                                  .until = command.until,
                                  .receipt_id = context.fresh_receipt_id,
                                  .at = context.now}};
}

Result<DeputyFact> decide_one(const DeputyContext& context, const DismissDeputy& command) {
    const auto found = context.deputations.find(command.deputation_id);
    const bool is_own = found != context.deputations.end() &&
                        found->second.named.value.holder_id == context.actor.account_id;
    if (!is_own) return make_error(kUnknownDeputation, command.deputation_id.text);
    if (!found->second.is_ahead(date_of(context.now))) {
        return make_error(kDeputationOver, command.deputation_id.text);
    }
    return DeputyFact{DeputyDismissed{command.deputation_id, context.fresh_receipt_id, context.now}};
}

}  // namespace

bool Deputation::is_ahead(CivilDate day) const {
    return named.is_written() && !dismissed.is_written() && day <= named.value.until;
}

bool Deputation::is_on(CivilDate day) const { return is_ahead(day) && named.value.from <= day; }

void apply(Deputations& deputations, const DeputyNamed& event, const Stamp& stamp) {
    deputations[event.deputation_id].named.offer(event, stamp);
}

void apply(Deputations& deputations, const DeputyDismissed& event, const Stamp& stamp) {
    deputations[event.deputation_id].dismissed.offer(event, stamp);
}

std::vector<Post> deputy_posts(const Deputations& deputations, const AccountId& account, CivilDate day) {
    std::vector<Post> posts;
    for (const auto& [id, deputation] : deputations) {
        const DeputyNamed& named = deputation.named.value;
        if (!deputation.is_on(day) || !(named.deputy_id == account)) continue;
        posts.push_back({named.role, named.unit_id, named.district_id, named.holder_name});
    }
    return posts;
}

Result<DeputyFact> decide(const DeputyContext& context, const DeputyCommand& command) {
    if (const auto* name = std::get_if<NameDeputy>(&command)) return decide_one(context, *name);
    return decide_one(context, std::get<DismissDeputy>(command));
}

}  // namespace xueshi::organisation
