#include "core/catalogue/catalogue.h"

#include <utility>

namespace xueshi::catalogue {

void Catalogue::publish(CourseRun run, std::uint64_t sequence) {
    Entry& entry = entries_[run.id];
    if (sequence <= entry.sequence) return;
    entry = Entry{std::move(run), sequence, true};
    ++revision_;
}

void Catalogue::withdraw(const CourseRunId& id, std::uint64_t sequence) {
    Entry& entry = entries_[id];
    if (sequence <= entry.sequence) return;
    entry.sequence = sequence;
    entry.is_published = false;
    ++revision_;
}

void Catalogue::publish_readings(std::vector<CharacterReadings> readings, std::uint64_t sequence) {
    for (CharacterReadings& each : readings) {
        Readings& held = readings_[each.character];
        if (sequence > held.sequence) held = Readings{std::move(each.readings), sequence};
    }
    ++revision_;
}

const std::vector<std::string>* Catalogue::readings_of(const std::string& character) const {
    const auto found = readings_.find(character);
    return found == readings_.end() ? nullptr : &found->second.readings;
}

const CourseRun* Catalogue::find(const CourseRunId& id) const {
    const auto found = entries_.find(id);
    return found != entries_.end() && found->second.is_published ? &found->second.run : nullptr;
}

const std::vector<const CourseRun*>& Catalogue::runs() const {
    if (listed_revision_ != revision_) {
        listed_.clear();
        for (const auto& [id, entry] : entries_) {
            if (entry.is_published) listed_.push_back(&entry.run);
        }
        listed_revision_ = revision_;
    }
    return listed_;
}

}  // namespace xueshi::catalogue
