#include "core/app/select_registers.h"

#include <algorithm>
#include <set>

#include "core/base/alternatives.h"
#include "core/base/sorting.h"
#include "core/registration/registered_hours.h"

namespace xueshi::app {
namespace {

using registration::OpenActs;
using registration::Registration;
using registration::RegistrationKey;
using registration::RegistrationState;

RegisterTab tab_of(RegistrationState state, const OpenActs& acts) {
    switch (state) {
        case RegistrationState::InReview: return acts.review ? RegisterTab::Due : RegisterTab::InReview;
        case RegistrationState::Returned: return acts.resubmit ? RegisterTab::Due : RegisterTab::InReview;
        case RegistrationState::Recorded: return RegisterTab::Recorded;
        case RegistrationState::Refused:
        case RegistrationState::Withdrawn:
        case RegistrationState::Cancelled: break;
    }
    return RegisterTab::Ended;
}

// As the last opening or correction said.
std::optional<DeciHours> counted_of(const Registration& registration) {
    std::optional<DeciHours> counted = registration.opened.value.counted;
    for (const auto& [stamp, move] : registration.moves) {
        if (move.content) counted = move.counted;
    }
    return counted;
}

std::set<RegistrationKey> keys_on_their_way(std::span<const registration::RegistrationCommand> waiting) {
    std::set<RegistrationKey> keys;
    for (const registration::RegistrationCommand& command : waiting) {
        with_alternative(command, [&](const auto& order) {
            if constexpr (requires { order.key; }) keys.insert({order.key, order.registration_id});
        });
    }
    return keys;
}

std::vector<WaitingEntry> entries_on_their_way(std::span<const registration::RegistrationCommand> waiting) {
    std::vector<WaitingEntry> entries;
    for (const registration::RegistrationCommand& command : waiting) {
        with_alternative(command, [&](const auto& order) {
            if constexpr (requires { order.activity; } && !requires { order.key; }) {
                const std::vector<std::string> numbers = registration::named_numbers(command);
                const std::string who = numbers.size() == 1 ? numbers.front() : std::to_string(numbers.size());
                entries.push_back({order.activity.title, who, order.activity.hours});
            }
        });
    }
    return entries;
}

}  // namespace

bool RegisterLine::is_cut() const {
    return state == RegistrationState::Recorded && counted && *counted < content().activity.hours;
}

Instant RegisterLine::last_at() const {
    return registration->moves.empty() ? opened().at : registration->moves.rbegin()->second.at;
}

std::span<const RegisterLine> RegistersProjection::of(RegisterTab tab) const {
    std::size_t from = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(tab); ++i) from += counts[i];
    return std::span(lines).subspan(from, counts[static_cast<std::size_t>(tab)]);
}

const RegisterLine* RegistersProjection::find(const RegistrationKey& key) const {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const RegisterLine& line) { return line.key == key; });
    return found == lines.end() ? nullptr : &*found;
}

[[gnu::noinline]] RegistersProjection select_registers(const RegistersInput& input) {
    RegistersProjection page;
    page.today = date_of(input.now);
    page.rules = &input.rules;
    page.research_cap = registration::research_cap_of({page.today.year()}, input.rules);
    page.entries = registration::entries_open_to(input.actor);
    if (input.teacher.profile.is_written()) page.own_number = input.teacher.profile.value.number;
    page.is_open = has_registers(input.actor.posts) || !page.own_number.empty();
    page.waiting = entries_on_their_way(input.waiting);
    page.evidence.assign(input.evidence.begin(), input.evidence.end());
    const std::set<RegistrationKey> on_their_way = keys_on_their_way(input.waiting);
    for (const auto& [key, registration] : input.registrations) {
        if (!registration.opened.is_written()) continue;  // its opening is in a page that has not come yet
        RegisterLine line;
        line.key = key;
        line.registration = &registration;
        line.state = registration.state();
        line.counted = counted_of(registration);
        if (line.counted) line.research_cap = registration::research_cap_of(line.content().activity.year(), input.rules);
        line.acts = registration::acts_open_to(input.actor, registration);
        line.tab = tab_of(line.state, line.acts);
        line.is_on_its_way = on_their_way.contains(key);
        ++page.counts[static_cast<std::size_t>(line.tab)];
        page.lines.push_back(std::move(line));
    }
    sort_values(page.lines, [](const RegisterLine& a, const RegisterLine& b) {
        if (a.tab != b.tab) return a.tab < b.tab;
        if (a.last_at() != b.last_at()) return b.last_at() < a.last_at();
        return a.key < b.key;
    });
    return page;
}

[[gnu::noinline]] std::size_t count_due(const organisation::Actor& reader, const registration::Registrations& registrations) {
    return static_cast<std::size_t>(std::count_if(registrations.begin(), registrations.end(), [&](const auto& each) {
        const Registration& registration = each.second;
        if (!registration.opened.is_written()) return false;
        const RegistrationState state = registration.state();
        const bool may_wait = state == RegistrationState::InReview || state == RegistrationState::Returned;
        return may_wait && tab_of(state, registration::acts_open_to(reader, registration)) == RegisterTab::Due;
    }));
}

bool has_registers(std::span<const organisation::Post> posts) {
    return std::any_of(posts.begin(), posts.end(), registration::has_register_desk);
}

bool has_registers(std::span<const organisation::OrgRole> roles) {
    return std::any_of(roles.begin(), roles.end(), [](organisation::OrgRole role) { return role != organisation::OrgRole::Teacher; });
}

}  // namespace xueshi::app
