#include "core/codec/device_json.h"

#include <gtest/gtest.h>

namespace xueshi::codec {
namespace {

TEST(DeviceJson, ReadsBackEveryRecordItWrites) {
    const sync::Operation operation{7, Stamp{1489107600000, 2, "dev"}, sync::OperationKind::Intent, "selection.submit",
                                    R"({"selection_id":"s1","course_run_ids":["R1"]})"};
    const auto read = decode_operation(encode_operation(operation));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, operation);

    HeldSession held;
    held.session.account = SessionAccount{AccountId{"t1"}, "林晓岚", {organisation::OrgRole::Teacher}, UnitId{"u"}, "小学"};
    held.session.feeds = {"me"};
    held.wall_ms = 1'700'000'000'000;
    const auto session = decode_held_session(encode_held_session(held));
    ASSERT_TRUE(session);
    EXPECT_EQ(session->session, held.session);
    EXPECT_EQ(session->wall_ms, held.wall_ms);

    const HeldStep step{"RunAdded", "课堂导入",
                        {plan::PlanMarkChanged{PlanId{"p1"}, CourseRunId{"R1"}, plan::PlanMark::Chosen}},
                        {plan::PlanMarkChanged{PlanId{"p1"}, CourseRunId{"R1"}, plan::PlanMark::None}}};
    const auto kept = decode_held_step(encode_held_step(step));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->subject, "课堂导入");
    ASSERT_EQ(kept->inverse.size(), 1u);
    EXPECT_EQ(std::get<plan::PlanMarkChanged>(kept->inverse[0]).mark, plan::PlanMark::None);
}

TEST(DeviceJson, RefusesADamagedOrForeignRecord) {
    EXPECT_FALSE(decode_operation(R"({"sequence":1,"stamp":"1-0-d","kind":"event","type":"t"})"));
    EXPECT_FALSE(decode_operation(R"({"sequence":0,"stamp":"1-0-d","kind":"event","type":"t","payload":{}})"));
    EXPECT_FALSE(decode_held_step(R"({"label":"x","subject":"","done":[{"type":"plan.named","payload":{}}],"inverse":[]})"));
    EXPECT_EQ(decode_unsynced_work(R"({"schema":"other","account":"t1","display_name":"","operations":[]})").error().subject,
              "schema");
    EXPECT_FALSE(decode_unsynced_work("not json"));
}

TEST(DeviceJson, UnsyncedWorkKeepsOrderAndStamps) {
    UnsyncedWork work{AccountId{"t1"}, "林晓岚", {}};
    for (int i = 1; i <= 3; ++i) {
        work.operations.push_back({static_cast<std::uint64_t>(i), Stamp{i, 0, "dev"}, sync::OperationKind::Event,
                                   "plan.named", R"({"plan_id":"p","name":"甲"})"});
    }
    const auto read = decode_unsynced_work(encode_unsynced_work(work));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->operations, work.operations);
    EXPECT_EQ(read->account_id, work.account_id);
}

}  // namespace
}  // namespace xueshi::codec
