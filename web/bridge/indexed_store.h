#pragma once

#include "web/ports/device_store.h"

namespace xueshi::bridge {

// IndexedDB (shell/bridges/storage.js).
class IndexedStore final : public ports::DeviceStore {
  public:
    ports::StoreRequest read(std::string_view prefix) override;
    ports::StoreRequest write(const ports::StoreBatch& batch) override;
    std::vector<ports::StoreAnswer> take_answers() override;
    void ask_to_keep() override;

  private:
    ports::StoreRequest last_request_ = 0;
};

}  // namespace xueshi::bridge
