// What a view can ask for. Views only put actions into the sink; the runtime carries them out between frames.
//
// An empty plan id means the draft being edited; where there may be none yet, CreatePlan is put first.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/app/command.h"
#include "core/certificate/certificate_content.h"
#include "core/enrolment/roster_decide.h"
#include "core/ledger/hour_ledger.h"
#include "core/organisation/deputation.h"
#include "core/registration/registration_decide.h"

namespace xueshi::views {

struct OpenRoute {
    std::string path;  // "/plan", "/catalogue?run=R00012"
    bool replaces = false;
};
struct GoBack {};
struct SignIn {
    std::string login;
    std::string password;
};
struct SignOut {};

// Names a new draft, and makes it the one being edited.
struct CreatePlan {
    std::string name;
};
struct EditPlan {  // which draft the screens speak of
    PlanId plan_id;
};
// Fills the draft with the best proven plan under its limits, around everything chosen so far.
struct CompletePlan {
    PlanId plan_id;
};
// Takes what the planner proposes, as one step: the plan, and where it is a way out of a plan that nothing fits,
// what it changes.
struct TakeProposal {
    PlanId plan_id;
    plan::PlanLimits limits;
    CourseRunId unpinned;  // empty: none
    std::vector<CourseRunId> runs;
    bool is_complete = true;  // all requirements are then met
};
// The planner need not seek any further.
struct StopPlanning {};
// Sends the draft's runs that are not held yet to the server as one selection.
struct SubmitPlan {
    PlanId plan_id;
};
// Begins a diagnostic of the teacher's stage and subject (R15).
struct BeginDiagnostic {
    diagnostic::TestMode mode = diagnostic::TestMode::Adaptive;
    std::vector<diagnostic::Equipment> equipment;  // in the enumeration's order, each once
};
// Hands recommended themes to the planner and has the whole year planned with them: in the edited draft, or in a new
// one of this name where there is none.
struct PlanWithThemes {
    std::vector<std::string> themes;  // codes
    std::string new_plan_name;
};
// Asks the server for a step in special training. Ids left empty are made by the runtime.
struct SpecialOrder {
    enrolment::RosterCommand command;
};
// Asks the server to allocate hours to years (R23, R24).
struct AllocateYears {
    std::vector<ledger::YearMove> moves;
};
// Looks for the best allocation; the page of hours then shows it.
struct ProposeAllocation {};
// Asks the server for a step with hours registered for teachers. An id left empty is made by the runtime.
struct RegistrationOrder {
    registration::RegistrationCommand command;
};
// Asks the server that somebody else act in one's post, or no longer.
struct DeputyOrder {
    organisation::DeputyCommand command;
};
struct Undo {};
struct Redo {};
struct RetrySync {};
// The interface's own language on this device, by its tag.
struct ChooseLanguage {
    std::string_view tag;  // of fixed words
};
// Shows the sign-in over an account that is open without a session; or goes back to that account.
struct ShowSignIn {
    bool is_shown = true;
};
// What no server has confirmed, as a file; and such a file back.
struct ExportWork {};
struct ImportWork {};
// Opens the print dialog with a page (ui::write_printed_page).
struct PrintPage {
    std::string page;
};
// Asks the server for a certificate; Status tells when it is there. Saved as a badge's file, or put aside.
struct IssueCertificate {
    certificate::CertificateRequest request;
};
struct SaveBadge {};
struct PutCertificateAside {};
// Asks for a file, uploads it and attaches it to a replacement; the order's file and its name are left empty. One at a
// time; given up by CancelUpload, or by the next one.
struct AttachScan {
    enrolment::AttachDocument order;
};
// Asks for a file and uploads it for the entry that is being written (RegistersProjection::evidence).
struct AddEvidence {};
// What that entry has from now on: another entry is begun, or one was taken out.
struct SetEvidence {
    std::vector<registration::Evidence> evidence;
};
struct CancelUpload {};
// Keeps an attached file on this device.
struct SaveAttachment {
    AttachmentId attachment_id;
};
// The person has read it: news by its name, a damaged record's original as a file, all damaged records.
struct DismissNews {
    std::string name;
};
struct ExportDamaged {};
struct DismissDamaged {};
struct DismissNotice {
    std::uint32_t notice_id = 0;
};
// Changes to the newer release as soon as a reload loses nothing.
struct TakeUpdate {};
// Asks the browser to put the client among the device's programs.
struct InstallClient {};

using Action = std::variant<app::Command, OpenRoute, GoBack, SignIn, SignOut, CreatePlan, EditPlan, CompletePlan, TakeProposal,
                            StopPlanning, SubmitPlan, BeginDiagnostic, PlanWithThemes, SpecialOrder, DeputyOrder, RegistrationOrder,
                            AllocateYears, ProposeAllocation, Undo, Redo, RetrySync, ShowSignIn, ExportWork, ImportWork, PrintPage,
                            IssueCertificate, SaveBadge, PutCertificateAside, AttachScan, AddEvidence, SetEvidence, CancelUpload,
                            SaveAttachment, DismissNews,
                            ExportDamaged, DismissDamaged, ChooseLanguage, DismissNotice, TakeUpdate, InstallClient>;

class ActionSink {
  public:
    void put(Action action) { actions_.push_back(std::move(action)); }
    bool empty() const { return actions_.empty(); }
    std::vector<Action> take() { return std::exchange(actions_, {}); }

  private:
    std::vector<Action> actions_;
};

}  // namespace xueshi::views
