// The undo history of this tab, kept on the device so that it survives a reload.
//
// It lies there under an id of its own: the identities under which edits are numbered change hands whenever a tab
// ends, and what can be taken back must not go with them. A history is written by one tab alone (ports::Tabs). A
// reloaded tab remembers which was its own and goes on from it; another goes on from the one used last, unless a tab
// has it, and otherwise begins anew with its first step. What is done before that is settled comes after what is found.
#pragma once

#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "web/ports/entropy.h"
#include "web/ports/tabs.h"
#include "web/runtime/device_memory.h"
#include "web/runtime/held_account.h"
#include "web/runtime/undo_history.h"

namespace xueshi::runtime {

class KeptHistory {
  public:
    KeptHistory(ports::Entropy& entropy, DeviceMemory& memory, ports::Tabs& tabs)
        : entropy_(entropy), memory_(memory), tabs_(tabs) {}

    // Looks for the history to go on from. `held`: those on the device, the one used last first.
    void open(const AccountId& account, const std::vector<HeldHistory>& held);
    // Nothing on the device is touched.
    void close();

    void take_claim(const ports::ClaimAnswer& answer);
    // The history has come to this tab, and may have been written on since it was read: call begin_reading, read
    // the account's identities, and hand what is found to rejoin.
    bool needs_reading() const { return search_ == Search::Found; }
    void begin_reading() { is_being_read_ = needs_reading(); }
    void rejoin(std::vector<HeldHistory> held);

    const UndoHistory& steps() const { return steps_; }
    void add(UndoHistory::Step step, Instant now);
    // Only where there is such a step.
    void step_back(Instant now);
    void step_forward(Instant now);

  private:
    enum class Search { Over, Asked, Found };

    std::string remembered() const;
    void remember();
    void look_for(std::string id, bool waits);
    void begin_anew();
    void keep(std::size_t from);
    void keep_place();
    void forget_redoable();
    void forget_history(const std::string& id);
    std::string prefix_of(const std::string& id) const;
    std::string step_name(std::uint64_t number) const;
    void release(const std::string& id);

    ports::Entropy& entropy_;
    DeviceMemory& memory_;
    ports::Tabs& tabs_;
    AccountId account_;
    Search search_ = Search::Over;
    std::string wanted_;         // what is looked for; still in line for it when the search is over in vain
    bool is_being_read_ = false;
    std::vector<std::string> old_;  // to be forgotten unless a tab has them
    std::string id_;             // empty: nothing is kept yet
    UndoHistory steps_;
    std::int64_t used_ms_ = 0;   // domain time
};

}  // namespace xueshi::runtime
