// A TCP client that says exactly what a test wants, well-formed or not.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::test {

class RawClient {
  public:
    explicit RawClient(int port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // False once the server has hung up; what was sent before may have arrived.
    bool send(std::string_view bytes);
    // `bytes` again and again, until `total` bytes are sent or the server hangs up.
    void send_repeated(std::string_view bytes, std::size_t total);
    void end_sending();  // half-close
    void reset();        // hang up rudely: the peer gets an RST

    // What the server says until it hangs up or is silent for `patience_ms`.
    std::string read_all(int patience_ms = 3000);
    // Up to the end of one answer with a Content-Length.
    std::string read_answer(int patience_ms = 3000);

  private:
    bool read_some(std::string& into, int patience_ms);
    int socket_;
};

// The status of the first answer in `bytes`; 0 when there is none.
int status_of_answer(std::string_view bytes);

}  // namespace xueshi::test
