// Small worlds for tests: a teacher, a catalogue and a moment, each part changeable.
#pragma once

#include <string>

#include "core/app/state.h"
#include "core/codec/rule_pack_json.h"

namespace xueshi::testing {

inline Instant moment(std::string_view local_minute) {
    return instant_of(parse_local_minute(local_minute).value());
}

inline CivilDate date(std::string_view text) { return parse_date(text).value(); }

inline catalogue::Session session(std::string_view begins, std::string_view ends) {
    return {parse_local_minute(begins).value(), parse_local_minute(ends).value()};
}

// A distance course of the IT programme, open to everyone, in the term of phase 1 of 2017.
inline catalogue::CourseRun course_run(const std::string& id) {
    catalogue::CourseRun run;
    run.id = CourseRunId{id};
    run.course_id = CourseId{"C-" + id};
    run.title = "课程 " + id;
    run.provider = "示例培训机构";
    run.it_part = catalogue::ItPart::Elective;
    run.theme = "T5";
    run.hours = whole_hours(6);
    run.fee_fen = 2400;
    run.opens = date("2017-04-19");
    run.closes = date("2017-06-19");
    run.phase_id = "guangzhou-2017-1";
    return run;
}

inline organisation::TeacherProfile teacher_profile() {
    organisation::TeacherProfile profile;
    profile.teacher_id = TeacherId{"t1"};
    profile.number = "20170042318";
    profile.name = "林晓岚";
    profile.school_id = UnitId{"school-1"};
    profile.school_name = "示例小学";
    profile.district_id = UnitId{"haizhu"};
    profile.district_name = "海珠区";
    profile.stage = SchoolStage::Primary;
    profile.subject = "chinese";
    profile.title = "一级教师";
    profile.teaching_since_year = 2008;
    return profile;
}

inline ledger::HourRecord hour_record(const std::string& id, HourCategory category, DeciHours hours,
                                      ledger::HourState state) {
    ledger::HourRecord record;
    record.id = HourRecordId{id};
    record.title = "记录 " + id;
    record.category = category;
    record.hours = hours;
    record.state = state;
    record.allocated_year = {2017};
    return record;
}

}  // namespace xueshi::testing
