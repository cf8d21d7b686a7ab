#pragma once

#include "web/ports/transport.h"

namespace xueshi::bridge {

class FetchTransport final : public ports::Transport {
  public:
    ports::RequestId send(ports::HttpRequest request) override;
    void cancel(ports::RequestId request) override;
    std::vector<ports::HttpResponse> take_responses() override;

  private:
    ports::RequestId last_id_ = 0;
};

}  // namespace xueshi::bridge
