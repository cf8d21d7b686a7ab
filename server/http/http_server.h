// Sockets: the only file pair that knows the HTTP library. Turns bytes into Request values, asks
// the Application, writes its Response.
//
// Limits: bodies of 192 KiB (of 5 MiB where a file is uploaded, by somebody who may), 5 s for each read and write, connections and waiting connections
// bounded, idle connections closed soon so that they starve nobody. A connection beyond the bounds
// is closed at once. Slow-header floods are nginx's business, which stands in front in production.
#pragma once

#include <memory>
#include <string>

#include "server/http/application.h"

namespace xueshi::http {

struct ServerLimits {
    std::size_t threads = 96;  // one serves one connection at a time
    std::size_t most_waiting = 1024;
    std::size_t payload_bytes = 5 * 1024 * 1024;  // of any route; each has its own
    int transfer_timeout_s = 5;
    int idle_timeout_s = 2;
    std::size_t requests_per_connection = 1000;
};

class HttpServer {
  public:
    explicit HttpServer(Application& application, ServerLimits limits = {});
    ~HttpServer();

    // Port 0 chooses a free one. The port listened on, or 0 when the address cannot be had.
    int bind(const std::string& host, int port);

    // Serves until stop(), then finishes the requests that have begun.
    void run();

    // From any thread, after run() has begun.
    void stop();

  private:
    class Library;
    std::unique_ptr<Library> library_;
};

}  // namespace xueshi::http
