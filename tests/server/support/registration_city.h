// The special city with everybody who registers hours, giving orders each in a browser and on a device of their own.
#pragma once

#include <string>

#include "core/codec/registration_json.h"
#include "core/ledger/hour_ledger.h"
#include "tests/server/support/special_fixture.h"

namespace xueshi::test {

inline constexpr const char* kDepartment = "s-department";            // research, of the district
inline constexpr const char* kCityDepartment = "s-city-department";
inline constexpr const char* kOtherDepartment = "s-other-department";  // of another district
inline constexpr const char* kTrainer = "s-trainer";                  // the district's institution
inline constexpr const char* kAdministrator = "s-administrator";      // of the teachers' school

class RegistrationFixture : public SpecialFixture {
  protected:
    RegistrationFixture();

    // Gives the order as that person, on a device of theirs. The code of the refusal, or empty.
    std::string order(const std::string& login, const registration::RegistrationCommand& command);
    PushedOperation intent_of(int sequence, const registration::RegistrationCommand& command);
    sync::OperationOutcome push_one(const std::string& login, PushedOperation operation);

    std::vector<sync::Envelope> events_of(const std::string& feed);
    registration::Registrations registers_in(const std::string& feed);
    // By id alone: of each id there must be one.
    std::map<RegistrationId, registration::Registration> registrations_in(const std::string& feed);
    // As a reader sees them who knows of nothing but records; by id.
    std::map<HourRecordId, ledger::HourRecord> records_of(const std::string& teacher);
    std::string uploaded(const std::string& login, const std::string& bytes);
    int status_of_reading(const std::string& login, const std::string& attachment);
    void append(const std::string& feed, codec::EncodedEvent encoded);

  private:
    std::int64_t appended_ = 0;
};

registration::Activity training(std::string title, std::int64_t tenths = 60, int day = 6);

}  // namespace xueshi::test
