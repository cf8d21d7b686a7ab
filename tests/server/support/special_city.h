// A city with one special project and as many teachers as a test needs, on a store of its own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/codec/special_json.h"
#include "server/store/event_store.h"
#include "tests/server/support/server_fixture.h"

namespace xueshi::test {

// Reviewers' logins, each of one unit: the project "P1" is the institution's, with the notice's four dates.
inline constexpr const char* kPrincipal = "s-principal";
inline constexpr const char* kDistrict = "s-district";
inline constexpr const char* kInstitution = "s-institution";
inline constexpr const char* kCentre = "s-centre";
inline constexpr const char* kOtherDistrict = "s-other-district";
inline constexpr const char* kOtherPrincipal = "s-other-principal";

std::string teacher_login(std::size_t number);    // "a0" …, all of one school
std::string enrolment_of(std::size_t number);     // the id each signs up with

// Everybody above with the small city's password, teachers without one; the places of the district.
void found_special_city(store::EventStore& event_store, std::size_t teachers, int places);

PushedOperation special_intent(int sequence, const enrolment::RosterCommand& command);
enrolment::RosterCommand sign_up(std::size_t number);
enrolment::RosterCommand review(std::size_t number, std::size_t step,
                                enrolment::Verdict verdict = enrolment::Verdict::Approve, std::string reason = {});

}  // namespace xueshi::test
