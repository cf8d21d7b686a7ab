#include "web/bridge/fetch_transport.h"

#include <emscripten/emscripten.h>

#include "web/bridge/byte_reader.h"
#include "web/bridge/script_result.h"

EM_JS(void,
      xueshi_network_send,
      (unsigned id,
       const char* method,
       int method_size,
       const char* path,
       int path_size,
       const char* headers,
       int headers_size,
       const char* body,
       int body_size,
       double timeout_ms),
      {
          const heap = Module.bridge.heap;
          Module.bridge.network.send(id, {
              method : heap.text(method, method_size),
              path : heap.text(path, path_size),
              headers : heap.text(headers, headers_size),
              body : heap.text(body, body_size),
              timeout : timeout_ms
          });
      });
EM_JS(void, xueshi_network_cancel, (unsigned id), { Module.bridge.network.cancel(id); });
EM_JS(int, xueshi_network_next, (), { return Module.bridge.network.next(); });

namespace xueshi::bridge {

ports::RequestId FetchTransport::send(ports::HttpRequest request) {
    std::string headers;  // "name: value" lines
    for (const ports::HttpHeader& header : request.headers) {
        headers += header.name + ": " + header.value + "\n";
    }
    const ports::RequestId id = ++last_id_;
    xueshi_network_send(id,
                        request.method.data(),
                        static_cast<int>(request.method.size()),
                        request.path.data(),
                        static_cast<int>(request.path.size()),
                        headers.data(),
                        static_cast<int>(headers.size()),
                        request.body.data(),
                        static_cast<int>(request.body.size()),
                        request.timeout_ms);
    return id;
}

void FetchTransport::cancel(ports::RequestId request) { xueshi_network_cancel(request); }

std::vector<ports::HttpResponse> FetchTransport::take_responses() {
    std::vector<ports::HttpResponse> responses;
    while (const int size = xueshi_network_next()) {
        const std::string bytes = take_script_result(size);
        ByteReader reader(bytes);
        ports::HttpResponse response;
        response.request = reader.number<std::uint32_t>();
        response.outcome = static_cast<ports::HttpResponse::Outcome>(reader.number<std::uint8_t>());
        response.status = reader.number<std::uint16_t>();
        const auto headers = reader.number<std::uint16_t>();
        for (int i = 0; i < headers; ++i) {
            std::string name = reader.string();
            response.headers.push_back({std::move(name), reader.string()});
        }
        response.body = reader.string();
        responses.push_back(std::move(response));
    }
    return responses;
}

}  // namespace xueshi::bridge
