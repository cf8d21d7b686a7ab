#include "core/certificate/compose_certificate.h"

#include <gtest/gtest.h>

#include "core/certificate/certificate_bytes.h"
#include "core/codec/rule_pack_json.h"
#include "tests/support/builders.h"

namespace xueshi::certificate {
namespace {

using ledger::HourState;
using testing::date;

class ComposeCertificate : public ::testing::Test {
  protected:
    void record(const std::string& id, HourCategory category, std::int64_t tenths, HourState state = HourState::Earned,
                int year = 2016) {
        records_.push_back(testing::hour_record(id, category, {tenths}, state));
        records_.back().allocated_year = {year};
        records_.back().title = "课程 " + id;
    }
    void verify(bool has_passed) {
        ledger::apply(ledger_,
                      ledger::YearsVerified{.kind = ledger::OfficialVerification::Annual,
                                            .first_year = {2016},
                                            .last_year = {2016},
                                            .has_passed = has_passed,
                                            .pack_id = "guangzhou-2012",
                                            .at = testing::moment("2017-08-01T00:10")},
                      Stamp{1'500'000'000'000, 0, "server"});
    }
    Result<CertificateContent> compose(CertificateRequest request = {.year = {2016}}) const {
        return compose_certificate({.today = date("2017-08-02"),
                                    .profile = profile_,
                                    .records = records_,
                                    .ledger = ledger_,
                                    .catalogue = catalogue_,
                                    .rules = book_,
                                    .issuer = issuer_,
                                    .is_sample = true},
                                   request);
    }

    rules::RuleBook book_ = codec::built_in_rules();
    catalogue::Catalogue catalogue_;
    organisation::TeacherProfile profile_ = testing::teacher_profile();
    std::vector<ledger::HourRecord> records_;
    ledger::HourLedger ledger_;
    std::string issuer_ = "示例市教师发展中心";
};

constexpr CertificateRequest kEverything{.year = {2016}, .reveals_number = true, .reveals_school = true, .reveals_records = true};

TEST_F(ComposeCertificate, CountsHoursAsAnAnnualVerificationDoes) {
    record("a", HourCategory::Public, 180);
    record("b", HourCategory::Professional, 425, HourState::Verified);
    record("c", HourCategory::Elective, 115);
    record("begun", HourCategory::Elective, 600, HourState::InProgress);
    record("other", HourCategory::Public, 90, HourState::Earned, 2015);
    const auto content = compose();
    ASSERT_TRUE(content);
    const std::vector<CertifiedHours> hours = {{"public", {}, {180}, {180}},
                                               {"professional", {}, {425}, {420}},
                                               {"elective", {}, {115}, {}},
                                               {"total", {}, {720}, {720}}};
    EXPECT_EQ(content->hours, hours);
    EXPECT_TRUE(content->is_sample);
    EXPECT_EQ(content->name, profile_.name);
    EXPECT_EQ(content->issuer, issuer_);
    EXPECT_EQ(content->issued_on, date("2017-08-02"));
}

TEST_F(ComposeCertificate, SaysTheResultThatIsRecordedAndComputesNone) {
    EXPECT_EQ(compose()->result, CertifiedResult::Open) << "short of everything, and nobody has said so";
    EXPECT_EQ(compose()->verified_on, CivilDate{});
    verify(false);
    EXPECT_EQ(compose()->result, CertifiedResult::Failed);
    ledger_ = {};
    verify(true);
    EXPECT_EQ(compose()->result, CertifiedResult::Passed) << "the bureau's word, whatever the hours say";
    EXPECT_EQ(compose()->verified_on, date("2017-08-01"));
    EXPECT_EQ(compose({.year = {2015}})->result, CertifiedResult::Open) << "of another year";
}

TEST_F(ComposeCertificate, RevealsWhatWasChosenAlone) {
    record("a", HourCategory::Public, 180);
    const auto bare = compose();
    EXPECT_FALSE(bare->number || bare->school || bare->records);
    const auto whole = compose(kEverything);
    EXPECT_EQ(whole->number, profile_.number);
    EXPECT_EQ(whole->school, profile_.school_name);
    ASSERT_TRUE(whole->records);
    EXPECT_EQ(whole->records->listed, (std::vector<CertifiedRecord>{{"课程 a", HourCategory::Public, {180}}}));
}

TEST_F(ComposeCertificate, ListsRecordsAsFarAsThereIsRoomAndCountsTheOthers) {
    for (int i = 0; i < 30; ++i) record("r" + std::to_string(100 + i), HourCategory::Professional, 10 + i);
    for (auto& each : records_) each.title = "信息技术与学科教学深度融合的课例研究（二）";
    record("begun", HourCategory::Elective, 600, HourState::InProgress);
    auto content = compose(kEverything);
    ASSERT_TRUE(content);
    const CertifiedRecords& records = *content->records;
    EXPECT_GT(records.listed.size(), 5u);
    EXPECT_EQ(records.listed.size() + static_cast<std::size_t>(records.others), 30u) << "what does not count is not there";
    EXPECT_EQ(records.listed.front().counted.tenths, 39) << "most hours first";
    EXPECT_TRUE(records.listed.front().title.ends_with("…"));
    EXPECT_LE(records.listed.front().title.size(), kMostTitleBytes);
    DeciHours sum = records.others_counted;
    for (const CertifiedRecord& each : records.listed) sum += each.counted;
    EXPECT_EQ(sum, content->hours.back().counted) << "nothing is lost";
    content->serial = "0123456789AB";
    EXPECT_TRUE(write_certificate(*content, {}));
    // One more would not fit.
    content->records->listed.push_back(records.listed.back());
    EXPECT_FALSE(write_certificate(*content, {}));
}

TEST_F(ComposeCertificate, AYearWithoutRulesIsRefused) {
    EXPECT_EQ(compose({.year = {1999}}).error().code, rules::kNoRulePack);
}

TEST_F(ComposeCertificate, WhatFitsInNoCaseIsRefused) {
    profile_.name = std::string(kMostTextBytes, 'n');
    profile_.number = std::string(kMostTextBytes, 'm');
    profile_.school_name = std::string(300, 's');
    issuer_ = std::string(300, 'i');
    EXPECT_TRUE(compose(kEverything)) << "long names are cut";
    profile_.number = std::string(kMostTextBytes + 1, 'm');
    EXPECT_EQ(compose(kEverything).error().subject, "number") << "a number is not";
}

}  // namespace
}  // namespace xueshi::certificate
