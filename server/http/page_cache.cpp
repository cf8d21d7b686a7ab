#include "server/http/page_cache.h"

#include <utility>

namespace xueshi::http {

Body PageCache::find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    by_use_.splice(by_use_.begin(), by_use_, found->second);
    return found->second->body;
}

void PageCache::keep(const std::string& key, Body body) {
    const std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return;  // two requests made the same page
    bytes_ += body->size();
    by_use_.push_front(Page{key, std::move(body)});
    by_key_[key] = by_use_.begin();
    while (bytes_ > most_bytes_ && !by_use_.empty()) drop_oldest();
}

void PageCache::drop_oldest() {
    bytes_ -= by_use_.back().body->size();
    by_key_.erase(by_use_.back().key);
    by_use_.pop_back();
}

}  // namespace xueshi::http
