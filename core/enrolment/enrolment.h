// An application to a special project (报名), from sign-up to the end of attendance (derived state machine, R20–R33).
//
// What happened is kept move by move and never rewritten; where it stands is its last move. Server facts: every
// move has a stamp of its own, so any order and repetition of the same facts gives an equal Enrolment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/earliest.h"
#include "core/base/ids.h"
#include "core/enrolment/applicant.h"
#include "core/organisation/post.h"

namespace xueshi::enrolment {

enum class EnrolmentState : std::uint8_t {
    InReview,  // waits for the next step of the chain
    Returned,  // for correction; the teacher may hand it in again until the sign-up deadline
    Refused,
    Withdrawn,
    Final,  // on the final list
    Attending,
    Completed,
    Incomplete,
    NoShow,       // R32
    Substituted,  // somebody else has the place (R33)
};

enum class PlaceState : std::uint8_t { None, Held, Waiting };

enum class EnrolmentOrigin : std::uint8_t {
    SignedUp,
    Placed,      // by the organiser
    Substitute,  // for another, confirmed by the Centre
};

enum class EnrolmentMove : std::uint8_t {
    Approved,
    Returned,
    Refused,
    Resubmitted,
    Withdrawn,
    Promoted,  // from the waiting list to a place
    Attending,
    Completed,
    Incomplete,
    NoShow,
    Substituted,
};

struct EnrolmentOpened {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    EnrolmentOrigin origin = EnrolmentOrigin::SignedUp;
    Applicant applicant;
    organisation::ActorNote by;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const EnrolmentOpened&, const EnrolmentOpened&) = default;
};

struct EnrolmentMoved {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    EnrolmentMove move = EnrolmentMove::Approved;
    std::size_t step = 0;  // of the chain; of Approved, Returned and Refused
    // Where it stands from now on.
    EnrolmentState state = EnrolmentState::InReview;
    PlaceState place = PlaceState::None;
    organisation::ActorNote by;  // empty: it followed from another's move
    std::string reason;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const EnrolmentMoved&, const EnrolmentMoved&) = default;
};

struct Enrolment {
    Earliest<EnrolmentOpened> opened;
    std::map<Stamp, EnrolmentMoved> moves;

    EnrolmentState state() const;
    PlaceState place() const;
    // Steps approved since it was handed in last; the next one to act has this index.
    std::size_t steps_passed() const;
    // When it came to the waiting list it is on; the zero stamp when it is on none.
    Stamp waiting_since() const;
    // Whether it was on the final list and left it without anybody taking its place.
    bool has_left_final_list() const;
    // Neither refused, withdrawn nor handed on: its teacher cannot apply to the project a second time.
    bool is_live() const;
    const Applicant& applicant() const { return opened.value.applicant; }
    friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

using Enrolments = std::map<EnrolmentId, Enrolment>;

void apply(Enrolments& enrolments, const EnrolmentOpened& event, const Stamp& stamp);
void apply(Enrolments& enrolments, const EnrolmentMoved& event, const Stamp& stamp);

}  // namespace xueshi::enrolment
