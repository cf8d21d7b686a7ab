// What the runtime tells every screen about itself: who is signed in, how safe the work is, what happened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/ids.h"
#include "core/certificate/certificate_content.h"
#include "core/organisation/role.h"

namespace xueshi::views {

enum class SessionPhase : std::uint8_t {
    Starting,   // the session is being asked for
    SignedOut,
    SigningIn,
    Loading,    // signed in; the first pull is under way (`loaded_share` tells how far)
    Ready,
    Unreachable,  // no answer from the server at the start; RetrySync tries again
};

// What the device cannot do for the person's work, worst first.
enum class DeviceTrouble : std::uint8_t {
    None,
    Full,       // no room left: new edits live in this page alone
    Forbidden,  // this browser keeps nothing (private mode): likewise
    Failed,     // writing failed for another reason: likewise
};

// One edit on its way: what was done, to what, when (domain time).
struct WaitingEdit {
    std::string code;  // app::Deed
    std::string subject;
    Instant at;
    bool is_intent = false;  // the server decides it
};

// Something that stays until the person has read it: a late refusal, a restored server, a lost receipt.
struct News {
    std::string name;
    std::string code;
    std::string subject;
    std::string about;  // type of the operation it answers, or empty
    Instant at;
};

// Where the person's edits are (architecture: applied, saved, confirmed).
struct SyncStatus {
    std::size_t unconfirmed = 0;  // operations the server has not answered
    std::size_t unsaved = 0;      // of them: not on the device's disk yet
    std::optional<Instant> oldest;  // of the unconfirmed, domain time
    bool is_busy = false;
    bool is_reachable = true;     // the last request got through
    bool needs_sign_in = false;   // the session has ended; edits wait for a new one
    bool is_clock_doubtful = false;  // the device's calendar cannot be right
    DeviceTrouble trouble = DeviceTrouble::None;
    std::size_t damaged = 0;      // records of edits that could not be read
    bool is_account_unopened = false;  // one was open here last time, and what is stored of it could not be read
    std::vector<WaitingEdit> waiting;  // oldest first; filled while the sync page is shown
    std::vector<News> news;       // oldest first
};

// The client itself on this device (ports::ReleaseState).
struct ReleaseStatus {
    bool is_update_ready = false;      // a newer release can be taken at once
    bool is_update_asked = false;      // it was asked for and waits until a reload loses nothing
    bool opens_offline = false;
    bool never_opens_offline = false;  // this browser cannot keep the client
    bool can_install = false;          // InstallClient will ask the person
    bool installs_by_menu = false;     // only the browser's own menu puts it on the home screen
};

// The screens other than Home come after it (ports::Program).
enum class ScreensState : std::uint8_t { Here, Coming, Unreachable };

// A file on its way to the server.
struct UploadStatus {
    std::string about;  // what it is to be attached to: a substitution's id; empty: the entry that is being written
    std::string file_name;
    float share = 0;    // 0–1 of it has left
};

// A certificate as the server signed it.
struct IssuedCertificate {
    certificate::CertificateRequest request;  // what was asked for
    std::string code;                         // base64url: what the link and its QR code carry
    certificate::CertificateContent content;  // what the code says
};

struct Status {
    SessionPhase phase = SessionPhase::Starting;
    float loaded_share = 0;        // 0–1 while Loading
    ScreensState screens = ScreensState::Here;
    std::string sign_in_problem;   // error code of the last failed sign-in, or empty
    std::string display_name;
    std::string unit_name;
    std::vector<organisation::OrgRole> roles;
    bool is_sample = false;
    Instant now;                   // domain time
    std::string path = "/";        // current route, with its query
    SyncStatus sync;
    ReleaseStatus release;
    PlanId edited_plan;            // empty until there is a draft
    std::size_t registers_due = 0;  // likewise, of hours registered for teachers
    std::size_t desk_due = 0;      // what waits for a decision of this person (special training)
    bool is_submitting = false;    // an intent waits for the server's decision
    bool is_planning = false;      // the planner is at work on a draft
    std::optional<UploadStatus> upload;
    bool is_issuing = false;       // a certificate was asked for
    const IssuedCertificate* certificate = nullptr;  // until it is put aside
    bool has_questions_failed = false;  // the diagnostic's could not be had; they are tried again by themselves
    bool shows_sign_in = false;    // over an account that is open
    // What undo takes back and redo does again: app::Deed; an empty code when there is none.
    std::string undo_code, undo_subject;
    std::string redo_code, redo_subject;
    bool can_undo = false;
    bool can_redo = false;

    bool has_role(organisation::OrgRole role) const {
        for (const organisation::OrgRole each : roles) {
            if (each == role) return true;
        }
        return false;
    }
};

// A short message that comes to the person: drawn as a toast; `code` is looked up in the locale.
struct Notice {
    std::uint32_t id = 0;
    enum class Tone : std::uint8_t { Done, Attention, Refused } tone = Tone::Done;
    std::string code;     // "RunAdded", "SelectionConfirmed", or a refusal's ErrorCode name
    std::string subject;  // what it is about, already readable: a title, a receipt number
    bool offers_undo = false;
};

}  // namespace xueshi::views
