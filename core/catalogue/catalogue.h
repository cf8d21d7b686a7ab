// The catalogue as the feed built it: every run by id, and the readings of its characters for search.
//
// `apply` functions are total and idempotent; a later sequence of the feed wins whatever order they come in.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/catalogue/course_run.h"

namespace xueshi::catalogue {

// Pinyin readings of one character, without tones, most common first: 行 → "xing", "hang".
struct CharacterReadings {
    std::string character;  // one UTF-8 character
    std::vector<std::string> readings;

    friend bool operator==(const CharacterReadings&, const CharacterReadings&) = default;
};

class Catalogue {
  public:
    // `sequence` is the event's place in the feed.
    void publish(CourseRun run, std::uint64_t sequence);
    void withdraw(const CourseRunId& id, std::uint64_t sequence);
    void publish_readings(std::vector<CharacterReadings> readings, std::uint64_t sequence);

    // Null when unknown or withdrawn.
    const CourseRun* find(const CourseRunId& id) const;

    // The published runs in ascending order of id. Valid until the next change.
    const std::vector<const CourseRun*>& runs() const;
    // Null when the character has none.
    const std::vector<std::string>* readings_of(const std::string& character) const;

    // Counts changes, so that an index over the catalogue knows when it is stale.
    std::uint64_t revision() const { return revision_; }

  private:
    struct Entry {
        CourseRun run;
        std::uint64_t sequence = 0;
        bool is_published = false;
    };
    std::map<CourseRunId, Entry> entries_;
    struct Readings {
        std::vector<std::string> readings;
        std::uint64_t sequence = 0;
    };
    std::map<std::string, Readings> readings_;
    std::uint64_t revision_ = 0;
    mutable std::vector<const CourseRun*> listed_;
    mutable std::uint64_t listed_revision_ = 0;
};

}  // namespace xueshi::catalogue
