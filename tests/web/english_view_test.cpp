// Every screen in English: no word of Chinese is left on it, and nothing reaches out of the page.
// The content of this world is in Latin letters, so that any Han character is one of ours.
#include "tests/support/proposals.h"
#include "tests/support/view_rig.h"
#include "web/views/app_frame_view.h"

namespace xueshi::views {
namespace {

catalogue::CourseRun named(catalogue::CourseRun run) {
    run.title = "Course " + run.id.text;
    run.provider = "Provider";
    return run;
}

class EnglishView : public testing::ViewRig {
  protected:
    EnglishView() {
        organisation::TeacherProfile profile = testing::teacher_profile();
        profile.name = status_.display_name = "Lin Xiaolan";
        profile.school_name = "School";
        profile.district_name = "Haizhu";
        profile.title = "First grade";
        world_.tell(app::ProfileRecorded{profile});
        catalogue::CourseRun other_subject = testing::course_run("other");
        other_subject.subjects = {"mathematics"};
        other_subject.stages = {SchoolStage::Vocational};
        world_.publish(named(testing::course_run("r1")))
            .publish(named(testing::course_run("r2")))
            .publish(named(testing::public_subject()))
            .publish(named(other_subject))
            .publish(named(testing::taught_run("t1", "2017-05-06T09:00", "2017-05-06T12:00")))
            .publish(named(testing::taught_run("t2", "2017-05-06T10:00", "2017-05-06T12:00")));
        status_.now = world_.now;
        status_.is_sample = true;
        status_.roles = world_.roles;
        status_.phase = SessionPhase::Ready;
        project();
        use_english();
        show([this](const Screen& screen) {
            draw_app(screen, {&home_, &plan_, &catalogue_, &profile_}, ui_, notices_);
        });
    }

    void project() {
        home_ = app::select_home(world_.input());
        plan_ = app::select_plan(world_.input(), nullptr);
        catalogue_ = app::select_catalogue(world_.input(), parse_route(status_.path).run, 1);
        profile_ = app::select_profile(world_.input());
    }

    void expect_english(const char* what) {
        project();
        for (const float width : {320.0f, 390.0f, 1280.0f}) {
            width < 1000 ? use_phone(width) : use_desktop(width);
            settle();
            EXPECT_EQ(chinese_left(), std::vector<std::string>{}) << what << ", " << width;
            EXPECT_EQ(outside(), std::vector<std::string>{}) << what << ", " << width;
        }
    }
    void expect_english_screens() {
        for (const char* path :
             {"/", "/plan", "/catalogue", "/catalogue?run=t1", "/profile", "/sync", "/nowhere"}) {
            status_.path = path;
            expect_english(path);
        }
    }

    testing::PlanningWorld world_;
    app::HomeProjection home_;
    app::PlanProjection plan_;
    app::CatalogueProjection catalogue_;
    app::ProfileProjection profile_;
    AppUiState ui_;
    std::vector<Notice> notices_;
};

TEST_F(EnglishView, OfATeacherWhoBegins) { expect_english_screens(); }

TEST_F(EnglishView, OfATeacherInTheMiddleOfThings) {
    world_.draft("p1", "Plan A").mark("r1").mark("t1").mark("t2").mark("other").mark("gone");
    world_.confirm("s1", {"public", "r2"});
    ledger::HourRecord record = testing::hour_record(
        "h1", HourCategory::Professional, whole_hours(6), ledger::HourState::Earned);
    record.title = "Record";
    world_.record(record);
    ui_.home.shows_all_dates = ui_.home.shows_sources = true;
    ui_.plan.shows_sources = ui_.plan.shows_settings = true;
    ui_.plan.open_receipt = SelectionId{"s1"};
    ui_.catalogue.shows_more_filters = true;
    status_.sync.unconfirmed = 1;
    status_.sync.is_reachable = false;
    status_.sync.oldest = world_.now;
    status_.sync.waiting = {{"RunAdded", "Course r1", world_.now, false}};
    notices_ = {{1, Notice::Tone::Done, "RunAdded", "Course r1", true}};
    expect_english_screens();
}

TEST_F(EnglishView, PutsLongButtonsBelowEachOtherRatherThanCutThem) {
    status_.path = "/sync";
    status_.sync.unconfirmed = 1;
    status_.sync.waiting = {{"RunAdded", "Course r1", world_.now, false}};
    for (const float width : {320.0f, 1280.0f}) {
        width < 1000 ? use_phone(width) : use_desktop(width);
        settle();
        const ui::Node* give = find(ui::Role::Button, "Export to a file");
        const ui::Node* take = find(ui::Role::Button, "Take back from a file");
        ASSERT_TRUE(give != nullptr && take != nullptr);
        EXPECT_EQ(take->rect.y > give->rect.y, width < 1000) << width;
        EXPECT_GT(take->rect.width, give->rect.width) << width;
        EXPECT_TRUE(says("Add 'Course r1'"));
    }
}

TEST_F(EnglishView, OfEveryMenuAndDialog) {
    world_.draft("p1", "Plan A").mark("r1");
    world_.confirm("s1", {"public"});
    status_.path = "/plan";
    for (const PlanMenu menu : {PlanMenu::Run, PlanMenu::Manage, PlanMenu::Drafts}) {
        project();
        settle();
        ui_.plan.menu = menu;
        ui_.plan.menu_run = CourseRunId{"r1"};
        settle();
        EXPECT_EQ(chinese_left(), std::vector<std::string>{}) << static_cast<int>(menu);
        ui_.plan.menu = PlanMenu::None;
    }
    ui_.plan.withdrawn = SelectionId{"s1"};
    for (const PlanDialog dialog :
         {PlanDialog::Submit, PlanDialog::Withdraw, PlanDialog::Rename, PlanDialog::Discard}) {
        ui_.plan.dialog = dialog;
        expect_english("dialog");
        EXPECT_EQ(count(ui::Role::Dialog), 1u) << static_cast<int>(dialog);
    }
    ui_.plan.dialog = PlanDialog::None;
    status_.path = "/catalogue";
    for (const FilterMenu menu : {FilterMenu::Stage,
                                  FilterMenu::Subject,
                                  FilterMenu::Kind,
                                  FilterMenu::Theme,
                                  FilterMenu::Delivery,
                                  FilterMenu::Date,
                                  FilterMenu::Fee}) {
        ui_.catalogue.open_menu = menu;
        expect_english("filter");
    }
}

TEST_F(EnglishView, OfWhatThePlannerProposes) {
    for (int i = 0; i < 12; ++i) {
        catalogue::CourseRun run = testing::course_run("c" + std::to_string(10 + i));
        run.fee_fen = 1000 + 100 * i;
        if (i < 4) run.subjects = {"chinese"};
        world_.publish(named(run));
    }
    world_.draft("p1", "Plan A").mark("c10").mark("c11", plan::PlanMark::Excluded);
    ui_.plan.shows_settings = true;
    for (const std::int64_t limit : {100'000, 2'000}) {
        world_.tell(plan::PlanLimitsChanged{PlanId{"p1"}, {limit, std::nullopt}});
        for (const int pieces : {0, 1, 4, 100}) {
            app::PlanProposals proposals = testing::propose(world_, pieces);
            proposals.is_outdated = pieces == 0;
            plan_ = app::select_plan(world_.input(), nullptr, &proposals);
            for (const std::string_view path : {kPlanRoute, kCompareRoute}) {
                status_.path = path;
                for (const float width : {320.0f, 1280.0f}) {
                    width < 1000 ? use_phone(width) : use_desktop(width);
                    settle();
                    EXPECT_EQ(chinese_left(), std::vector<std::string>{}) << path << width;
                    EXPECT_EQ(outside(), std::vector<std::string>{}) << path << width;
                }
            }
        }
    }
}

TEST_F(EnglishView, OfSomebodyWithoutADuty) {
    world_.teacher = {};
    status_.roles = world_.roles = {organisation::OrgRole::Principal,
                                    organisation::OrgRole::SchoolAdministrator};
    status_.unit_name = "School";
    expect_english_screens();
}

TEST_F(EnglishView, OfTheWayIn) {
    for (const SessionPhase phase : {SessionPhase::Starting,
                                     SessionPhase::SignedOut,
                                     SessionPhase::SigningIn,
                                     SessionPhase::Loading,
                                     SessionPhase::Unreachable}) {
        status_.phase = phase;
        expect_english("phase");
    }
    status_.phase = SessionPhase::SignedOut;
    status_.sign_in_problem = "WrongCredentials";
    expect_english("refused");
    EXPECT_TRUE(says("The account or the password is wrong"));
}

TEST_F(EnglishView, TheWayToTheOtherLanguageStandsInThatLanguage) {
    status_.phase = SessionPhase::SignedOut;
    settle();
    press(ui::Role::Button, "中文");
    ASSERT_NE(asked<ChooseLanguage>(), nullptr);
    EXPECT_EQ(asked<ChooseLanguage>()->tag, locale::kChineseTag);
    status_.phase = SessionPhase::Ready;
    status_.path = "/profile";
    project();
    settle();
    press(ui::Role::Tab, "English");
    EXPECT_EQ(asked<ChooseLanguage>()->tag, locale::kEnglishTag);
}

}  // namespace
}  // namespace xueshi::views
