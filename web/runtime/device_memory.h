// What this browser keeps between visits, written in groups: everything put during an update becomes one batch,
// and while a batch is on its way the next one gathers. A batch that fails stays first in line, so what the
// device holds is always a beginning of what was put.
//
// Every value is sealed with a checksum; what does not match on reading is handed over as damaged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ports/device_store.h"

namespace xueshi::runtime {

struct KeptRecord {
    std::string name;
    std::string text;       // as put; of a damaged record: the bytes as they lie there
    bool is_damaged = false;
};

class DeviceMemory {
  public:
    explicit DeviceMemory(ports::DeviceStore& store) : store_(store) {}

    void put(std::string name, std::string_view text);
    void remove(std::string name);  // a name that ends in '/' removes all under it

    // Sends what was put; takes the answers. Once an update.
    void update();
    // Tries a failed batch again; the next thing put does so by itself.
    void retry();
    void ask_to_keep() { store_.ask_to_keep(); }

    // Asks for every record under `prefix`; the answer comes by take_read, ascending by name. One reading at a
    // time: a new one takes the place of one that is not answered.
    void read(std::string prefix);
    std::optional<std::vector<KeptRecord>> take_read();
    // The last reading was answered with a trouble that may pass: that it found nothing says nothing.
    bool has_read_failed() const { return has_read_failed_; }

    // Counts what was put or removed; is_saved(mark) tells whether it is on the disk.
    std::uint64_t mark() const { return put_count_; }
    bool is_saved(std::uint64_t mark) const { return mark <= saved_count_; }
    // The trouble of the last batch, until one is on the disk, for a disk without room can still be read; or else of the
    // last reading since.
    ports::StoreProblem problem() const {
        return write_problem_ != ports::StoreProblem::None ? write_problem_ : read_problem_;
    }

  private:
    void send();
    void take_records(std::vector<ports::StoreRecord> records);

    ports::DeviceStore& store_;
    ports::StoreBatch gathering_;
    ports::StoreBatch under_way_;
    ports::StoreRequest writing_ = 0;
    ports::StoreRequest reading_ = 0;
    std::string prefix_;  // of the reading
    bool has_failed_ = false;
    std::uint64_t put_count_ = 0;
    std::uint64_t sent_count_ = 0;
    std::uint64_t saved_count_ = 0;
    ports::StoreProblem write_problem_ = ports::StoreProblem::None;
    ports::StoreProblem read_problem_ = ports::StoreProblem::None;
    std::optional<std::vector<KeptRecord>> read_;
    bool has_read_failed_ = false;
};

// The checksum in front of a value, and the value behind it when it matches.
std::string seal(std::string_view text);
std::optional<std::string_view> unseal(std::string_view value);

}  // namespace xueshi::runtime
