// Keeps ready-made bodies by key, within a number of bytes; the least recently used go first.
// Thread-safe.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/http/http_message.h"

namespace xueshi::http {

class PageCache {
  public:
    explicit PageCache(std::size_t most_bytes = 32u << 20) : most_bytes_(most_bytes) {}

    Body find(const std::string& key);  // null when it is not kept
    void keep(const std::string& key, Body body);

  private:
    struct Page {
        std::string key;
        Body body;
    };
    void drop_oldest();

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::size_t bytes_ = 0;
    std::list<Page> by_use_;  // most recently used first
    std::unordered_map<std::string, std::list<Page>::iterator> by_key_;
};

}  // namespace xueshi::http
