#include "core/registration/open_acts.h"

#include <algorithm>

#include "core/registration/registration_acts.h"
#include "core/registration/registration_checks.h"

namespace xueshi::registration {

using organisation::OrgRole;

OpenEntries entries_open_to(const organisation::Actor& actor) {
    OpenEntries entries;
    for (const organisation::Post& post : actor.posts) {
        if (post.role == OrgRole::ResearchDepartment) entries.research = true;
        if (post.role == OrgRole::Institution && !post.district_id.empty()) entries.district_based = true;
        const bool is_of_school = post.role == OrgRole::Principal || post.role == OrgRole::SchoolAdministrator;
        auto& schools = entries.declares_for;
        const bool is_known = std::find(schools.begin(), schools.end(), post.unit_id) != schools.end();
        if (is_of_school && !is_known) schools.push_back(post.unit_id);
    }
    return entries;
}

OpenActs acts_open_to(const organisation::Actor& actor, const Registration& registration) {
    OpenActs acts;
    const RegistrationOpened& opened = registration.opened.value;
    const bool is_own = is_by_themself(actor, registration);
    switch (registration.state()) {
        case RegistrationState::InReview:
            acts.review = !is_own && find_reviewer_post(actor, registration) != nullptr;
            acts.withdraw = hander_of(actor, registration).ok();
            break;
        case RegistrationState::Returned:
            acts.resubmit = hander_of(actor, registration).ok();
            acts.withdraw = acts.resubmit;
            break;
        case RegistrationState::Recorded:
            if (is_reviewed(opened)) {
                acts.cancel = find_reviewer_post(actor, registration) != nullptr;
            } else {
                acts.cancel = find_owner_post(actor, opened) != nullptr;
                acts.correct = acts.cancel && !is_own_hours(actor, registration);
            }
            break;
        case RegistrationState::Refused:
        case RegistrationState::Withdrawn:
        case RegistrationState::Cancelled: break;
    }
    return acts;
}

bool has_register_desk(const organisation::Post& post) {
    return post.role != OrgRole::Teacher && (post.role != OrgRole::Institution || !post.district_id.empty());
}

}  // namespace xueshi::registration
