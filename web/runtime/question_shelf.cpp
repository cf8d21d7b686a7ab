#include "web/runtime/question_shelf.h"

#include <algorithm>
#include <utility>

#include "core/codec/capability_shelf_json.h"

namespace xueshi::runtime {
namespace {

constexpr double kRetryMs = 5'000;

// Of the diagnostic's part of the program, which is here whenever its page is (web/program_parts.txt).
[[gnu::noinline]] std::unique_ptr<const diagnostic::CapabilityShelf> read_questions(const std::string& bytes) {
    auto shelf = codec::read_capability_shelf(bytes);
    if (!shelf) return nullptr;
    return std::make_unique<const diagnostic::CapabilityShelf>(*std::move(shelf));
}

}  // namespace

void QuestionShelf::want(double now_ms) {
    is_wanted_ = true;
    if (shelf_ || is_coming_ || now_ms < retry_at_ms_) return;
    is_coming_ = true;
    retry_at_ms_ = 0;
    library_.fetch(ports::DocumentName::Capability);
}

bool QuestionShelf::update(double now_ms) {
    const auto arrived = library_.take();
    if (!arrived || shelf_) return false;
    is_coming_ = false;
    if (!arrived->bytes.empty()) shelf_ = read_questions(arrived->bytes);
    if (!shelf_) retry_at_ms_ = now_ms + kRetryMs;
    return shelf_ != nullptr;
}

double QuestionShelf::retry_after(double now_ms) const {
    return is_wanted_ && retry_at_ms_ > 0 ? std::max(1.0, retry_at_ms_ - now_ms) : 0;
}

}  // namespace xueshi::runtime
