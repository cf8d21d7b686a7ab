// What the planner may choose from for a teacher, as text: written down once, a part in each update so that no frame
// waits for it, and again only when what it depends on has changed. No draft has a say in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/plan/compose_problem.h"

namespace xueshi::runtime {

class WrittenOfferings {
  public:
    // Writes on, for as long as an update may take. True: everything this situation offers is in text().
    bool write(const plan::PlanningSituation& situation, const plan::OfferedRuns& offered);

    // What the next situation offers is written anew, whatever it is.
    void forget();

    // As codec::write_planning_problem takes further offerings; of the last situation that was written to its end.
    const std::string& text() const { return text_; }
    // Counts changes of the text.
    std::uint64_t revision() const { return revision_; }

  private:
    // All that decides which runs are offered, and how well they fit.
    struct Basis {
        std::uint64_t catalogue_revision = 0;
        CivilDate today;
        AllocatedYear year;
        organisation::TeacherProfile teacher;
        std::vector<std::string> wanted_themes;
        std::vector<CourseRunId> held;
        friend bool operator==(const Basis&, const Basis&) = default;
    };

    Basis basis_;
    bool is_written_ = false;  // of basis_, to the end
    std::size_t next_run_ = 0;  // of the catalogue's
    std::string draft_;         // of the next text
    std::string text_;
    std::uint64_t revision_ = 0;
};

}  // namespace xueshi::runtime
