// finish_course <data folder> <login> <run id>: the teacher has finished that course, as its platform would report it.
// For browser tests, while no server runs.
#include <exception>
#include <iostream>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "server/authority/authorize.h"
#include "server/authority/hour_recording.h"
#include "server/authority/teacher_states.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi {
namespace {

Outcome finish(store::Transaction& transaction, const std::string& login, const CourseRunId& run_id) {
    const auto account = transaction.find_account_by_login(login);
    if (!account) return make_error(authority::kForbidden, login);
    authority::SharedStates shared;
    const catalogue::CourseRun* run = shared.load(transaction).catalogue.find(run_id);
    if (run == nullptr) return make_error(authority::kForbidden, run_id.text);
    ledger::HourRecord record;
    record.id = HourRecordId{"finished-" + run_id.text};
    record.course_run_id = run_id;
    record.title = run->title;
    record.category = run->category;
    record.hours = run->hours;
    record.state = ledger::HourState::Earned;
    record.source = ledger::HourSource::AllStaff;
    record.allocated_year = {2017};
    record.remark = "课程平台已确认";
    authority::ServerStamps stamps;
    authority::record_hours(transaction, stamps, authority::personal_feed(account->id), {}, record,
                            Instant{transaction.latest_domain_ms()});
    return Done{};
}

}  // namespace
}  // namespace xueshi

int main(int count, char** arguments) {
    using namespace xueshi;
    if (count != 4) return 2;
    try {
        store::SqliteEventStore event_store(arguments[1]);
        const Outcome done = event_store.write([&](store::Transaction& transaction) {
            return finish(transaction, arguments[2], CourseRunId{arguments[3]});
        });
        if (!done) std::cerr << done.error().subject << '\n';
        return done ? 0 : 1;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
