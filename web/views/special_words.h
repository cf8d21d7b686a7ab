// The words of special training that its screens share.
#pragma once

#include <string>

#include "core/app/select_special.h"
#include "web/ui/chip.h"
#include "web/views/screen.h"

namespace xueshi::views {

// "教龄 12 年 · 一级教师 · 小学 · 语文"
std::string person_words(const locale::Locale& words, const enrolment::Applicant& applicant, int teaching_years);
// "还差 2 年教龄，只限小学"
std::string unmet_words(const locale::Locale& words, const std::vector<enrolment::UnmetCondition>& unmet);
std::string_view stage_words(const locale::Locale& words, enrolment::ApprovalStage stage);
// Of the step that is due: "等校长审核".
std::string_view due_words(const locale::Locale& words, enrolment::ApprovalStage stage);
// "共 3 个名额，已占 2 个，候补 1 人"
std::string seats_words(const locale::Locale& words, const app::Seats& seats);
// Who acted, with the person they stood in for.
std::string actor_words(const locale::Locale& words, const organisation::ActorNote& by);
std::string_view history_words(const locale::Locale& words, const app::HistoryEntry& entry);
// Whole days from today until that day; negative when it is over.
int days_until(const Screen& screen, CivilDate day);

// Where an application stands, as a sign.
struct StandingSign {
    std::string text;
    ui::Meaning meaning = ui::Meaning::Neutral;
};
StandingSign standing_sign(const locale::Locale& words, enrolment::EnrolmentState state, enrolment::PlaceState place,
                           int position, const enrolment::ApprovalStage* next);

}  // namespace xueshi::views
