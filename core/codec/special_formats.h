// Small shared pieces of special training's documents. Internal to core/codec.
#pragma once

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "core/codec/special_names.h"

namespace xueshi::codec {

void write_quota_table(JsonWriter& json, const enrolment::QuotaTable& table);
enrolment::QuotaTable read_quota_table(ObjectReader& object);

void write_study_away_plan(JsonWriter& json, const enrolment::StudyAwayPlan& plan);
enrolment::StudyAwayPlan read_study_away_plan(ObjectReader& object);
void write_role(JsonWriter& json, organisation::OrgRole role);
organisation::OrgRole read_role(ObjectReader& object);

inline std::size_t read_step(ObjectReader& object) {
    return static_cast<std::size_t>(
        object.whole("step", 0, static_cast<std::int64_t>(enrolment::kMostApprovalSteps) - 1));
}

}  // namespace xueshi::codec
