// The desk of hours registered for teachers (R19, R26, R28, R29): what waits for the reader, what they entered, and what
// they may enter. A teacher sees what others registered for them, and their own records of recognised bases.
//
// Pure; made anew when the state changes. What is on its way to the server is shown as waiting and changes nothing.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/app/state.h"
#include "core/registration/open_acts.h"
#include "core/registration/registration_decide.h"

namespace xueshi::app {

struct RegistersInput {
    Instant now;
    const rules::RuleBook& rules;
    const organisation::Actor& actor;  // with the posts it stands in for
    const TeacherState& teacher;
    const registration::Registrations& registrations;
    // Orders the server has not answered yet, oldest first.
    std::span<const registration::RegistrationCommand> waiting;
    std::span<const registration::Evidence> evidence;  // scans the server keeps for the entry that is being written
};

// Where a line is filed.
enum class RegisterTab : std::uint8_t {
    Due,       // the reader's to decide, or sent back to them
    InReview,  // another's to decide
    Recorded,  // in the ledger
    Ended,     // refused, withdrawn or cancelled
};
inline constexpr std::size_t kRegisterTabs = 4;

// Holds while the input's state stays as it is.
struct RegisterLine {
    registration::RegistrationKey key;
    const registration::Registration* registration = nullptr;
    registration::RegistrationState state = registration::RegistrationState::InReview;
    std::optional<DeciHours> counted;       // of research hours: how many of them the year counts
    std::optional<DeciHours> research_cap;  // of research hours: how many it counts at most (R28)
    registration::OpenActs acts;
    RegisterTab tab = RegisterTab::Due;
    bool is_on_its_way = false;  // an order about it waits for the server

    const registration::RegistrationOpened& opened() const { return registration->opened.value; }
    const registration::Content& content() const { return registration->content(); }
    bool is_cut() const;      // the year counts only a part of its hours
    Instant last_at() const;  // of the last move, else of the opening
};

// What was entered and is not answered yet.
struct WaitingEntry {
    std::string title;
    std::string who;  // the teacher's number, or how many
    DeciHours hours;
};

struct RegistersProjection {
    CivilDate today;
    const rules::RuleBook* rules = nullptr;  // what is typed is checked by them; holds while the input's do
    std::optional<DeciHours> research_cap;   // of this year
    bool is_open = false;       // the reader may enter something, or something was entered for them
    registration::OpenEntries entries;
    std::string own_number;     // with which a teacher hands in their own records; empty: none
    std::vector<RegisterLine> lines;  // by tab; what came last first
    std::array<std::size_t, kRegisterTabs> counts{};
    std::vector<WaitingEntry> waiting;  // oldest first
    std::vector<registration::Evidence> evidence;  // as the input has it

    std::size_t due() const { return counts[0]; }
    std::span<const RegisterLine> of(RegisterTab tab) const;
    const RegisterLine* find(const registration::RegistrationKey& key) const;
};

RegistersProjection select_registers(const RegistersInput& input);

// How many of them wait for the reader, without the rest: told on every page.
std::size_t count_due(const organisation::Actor& reader, const registration::Registrations& registrations);

// Who has such a desk by their own posts or those they stand in for.
bool has_registers(std::span<const organisation::Post> posts);
bool has_registers(std::span<const organisation::OrgRole> roles);

}  // namespace xueshi::app
