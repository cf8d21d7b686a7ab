// A teacher's hours as the page of hours sees them.
#pragma once

#include "core/app/select_hours.h"
#include "tests/support/allocation_world.h"

namespace xueshi::testing {

class HoursWorld : public AllocationWorld {
  public:
    app::HoursProjection page(const HourRecordId& asked = {}, std::vector<ledger::YearMove> staged = {}) {
        staged_ = std::move(staged);
        return app::select_hours(input(), asked);
    }
    app::HoursInput input() {
        teacher_ = {};
        shared_.catalogue = catalogue;
        const auto tell = [&](const app::Event& event) { app::apply(teacher_, {event, Stamp{++told_, 0, "server"}, 0}); };
        tell(app::ProfileRecorded{teacher_profile()});
        for (const ledger::HourRecord& record : records()) tell(app::HoursRecorded{record});
        return {.now = now, .teacher = teacher_, .shared = shared_, .ledger = ledger, .rules = book, .staged = staged_,
                .waiting = waiting};
    }

    std::vector<allocation::AllocateHours> waiting;

  private:
    app::TeacherState teacher_;
    app::SharedState shared_;
    std::vector<ledger::YearMove> staged_;
    std::int64_t told_ = 0;
};

}  // namespace xueshi::testing
