// Short messages to the person, the newest last. Each leaves by itself after a while or when dismissed.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "web/views/status.h"

namespace xueshi::runtime {

class NoticeBoard {
  public:
    static constexpr double kLifetimeMs = 6'000;  // tokens.md: a toast stays 6 s
    static constexpr std::size_t kMost = 3;

    void post(views::Notice::Tone tone, std::string code, std::string subject, bool offers_undo) {
        if (notices_.size() == kMost) {
            notices_.erase(notices_.begin());
            ends_at_ms_.erase(ends_at_ms_.begin());
        }
        notices_.push_back({++last_id_, tone, std::move(code), std::move(subject), offers_undo});
        ends_at_ms_.push_back(now_ms_ + kLifetimeMs);
    }
    void dismiss(std::uint32_t id) {
        for (std::size_t i = 0; i < notices_.size(); ++i) {
            if (notices_[i].id == id) return remove(i);
        }
    }
    // Drops what had its time. Answers when to look again: milliseconds from now, or none.
    double advance(double now_ms) {
        now_ms_ = now_ms;
        for (std::size_t i = notices_.size(); i-- > 0;) {
            if (ends_at_ms_[i] <= now_ms) remove(i);
        }
        return notices_.empty() ? 0 : *std::min_element(ends_at_ms_.begin(), ends_at_ms_.end()) - now_ms;
    }
    const std::vector<views::Notice>& notices() const { return notices_; }

  private:
    void remove(std::size_t index) {
        notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(index));
        ends_at_ms_.erase(ends_at_ms_.begin() + static_cast<std::ptrdiff_t>(index));
    }

    std::vector<views::Notice> notices_;
    std::vector<double> ends_at_ms_;
    double now_ms_ = 0;
    std::uint32_t last_id_ = 0;
};

}  // namespace xueshi::runtime
