// Carries out what views asked for, between frames: decides what the device may decide, queues the rest.
//
// Every refusal becomes a notice here and nowhere else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/app/select_input.h"
#include "web/ports/entropy.h"
#include "web/ports/files.h"
#include "web/ports/navigation.h"
#include "web/ports/planner.h"
#include "web/ports/printer.h"
#include "web/ports/release.h"
#include "web/ports/uploads.h"
#include "web/runtime/account_keeper.h"
#include "web/runtime/certificate_desk.h"
#include "web/runtime/client_state.h"
#include "web/runtime/device_journal.h"
#include "web/runtime/domain_clock.h"
#include "web/runtime/notice_board.h"
#include "web/runtime/plan_desk.h"
#include "web/runtime/question_shelf.h"
#include "web/runtime/server_link.h"
#include "web/runtime/upload_desk.h"
#include "web/views/actions.h"

namespace xueshi::runtime {

class ActionRunner {
  public:
    struct Parts {
        ClientState& state;
        DeviceJournal& journal;
        ServerLink& link;
        DomainClock& clock;
        NoticeBoard& notices;
        ports::Navigation& navigation;
        ports::Entropy& entropy;
        ports::Planner& planner;
        ports::Release& release;
        AccountKeeper& keeper;
        ports::Files& files;
        ports::Printer& printer;
        ports::Uploads& uploads;
        QuestionShelf& questions;
    };

    explicit ActionRunner(Parts parts) : parts_(parts), desk_(parts.state, parts.planner), upload_(parts.uploads), certificate_(parts.link) {}

    void run(const std::vector<views::Action>& actions, double now_ms);
    // Adopts what the planner found meanwhile.
    void take_proposals(double now_ms);
    bool is_planning() const { return desk_.is_completing(); }
    // Part of a question to the planner is still to be written: an update should follow soon.
    bool is_writing_question() const { return desk_.is_writing(); }
    // The Plan page is open, with everything it needs; or it is not.
    void follow_plan(double now_ms);
    void leave_plan() { desk_.leave(); }
    // What the planner proposes for the edited draft, or null; and a count of its changes.
    const app::PlanProposals* proposals() const { return desk_.proposals(edited_plan()); }
    std::uint64_t proposals_revision() const { return desk_.revision(); }
    // Takes a newer release that was asked for, once a reload loses nothing. `is_typing`: the focus is in a
    // text field, so that there may be text which only the page has.
    void take_update_when_saved(bool is_typing);
    bool is_update_asked() const { return is_update_asked_; }
    // Turns what the link reported into notices.
    void tell(const std::vector<LinkEvent>& events);

    // The draft the screens speak of: the one chosen, else the first there is; empty when there is none.
    PlanId edited_plan() const;
    // The planner's answer to the last CompletePlan of the edited draft when nothing fitted, else null.
    const plan::PlanningAdvice* failed_completion() const;
    // The sign-in stands over an open account.
    bool shows_sign_in() const { return shows_sign_in_; }
    // Files the person has chosen.
    void take_files(double now_ms);
    // Says so when a page could not be printed.
    void take_print_failure();
    // How far a file on its way is; what it is attached to is asked for once it is there.
    void take_upload(double now_ms);
    const std::optional<views::UploadStatus>& upload() const { return upload_.status(); }
    // Scans for the entry of registered hours that is being written.
    const std::vector<registration::Evidence>& evidence() const { return evidence_; }
    // Takes the certificate that was asked for.
    void take_certificate();
    const CertificateDesk& certificate() const { return certificate_; }
    // For a new account.
    void reset();

  private:
    void run_one(const app::Command& command);
    void run_one(const views::OpenRoute& action);
    void run_one(const views::GoBack& action);
    void run_one(const views::SignIn& action);
    void run_one(const views::SignOut& action);
    void run_one(const views::CreatePlan& action);
    void run_one(const views::EditPlan& action);
    void run_one(const views::CompletePlan& action);
    void run_one(const views::StopPlanning& action);
    void run_one(const views::TakeProposal& action);
    void run_one(const views::SubmitPlan& action);
    void run_one(const views::BeginDiagnostic& action);
    void run_one(const views::SpecialOrder& action);
    void run_one(const views::DeputyOrder& action);
    void run_one(const views::RegistrationOrder& action);
    void run_one(const views::AddEvidence& action);
    void run_one(const views::SetEvidence& action);
    void run_one(const views::AllocateYears& action);
    // The client itself looks (Client::propose_allocation).
    void run_one(const views::ProposeAllocation&) {}
    void give_special_order(const enrolment::RosterCommand& command);
    void give_deputy_order(const organisation::DeputyCommand& command);
    void give_registration_order(const registration::RegistrationCommand& command);
    void hear_upload();
    void give_allocation(const std::vector<ledger::YearMove>& moves);
    void run_one(const views::PlanWithThemes& action);
    void run_one(const views::Undo& action);
    void run_one(const views::Redo& action);
    void run_one(const views::RetrySync& action);
    void run_one(const views::ShowSignIn& action);
    void run_one(const views::ExportWork& action);
    void run_one(const views::ImportWork& action);
    void run_one(const views::PrintPage& action);
    void run_one(const views::IssueCertificate& action);
    void run_one(const views::SaveBadge& action);
    void run_one(const views::PutCertificateAside& action);
    void hear_certificate();
    void run_one(const views::AttachScan& action);
    void run_one(const views::CancelUpload& action);
    void run_one(const views::SaveAttachment& action);
    void run_one(const views::DismissNews& action);
    void run_one(const views::ExportDamaged& action);
    void run_one(const views::DismissDamaged& action);
    void run_one(const views::DismissNotice& action);
    void run_one(const views::TakeUpdate& action);
    void run_one(const views::InstallClient& action);
    // Words are no business of the runtime: the client sees to them (web/interface_language.h).
    void run_one(const views::ChooseLanguage&) {}

    Instant now() const { return parts_.clock.now(now_ms_); }
    // The one place that says what a reload would lose.
    bool is_everything_saved(bool is_typing) const;
    app::SelectInput select_input() const;
    void adopt(const PlanDesk::Completion& completion);
    // Decides on the device and records the events; false when refused.
    bool decide_here(const app::Command& command) { return decide_together(std::span(&command, 1)); }
    // Several that do not depend on one another, as one step, which is named after the last.
    bool decide_together(std::span<const app::Command> commands);
    void announce_mark(const plan::MarkCourseRun& command);
    void import(const std::string& text);
    std::string title_of(const std::string& run_id) const;
    void refuse(const Error& error);

    Parts parts_;
    PlanId chosen_plan_;
    bool shows_sign_in_ = false;
    PlanDesk desk_;
    UploadDesk upload_;
    std::vector<registration::Evidence> evidence_;
    CertificateDesk certificate_;
    PlanId failed_plan_;
    std::optional<plan::PlanningAdvice> failed_completion_;
    bool is_update_asked_ = false;
    double now_ms_ = 0;
};

}  // namespace xueshi::runtime
