// The projections of all teachers' feeds, in a few files that can be worked on side by side.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "server/authority/hour_projection.h"
#include "server/authority/projection_file.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

inline constexpr std::size_t kProjectionParts = 4;

class HourProjections {
  public:
    // Looks at the heads of all teachers' feeds; reads nothing else.
    HourProjections(store::EventStore& event_store, std::filesystem::path folder);

    // Folds what the feeds of one part hold after the projections were made. How many there were. May be called for
    // several parts at a time.
    std::size_t bring_up(std::size_t part);

    struct Teacher {
        const std::string& feed;
        std::uint64_t head;
        const ProjectedHours& hours;
    };
    // Each teacher of a part, by feed name; the part has been brought up.
    void visit(std::size_t part, const std::function<void(const Teacher&)>& visitor);

  private:
    struct Feed {
        std::string name;
        std::uint64_t head = 0;
    };
    bool is_current(std::size_t part, const ProjectionFile& file) const;
    std::filesystem::path path_of(std::size_t part) const;

    store::EventStore& event_store_;
    const std::filesystem::path folder_;
    const std::string epoch_;
    std::vector<Feed> parts_[kProjectionParts];
};

// Runs the task for each part, on as many threads as there are cores; rethrows what one of them throws.
void for_each_part(const std::function<void(std::size_t part)>& task);

}  // namespace xueshi::authority
