// Contestable<T>: a register that two devices may write without knowing of each other. Both writes stand.
//
// A write says which writes its device saw standing: it replaces those. What is left stands; the value shown
// is the standing write with the greatest stamp, and the register is contested while two standing writes
// differ. Whoever writes next has seen them all, so the disagreement ends with that write, on every device.
//
// Offering the same writes in any order, any number of times, leaves the same register (decision 0012). It
// holds one entry per device that wrote it or was replaced in it, however often. Relied on: a device's stamps
// grow, and who has seen one write of a device has seen its earlier ones.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/stamp.h"

namespace xueshi {

// The stamps of the writes a write replaces, its own device's left out. Absent in writes older than this
// question: those replaced whatever was earlier than they.
using Replaced = std::optional<std::vector<Stamp>>;

// More are never listed: what a write did not list stays standing until the next one.
inline constexpr std::size_t kMaxReplaced = 64;

// Which of the writes offered to a register stand, whatever their values.
class StandingWrites {
  public:
    // Stamps in `replaces` that are not earlier than `at` cannot have been seen and are ignored, so that the
    // latest write of all always stands.
    void offer(const Stamp& at, const Replaced& replaces);
    // Of a write that was offered.
    bool stands(const Stamp& stamp) const;
    friend bool operator==(const StandingWrites&, const StandingWrites&) = default;

  private:
    // The latest known of one device: its last write, or how far it was replaced.
    struct Reach {
        Stamp stamp;
        bool is_replaced = false;
        friend bool operator==(const Reach&, const Reach&) = default;
    };
    void take(Reach offered);

    std::vector<Reach> reaches_;  // by node
    Stamp replaced_before_;       // the latest write that replaced whatever was earlier
};

template <class T>
class Contestable {
  public:
    struct Write {
        Stamp stamp;
        T value;
        friend bool operator==(const Write&, const Write&) = default;
    };

    void offer(T value, const Stamp& at, const Replaced& replaces) {
        book_.offer(at, replaces);
        std::erase_if(standing_, [&](const Write& write) { return !book_.stands(write.stamp); });
        if (!book_.stands(at)) return;
        std::size_t place = 0;
        while (place < standing_.size() && at < standing_[place].stamp) ++place;
        if (place < standing_.size() && standing_[place].stamp == at) return;  // seen before
        standing_.insert(standing_.begin() + static_cast<std::ptrdiff_t>(place), Write{at, std::move(value)});
    }

    bool is_written() const { return !standing_.empty(); }
    // The value shown; T{} while nothing is written.
    T value() const { return is_written() ? standing_.front().value : T{}; }
    Stamp stamp() const { return is_written() ? standing_.front().stamp : Stamp{}; }

    // The writes that stand, the one shown first, then by falling stamps.
    const std::vector<Write>& standing() const { return standing_; }
    bool is_contested() const {
        return std::any_of(standing_.begin(), standing_.end(), [&](const Write& write) {
            return !(write.value == standing_.front().value);
        });
    }
    // Adds the stamps a write of `node` made now would replace.
    void add_replaced(std::string_view node, std::vector<Stamp>& stamps) const {
        for (const Write& write : standing_) {
            if (write.stamp.node != node) stamps.push_back(write.stamp);
        }
    }

    friend bool operator==(const Contestable&, const Contestable&) = default;

  private:
    StandingWrites book_;
    std::vector<Write> standing_;
};

}  // namespace xueshi
