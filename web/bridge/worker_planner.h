#pragma once

#include "web/ports/planner.h"

namespace xueshi::bridge {

// The planner as a program of its own in a worker (shell/planner_worker.js, web/planner_main.cpp).
class WorkerPlanner final : public ports::Planner {
  public:
    void prepare() override;
    ports::PlannerJob start(std::string problem) override;
    void stop() override;
    std::vector<ports::PlannerAnswer> take_answers() override;

  private:
    ports::PlannerJob last_job_ = 0;
};

}  // namespace xueshi::bridge
