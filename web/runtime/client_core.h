// The client without its screens: what is known, what was done, what is on its way. Runs the same in a browser
// and in a simulation of many devices in one process.
//
//     update: device memory → other tabs → answers of the server → actions → what is to be kept and sent
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "web/ports/clock.h"
#include "web/ports/lifecycle.h"
#include "web/ports/printer.h"
#include "web/ports/release.h"
#include "web/ports/uploads.h"
#include "web/runtime/account_keeper.h"
#include "web/runtime/action_runner.h"
#include "web/runtime/hours_desk.h"
#include "web/runtime/register_desk.h"
#include "web/runtime/notice_board.h"
#include "web/runtime/question_shelf.h"
#include "web/runtime/server_link.h"
#include "web/runtime/special_desk.h"

namespace xueshi::runtime {

class ClientCore {
  public:
    struct Ports {
        ports::Transport& transport;
        ports::Navigation& navigation;
        ports::Lifecycle& lifecycle;
        ports::Entropy& entropy;
        ports::Planner& planner;
        ports::Release& release;
        ports::DeviceStore& store;
        ports::Tabs& tabs;
        ports::Files& files;
        ports::Library& library;
        ports::Printer& printer;
        ports::Uploads& uploads;
        const ports::Clock& clock;
    };

    // Everything given must outlive it.
    explicit ClientCore(Ports ports);
    ClientCore(const ClientCore&) = delete;
    ClientCore& operator=(const ClientCore&) = delete;

    void update(const std::vector<views::Action>& actions, double now_ms);
    // Takes a newer release that was asked for, once a reload loses nothing.
    void take_update_when_saved(bool is_typing) { runner_.take_update_when_saved(is_typing); }
    // The Plan page is open, with everything it needs; or it is not.
    void follow_plan(double now_ms) { runner_.follow_plan(now_ms); }
    void leave_plan() { runner_.leave_plan(); }
    // The diagnostic is open, and its part of the program is here.
    void follow_diagnostic(double now_ms);
    void leave_diagnostic() { questions_.leave(); }
    // For the pages that show them (special_desk.h, hours_desk.h, register_desk.h).
    void read_special_events() { runtime::read_special_events(state_); }
    void read_ledger_events() { runtime::read_ledger_events(state_); }
    void read_registration_events() { runtime::read_registration_events(state_); }
    // Null until the diagnostic's questions are here.
    const diagnostic::CapabilityShelf* shelf() const { return questions_.shelf(); }
    // The account is open, and its catalogue still on the way from the device's memory, update by update.
    bool is_folding() const { return keeper_.is_folding(); }
    void finish_folding() { keeper_.finish_folding(); }
    // Milliseconds until update has something to do by itself; 0: nothing has its time.
    double wake_after(double now_ms);

    // What the screens are told, but for the address and what only they know.
    views::Status status(double now_ms, bool with_waiting_edits) const;
    // Every edit is on the device's disk: a page that ends now loses nothing.
    bool is_everything_saved() const { return journal_.unsaved() == 0; }

    const ClientState& state() const { return state_; }
    ClientState& state() { return state_; }
    const DeviceJournal& journal() const { return journal_; }
    const ActionRunner& runner() const { return runner_; }
    const ServerLink& link() const { return link_; }
    const NoticeBoard& notices() const { return notices_; }
    NoticeBoard& notice_board() { return notices_; }
    const DeviceMemory& memory() const { return memory_; }
    Instant now(double now_ms) const { return clock_.now(now_ms); }

  private:
    void hear_tabs();
    void note_lifecycle();
    void notice_new_account();
    void ask_to_keep();
    std::vector<views::WaitingEdit> waiting_edits() const;

    Ports ports_;
    ClientState state_;
    DeviceMemory memory_;
    DeviceJournal journal_;
    DomainClock clock_;
    NoticeBoard notices_;
    AccountKeeper keeper_;
    ServerLink link_;
    QuestionShelf questions_;
    ActionRunner runner_;
    std::string account_;
    bool is_started_ = false;
    std::optional<std::uint64_t> first_edit_;  // mark of memory_
    bool has_asked_to_keep_ = false;
    bool was_visible_ = true;
    bool was_online_ = true;
};

}  // namespace xueshi::runtime
