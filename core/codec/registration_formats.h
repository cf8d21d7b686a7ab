// Small shared pieces of the documents about registered hours. Internal to core/codec.
#pragma once

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "core/codec/special_names.h"
#include "core/registration/registration_decide.h"

namespace xueshi::codec {

template <>
struct EnumNames<registration::RegistrationState> {
    static constexpr std::array<std::string_view, 6> kNames = {"in_review", "returned", "refused",
                                                               "withdrawn", "recorded", "cancelled"};
};
template <>
struct EnumNames<registration::RegistrationMove> {
    static constexpr std::array<std::string_view, 7> kNames = {"approved",  "returned",  "refused",  "resubmitted",
                                                               "withdrawn", "corrected", "cancelled"};
};

void write_activity(JsonWriter& json, const registration::Activity& activity);
registration::Activity read_activity(ObjectReader& object);

// Exactly one of `teacher_id` and `school_id`.
void write_key(JsonWriter& json, const registration::RegisterKey& key);
registration::RegisterKey read_key(ObjectReader& object);

void write_evidence(JsonWriter& json, const std::vector<registration::Evidence>& evidence);
std::vector<registration::Evidence> read_evidence(ObjectReader& object);

}  // namespace xueshi::codec
