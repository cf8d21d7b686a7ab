#include "web/bridge/worker_planner.h"

#include <emscripten/emscripten.h>

#include "web/bridge/byte_reader.h"
#include "web/bridge/script_result.h"

EM_JS(void, xueshi_planner_prepare, (), { Module.bridge.planner.prepare(); });
EM_JS(void, xueshi_planner_start, (unsigned job, const char* problem, int size), {
    Module.bridge.planner.start(job, Module.bridge.heap.bytes(problem, size).slice());
});
EM_JS(void, xueshi_planner_stop, (), { Module.bridge.planner.stop(); });
EM_JS(int, xueshi_planner_next, (), { return Module.bridge.planner.next(); });

namespace xueshi::bridge {

void WorkerPlanner::prepare() { xueshi_planner_prepare(); }

ports::PlannerJob WorkerPlanner::start(std::string problem) {
    xueshi_planner_start(++last_job_, problem.data(), static_cast<int>(problem.size()));
    return last_job_;
}

void WorkerPlanner::stop() { xueshi_planner_stop(); }

std::vector<ports::PlannerAnswer> WorkerPlanner::take_answers() {
    std::vector<ports::PlannerAnswer> answers;
    while (const int size = xueshi_planner_next()) {
        const std::string bytes = take_script_result(size);
        ByteReader reader(bytes);
        ports::PlannerAnswer answer;
        answer.job = reader.number<std::uint32_t>();
        answer.document = reader.string();
        answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace xueshi::bridge
