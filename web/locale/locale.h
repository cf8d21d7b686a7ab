// Everything visible is worded here: keys to words, values to text, codes to sentences.
//
// Views ask for a string where they draw it. Answers that are fixed words are views into the
// language's table; the others are built. Amounts are exact: hours in tenths, money in fen.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/app/plan_fit.h"
#include "core/app/select_plan.h"
#include "core/catalogue/course_filter.h"
#include "core/organisation/role.h"
#include "web/locale/language.h"

namespace xueshi::locale {

class Locale {
  public:
    // The language must outlive this.
    explicit Locale(const Language& language) : language_(&language) {}

    std::string_view tag() const { return language_->tag; }
    std::string_view operator()(Message key) const {
        return language_->messages[static_cast<std::size_t>(key)];
    }
    // Fills "{0}" with the first value and so on; "{0|hour|hours}" is "hour" when that value is
    // "1" and "hours" otherwise.
    std::string format(Message key, std::initializer_list<std::string_view> values) const;
    // Data in the reader's language.
    std::string_view of(const LocalizedText& text) const { return text.*language_->text_member; }

    // --- amounts
    std::string hours(DeciHours amount) const { return format_hours(amount); }  // "11.5"
    std::string hours_with_unit(DeciHours amount) const;                        // "11.5 学时"
    std::string money(std::int64_t fen) const;     // "¥48", "¥48.5", "¥0"
    std::string price(std::int64_t fen) const;     // the same, but "免费"
    std::string fit_figure(std::int64_t fit) const;  // a sum of plan::fit_of in hundreds: "64.5"
    std::string courses(std::size_t count) const;  // "9 门"
    std::string number(std::int64_t value) const;  // "1,284"

    // --- days and times
    std::string date(CivilDate date) const;               // "3月20日", "20 March"
    std::string date_with_weekday(CivilDate date) const;  // "3月20日 星期一", "Monday 20 March"
    std::string short_date(CivilDate date) const;         // "3/20", "20 Mar"
    std::string short_range(CivilDate from,
                            CivilDate to) const;           // "4/19–6/19"; one day stands alone
    std::string_view short_weekday(CivilDate date) const;  // "周一"
    std::string date_time(Instant moment) const;           // "3月10日 09:12"
    std::string short_date_time(Instant moment) const;     // "3/10 09:12", "10 Mar 09:12"
    std::string session(const catalogue::Session& session) const;  // "5月13日 周六 09:00–12:00"
    std::string days_left(int days) const;  // "还有 5 天", "今天", "91 天后"
    std::string age(Instant then, Instant now) const;  // "刚才", "12 分钟前", "3 天前"
    // Sessions in few words ("5/13 周六", "5/13 起"), or the days of learning ("4/19–6/19").
    std::string when(CivilDate opens,
                     CivilDate closes,
                     const std::vector<catalogue::Session>& sessions) const;

    // --- names of the domain
    std::string_view stage(SchoolStage stage) const;
    std::string_view subject(std::string_view code) const;  // the code itself when it is unknown
    std::string_view kind(catalogue::CourseKind kind) const;
    std::string_view group(app::PlanGroupKind kind) const;
    std::string_view delivery(catalogue::DeliveryMode mode) const;
    std::string_view payment(enrolment::PaymentState state) const;
    std::string_view role(organisation::OrgRole role) const;
    std::string_view hour_state(ledger::HourState state) const;
    std::string_view priority(plan::PlanPriority priority) const;
    std::string_view fit(app::RunFit fit) const;  // a word or two: "放得进"
    std::string fit_reason(app::RunFit fit, std::string_view rival) const;  // a sentence, or empty
    std::string trouble(app::RunTrouble trouble,
                        std::string_view other,
                        std::string_view date) const;

    // --- disagreements of devices
    std::string_view disagreement_title(app::PlanPart part) const;
    // "另一台设备上固定了“教学评价”，这台设备上移出了它。先按较晚的这台设备来，您可以换。"
    std::string disagreement(const app::PlanDisagreement& disagreement) const;
    // What choosing a side is called; `side` is an index of `disagreement.sides`.
    std::string disagreement_choice(const app::PlanDisagreement& disagreement, std::size_t side) const;

    // --- sentences
    // "上午好，林老师": by the hour of the day; teachers by their form of address.
    std::string greeting(Instant now, std::string_view full_name, bool is_teacher) const;
    // What a refusal says; unknown codes get a general sentence that names the code.
    std::string refusal(std::string_view code, std::string_view subject = {}) const;
    bool knows_refusal(std::string_view code) const;
    // What was done, for app::Deed: "加入“技术支持的教学评价”".
    std::string deed(std::string_view code, std::string_view subject) const;
    // The same where it stands alone: begins as a sentence does.
    std::string deed_alone(std::string_view code, std::string_view subject) const;
    // What a toast says, for the codes of notices and refusals alike.
    std::string notice(std::string_view code, std::string_view subject) const;

  private:
    std::string device_of(const app::PlanDisagreement& disagreement, std::size_t side) const;
    std::string deed_of(const app::PlanDisagreement& disagreement,
                        std::size_t side,
                        bool is_told_first) const;
    std::string_view month(Message january, CivilDate date) const;
    std::string clock(LocalMinute time) const;

    const Language* language_;
};

}  // namespace xueshi::locale
