#include "server/sample/sample_city.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "core/codec/event_json.h"
#include "core/codec/special_json.h"
#include "server/auth/password_hash.h"
#include "server/authority/authorize.h"
#include "server/authority/roster_runner.h"
#include "server/readings/pinyin_readings.h"
#include "server/sample/sample_courses.h"
#include "server/sample/sample_notices.h"
#include "server/sample/sample_people.h"
#include "server/sample/sample_programme.h"
#include "server/sample/sample_projects.h"
#include "server/sample/sample_records.h"
#include "server/sample/sample_units.h"

namespace xueshi::sample {
namespace {

constexpr std::size_t kTeachersPerBatch = 2'000;

// Nine in the morning of the day on which the sample city's facts were recorded.
Instant morning_of(CivilDate day) {
    constexpr std::int64_t kNineHoursMs = 9 * 3'600'000;
    return {start_of(day).utc_ms + kNineHoursMs};
}
Instant units_recorded_at() { return morning_of(*make_date(2017, 2, 20)); }
Instant people_recorded_at() { return morning_of(*make_date(2017, 2, 27)); }
Instant catalogue_published_at() { return morning_of(*make_date(2017, 3, 6)); }
Instant hours_recorded_at() { return morning_of(*make_date(2017, 3, 9)); }

// Appends the server's own events to one feed, each with a later stamp than the one before.
class FeedWriter {
  public:
    FeedWriter(store::Transaction& transaction, std::string feed)
        : transaction_(transaction), feed_(std::move(feed)) {}

    void append(const app::Event& event, Instant at) { append(codec::encode_event(event), at); }
    void append(const app::SpecialEvent& event, Instant at) { append(codec::encode_special_event(event), at); }

  private:
    void append(codec::EncodedEvent encoded, Instant at) {
        last_ = next_stamp(last_, at.utc_ms, "server");
        transaction_.append(feed_,
                            sync::Envelope{.sequence = 0,
                                           .origin = {},
                                           .stamp = last_,
                                           .type = std::move(encoded.type),
                                           .payload = std::move(encoded.payload)});
        transaction_.note_domain_time(at.utc_ms);
    }

    store::Transaction& transaction_;
    std::string feed_;
    Stamp last_;
};

void write(store::EventStore& event_store, const store::WriteJob& job) {
    const Outcome outcome = event_store.write(job);
    if (!outcome) {
        throw store::StoreFailure(
            "The sample city could not be written: " + std::string(outcome.error().code.name()) +
            " " + outcome.error().detail);
    }
}

void write_units(store::Transaction& transaction, const SampleUnits& units) {
    FeedWriter feed(transaction, std::string(authority::kUnitsFeed));
    for (const organisation::Unit& unit : units.all()) {
        feed.append(app::UnitRecorded{unit}, units_recorded_at());
    }
}

void write_news(store::Transaction& transaction) {
    FeedWriter feed(transaction, std::string(authority::kNewsFeed));
    for (const app::NoticePost& notice : make_notices()) {
        feed.append(app::NoticePosted{notice}, morning_of(notice.posted_on));
    }
}

void write_catalogue(store::Transaction& transaction,
                     const std::vector<catalogue::CourseRun>& runs,
                     const SampleUnits& units,
                     const std::vector<SampleProject>& projects) {
    std::vector<std::string_view> searched;
    for (const catalogue::CourseRun& run : runs) {
        searched.push_back(run.title);
        searched.push_back(run.provider);
    }
    FeedWriter feed(transaction, std::string(authority::kCatalogueFeed));
    feed.append(app::ReadingsPublished{readings::readings_for(searched)}, catalogue_published_at());
    for (const catalogue::CourseRun& run : runs) {
        feed.append(app::CourseRunPublished{run}, catalogue_published_at());
    }
    // The units that have places, and those that give projects: what a quota table and a review name.
    for (const organisation::Unit& unit : units.all()) {
        if (unit.kind != organisation::OrgKind::School) feed.append(app::UnitRecorded{unit}, catalogue_published_at());
    }
    for (const SampleProject& sample : projects) {
        FeedWriter own(transaction, authority::project_feed(sample.project.id));
        const enrolment::ProjectPublished published{sample.project};
        own.append(published, catalogue_published_at());
        feed.append(published, catalogue_published_at());
        if (sample.quota.empty()) continue;
        const enrolment::QuotaSet quota{sample.project.id, sample.quota, {}};
        own.append(quota, catalogue_published_at());
        feed.append(quota, catalogue_published_at());
    }
}

// Through the same decisions as everybody's: what the reviewers find on their desks on the first day.
void write_sign_ups(store::Transaction& transaction,
                    const SampleCityOptions& options,
                    const SampleUnits& units,
                    const std::vector<SampleProject>& projects) {
    authority::TeacherStates teachers;
    authority::SharedStates shared;
    authority::ServerStamps stamps;
    authority::RosterRunner runner(teachers, shared, stamps);
    std::map<std::string, authority::FoldedRoster> rosters;
    for (std::size_t index = 0; index < options.teachers; ++index) {
        const organisation::TeacherProfile teacher = make_teacher(options.seed, index, units);
        const SampleProject* wanted = first_sign_up(options.seed, index, teacher, projects);
        if (wanted == nullptr) continue;
        const auto account = transaction.find_account(AccountId(teacher.teacher_id.text));
        authority::RosterRunner::Turn turn{
            *account, transaction, hours_recorded_at(), enrolment::make_receipt_id(index), rosters};
        const codec::EncodedIntent intent = codec::encode_special_intent(
            enrolment::SignUp{EnrolmentId("sample-" + teacher.teacher_id.text), wanted->project.id});
        const auto receipt = runner.run(turn, intent.type, intent.payload);
        if (!receipt) {
            throw store::StoreFailure("A sample application was refused: " +
                                      std::string(receipt.error().code.name()));
        }
    }
}

void write_teacher(store::Transaction& transaction,
                   const SampleCityOptions& options,
                   std::size_t index,
                   const SampleUnits& units,
                   SchoolFigures& figures) {
    const organisation::TeacherProfile teacher = make_teacher(options.seed, index, units);
    const AccountId account_id(teacher.teacher_id.text);
    if (index >= kTeacherLogins) {  // the others can log in and are written with the sample accounts
        transaction.put_account({.id = account_id,
                                 .login = teacher.number,
                                 .display_name = teacher.name,
                                 .roles = {organisation::OrgRole::Teacher},
                                 .unit_id = teacher.school_id,
                                 .unit_name = teacher.school_name,
                                 .credential = {}});
    }
    FeedWriter feed(transaction, authority::personal_feed(account_id));
    feed.append(app::ProfileRecorded{teacher}, people_recorded_at());
    const diagnostic::EarlierProgramme earlier = make_earlier_programme(options.seed, index);
    feed.append(app::EarlierProgrammeRecorded{earlier}, people_recorded_at());
    for (const ledger::HourRecord& record : make_hour_records(options.seed, index, teacher)) {
        feed.append(app::HoursRecorded{record}, hours_recorded_at());
    }
    for (const ledger::HourRecord& record : make_carried_records(teacher, earlier)) {
        feed.append(app::HoursRecorded{record}, hours_recorded_at());
    }
    figures.add(teacher, earlier);
}

// Each school's own feed, and its district's.
void write_figures(store::Transaction& transaction, const SampleUnits& units, const SchoolFigures& figures) {
    std::map<UnitId, FeedWriter> feeds;
    const auto write_to = [&](const UnitId& unit, const diagnostic::ProgrammeFigures& of_school) {
        const auto feed = feeds.try_emplace(unit, transaction, authority::unit_feed(unit)).first;
        feed->second.append(diagnostic::ProgrammeFiguresRecorded{of_school}, people_recorded_at());
    };
    for (const SampleSchool& school : units.schools) {
        const diagnostic::ProgrammeFigures* of_school = figures.find(school.unit.id);
        if (of_school == nullptr) continue;
        write_to(school.unit.id, *of_school);
        if (!school.district_name.empty()) write_to(school.unit.parent, *of_school);
    }
}

void write_logins(store::Transaction& transaction, const std::vector<SampleLogin>& logins) {
    for (const SampleLogin& login : logins) {
        store::AccountRecord account = login.account;
        account.credential = auth::hash_password(login.password);
        transaction.put_account(account);
    }
}

}  // namespace

std::vector<SampleLogin> write_sample_city(store::EventStore& event_store,
                                           const SampleCityOptions& options) {
    const SampleUnits units = make_units(options.teachers);
    const std::vector<catalogue::CourseRun> runs =
        make_course_runs(options.seed, options.course_runs);
    const std::vector<SampleProject> projects = make_projects(options.seed, runs, units);
    write(event_store, [&](store::Transaction& transaction) -> Outcome {
        write_units(transaction, units);
        write_news(transaction);
        write_catalogue(transaction, runs, units, projects);
        return Done{};
    });
    SchoolFigures figures;
    for (std::size_t first = 0; first < options.teachers; first += kTeachersPerBatch) {
        const std::size_t end = std::min(first + kTeachersPerBatch, options.teachers);
        write(event_store, [&](store::Transaction& transaction) -> Outcome {
            for (std::size_t i = first; i < end; ++i) {
                write_teacher(transaction, options, i, units, figures);
            }
            return Done{};
        });
    }
    std::vector<SampleLogin> logins = make_sample_logins(units, options.teachers);
    write(event_store, [&](store::Transaction& transaction) -> Outcome {
        write_figures(transaction, units, figures);
        write_logins(transaction, logins);
        write_sign_ups(transaction, options, units, projects);
        return Done{};
    });
    return logins;
}

}  // namespace xueshi::sample
