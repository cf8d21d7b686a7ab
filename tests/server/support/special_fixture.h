// A server with a special project, and its people giving orders, each in a browser and on a device of their own.
#pragma once

#include <map>
#include <string>

#include "core/app/special_state.h"
#include "core/codec/sync_json.h"
#include "tests/server/support/special_city.h"

namespace xueshi::test {

class SpecialFixture : public ServerFixture {
  protected:
    SpecialFixture() { found_special_city(event_store(), 3, 1); }

    // Gives the order as that person, on a device of theirs. The code of the refusal, or empty.
    std::string give(const std::string& login, const enrolment::RosterCommand& command) {
        const int sequence = ++sequences_[login];
        const http::Response response =
            post(browser_of(login), "/api/v1/push", push_body(device_of(login), {special_intent(sequence, command)}));
        EXPECT_EQ(response.status, 200) << response.body_text();
        const auto answer = codec::decode_push_answer(response.body_text());
        EXPECT_TRUE(answer);
        return answer->outcomes[0].accepted ? std::string{} : answer->outcomes[0].code;
    }
    Browser& browser_of(const std::string& login) {
        auto found = browsers_.find(login);
        if (found == browsers_.end()) found = browsers_.emplace(login, sign_in(login)).first;
        return found->second;
    }
    static std::string device_of(const std::string& login) {
        std::string device = login;
        device.resize(32, 'x');
        return device;
    }

    app::SpecialState folded(const std::string& feed) {
        app::SpecialState state;
        event_store().read([&](store::StoreView& view) {
            for (const sync::Envelope& envelope : view.read_feed(feed, 0, 10'000).events) {
                if (!envelope.type.starts_with(codec::kSpecialPrefix)) continue;
                const auto event = codec::decode_special_event(envelope.type, envelope.payload);
                ASSERT_TRUE(event) << envelope.payload;
                app::apply(state, *event, envelope.stamp);
            }
        });
        return state;
    }
    enrolment::EnrolmentState state_in(const std::string& feed, std::size_t number = 0) {
        return folded(feed).rosters.at(ProjectId{"P1"}).enrolments.at(EnrolmentId{enrolment_of(number)}).state();
    }
    std::size_t count(const std::string& feed, const std::string& type) {
        std::size_t found = 0;
        event_store().read([&](store::StoreView& view) {
            for (const sync::Envelope& envelope : view.read_feed(feed, 0, 10'000).events) found += envelope.type == type;
        });
        return found;
    }
    void bring_to_final_list(std::size_t number = 0) {
        EXPECT_EQ(give(teacher_login(number), sign_up(number)), "");
        EXPECT_EQ(give(kPrincipal, review(number, 0)), "");
        EXPECT_EQ(give(kDistrict, review(number, 1)), "");
        EXPECT_EQ(give(kInstitution, review(number, 2)), "");
    }

    std::map<std::string, Browser> browsers_;
    std::map<std::string, int> sequences_;
};

}  // namespace xueshi::test
