// Keeps an account on the device: opens it from the device memory without a network, and writes what the
// server says into it. One account is open at a time; what the device holds of others stays as it is.
//
// Reading is not instant: start(), open() and reopen() are answered by update(), with everything folded into
// the ClientState and the journal taken up.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "web/ports/clock.h"
#include "web/runtime/client_state.h"
#include "web/runtime/device_journal.h"
#include "web/runtime/device_memory.h"
#include "web/runtime/domain_clock.h"
#include "web/runtime/held_account.h"

namespace xueshi::runtime {

class AccountKeeper {
  public:
    struct Parts {
        DeviceMemory& memory;
        DeviceJournal& journal;
        ClientState& state;
        DomainClock& clock;
        const ports::Clock& calendar;
    };
    explicit AccountKeeper(Parts parts) : parts_(parts) {}

    // Looks for the account that was used last, and opens it when there is one.
    void start();
    // Opens an account the server has just named; its session document is in the state already.
    void open(const AccountId& account);
    // Folds the state anew from what the device holds and what waits.
    void reopen();
    // Reads for the journal what the device holds of its identities, without the feeds; nothing while another reading
    // is under way, or when the last one failed, until retry().
    void read_lanes();

    enum class Opened { Nothing, NoAccount, Empty, Held, Folded };
    // Nothing while a reading is under way or none was asked for. NoAccount: start() found none. Empty: the
    // account is open, the device held no feeds of it. Held: it is open, and everything its own hours need is
    // there; the rest of the catalogue follows with the next updates. Folded: after that, and after reopen(),
    // read_lanes() or begin_restore(): pull again.
    Opened update(double now_ms);
    bool is_reading() const { return purpose_ != Purpose::None || is_folding(); }
    // Some of the catalogue is still to come.
    bool is_folding() const { return is_folding_; }
    // All of it at once, for who cannot wait.
    void finish_folding();
    const AccountId& account() const { return account_; }

    void keep_session();
    void take_event(const std::string& feed, const sync::Envelope& envelope);
    void keep_page(const std::string& feed, const std::string& epoch, std::uint64_t after, const std::string& body);
    // After signing out: nothing of the account stays on the device.
    void forget();

    // ---- the server was restored from a backup
    // The session document in the state names the new epoch. What the device has of the feeds belongs to the past:
    // it is forgotten, but for `me`, until finish_restore. Takes a reading; pull anew when it is done.
    void begin_restore();
    bool is_restoring() const { return is_restoring_; }
    // A page of `me` pulled since.
    void note_restored(const std::vector<sync::Envelope>& events);
    // `me` is complete again: what the server lost of this account's own edits is recorded once more, lost
    // receipts become news. Answers how many edits were recorded again.
    std::size_t finish_restore(Instant now);

    // Tries again to write what could not be written, and to read what could not be read.
    void retry();

    // ---- news the person must hear of, and damaged records
    const std::vector<HeldNewsItem>& news() const { return news_; }
    // `of` names what it is about, on this device and for good: every tab tells, and what is told twice counts once.
    void tell(std::string_view of, codec::HeldNews news);
    void dismiss_news(const std::string& name);
    const std::vector<KeptRecord>& damaged() const { return damaged_; }
    void dismiss_damaged();

  private:
    enum class Purpose { None, Last, Account, Again, Lanes, Past };

    enum class Depth { Everything, OwnFirst };

    Opened take_account(std::vector<KeptRecord> records, double now_ms);
    void fold(std::map<std::string, std::vector<HeldPage>> feeds, Depth depth);
    void fold_event(const std::string& feed, std::string_view text);
    void fold_later(std::size_t events);
    void stop_folding();
    void join_small_pages(const std::string& feed, const std::vector<HeldPage>& pages);
    Opened take_again(std::vector<KeptRecord> records);
    Opened take_lanes(std::vector<KeptRecord> records);
    void take_past(HeldAccount& held);
    void clear_up(HeldAccount& held);
    std::string name_of(std::string_view rest) const { return account_prefix(account_) + std::string(rest); }

    Parts parts_;
    AccountId account_;
    Purpose purpose_ = Purpose::None;
    bool wants_again_ = false;
    bool is_start_failed_ = false;  // what start() was to read could not be read
    bool is_lane_reading_failed_ = false;
    // Of the catalogue, not folded yet: views of the pages' texts.
    std::vector<HeldPage> pages_;
    std::vector<std::string_view> later_;
    std::size_t folded_ = 0;  // of later_
    bool is_folding_ = false;
    bool is_restoring_ = false;
    std::vector<sync::Envelope> past_;  // of `me`, from before the restore
    std::vector<std::string> past_names_;
    std::vector<sync::Envelope> restored_;
    std::vector<HeldNewsItem> news_;
    std::vector<KeptRecord> damaged_;
};

}  // namespace xueshi::runtime
