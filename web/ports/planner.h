// The exact planner, running beside the interface so that no frame waits for it. It speaks the documents
// of codec/planning_exchange_json.h; which course is meant by what is the caller's business.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace xueshi::ports {

using PlannerJob = std::uint32_t;

struct PlannerAnswer {
    PlannerJob job = 0;
    std::string document;  // a piece or a refusal; empty when the planner could not be started
};

class Planner {
  public:
    virtual ~Planner() = default;
    // Gets ready without a job, so that the first one need not wait for a download.
    virtual void prepare() = 0;
    // Takes a problem document, to be answered piece by piece. A new job makes an earlier one void: only the last
    // is answered.
    virtual PlannerJob start(std::string problem) = 0;
    // Nobody waits for the rest of the last job.
    virtual void stop() = 0;
    // Answers since the last call; an arriving answer wakes the frame loop.
    virtual std::vector<PlannerAnswer> take_answers() = 0;
};

}  // namespace xueshi::ports
