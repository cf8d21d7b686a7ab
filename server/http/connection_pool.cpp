#include "server/http/connection_pool.h"

#include <utility>

namespace xueshi::http {

bool ConnectionPool::take(std::function<void()> serve) {
    {
        const std::lock_guard lock(mutex_);
        if (is_finishing_ || waiting_.size() >= most_waiting_) return false;
        waiting_.push_back(std::move(serve));
        if (waiting_.size() > idle_ && threads_.size() < most_threads_) {
            threads_.emplace_back([this] { work(); });
        }
    }
    arrived_.notify_one();
    return true;
}

void ConnectionPool::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_finishing_ = true;
    }
    arrived_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void ConnectionPool::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        ++idle_;
        arrived_.wait(lock, [&] { return !waiting_.empty() || is_finishing_; });
        --idle_;
        if (waiting_.empty()) return;
        std::function<void()> serve = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        serve();
        lock.lock();
    }
}

}  // namespace xueshi::http
