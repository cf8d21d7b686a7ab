// What somebody may do with hours registered for others: which entries, and which acts on a registration as it stands.
// What a desk offers; the decisions (registration_decide.h) go by the same rules and look at much more.
#pragma once

#include <vector>

#include "core/organisation/post.h"
#include "core/registration/registration.h"

namespace xueshi::registration {

struct OpenEntries {
    bool research = false;        // R28
    bool district_based = false;  // R26
    std::vector<UnitId> declares_for;  // schools whose training the actor declares (R29), and for whose teachers they hand in

    bool any() const { return research || district_based || !declares_for.empty(); }
};

OpenEntries entries_open_to(const organisation::Actor& actor);

struct OpenActs {
    bool review = false;
    bool resubmit = false;
    bool withdraw = false;
    bool correct = false;
    bool cancel = false;

    bool any() const { return review || resubmit || withdraw || correct || cancel; }
    friend bool operator==(const OpenActs&, const OpenActs&) = default;
};

OpenActs acts_open_to(const organisation::Actor& actor, const Registration& registration);

// Who entered, reviews or cancels registrations of anybody: a desk of these is theirs.
bool has_register_desk(const organisation::Post& post);

}  // namespace xueshi::registration
