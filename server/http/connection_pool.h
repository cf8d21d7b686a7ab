// Threads that serve connections, with a bounded queue in front. Made as they are first needed.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace xueshi::http {

class ConnectionPool {
  public:
    ConnectionPool(std::size_t most_threads, std::size_t most_waiting)
        : most_threads_(most_threads), most_waiting_(most_waiting) {}
    ~ConnectionPool() { finish(); }

    // False when too many wait: the caller closes the connection.
    bool take(std::function<void()> serve);

    // Serves what waits, then ends the threads. Harmless when repeated.
    void finish();

  private:
    void work();

    const std::size_t most_threads_;
    const std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> waiting_;
    std::size_t idle_ = 0;
    bool is_finishing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace xueshi::http
