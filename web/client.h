// The program of the client: ties state, link, actions, projections and screens together, frame by frame.
//
//     update: the core takes answers and the actions asked for in the last frame (runtime/client_core.h)
//     draw:   projections (made anew only when the state has changed) → screen
#pragma once

#include <string>
#include <vector>

#include "core/app/select_catalogue.h"
#include "core/app/select_home.h"
#include "core/app/select_special_news.h"
#include "web/interface_language.h"
#include "web/late_projections.h"
#include "web/ports/lifecycle.h"
#include "web/ports/preferences.h"
#include "web/ports/printer.h"
#include "web/ports/program.h"
#include "web/ports/release.h"
#include "web/ports/uploads.h"
#include "web/runtime/client_core.h"
#include "web/runtime/frame_loop.h"
#include "web/views/app_frame_view.h"

namespace xueshi {

class Client final : public runtime::FrameClient {
  public:
    struct Ports {
        ports::Transport& transport;
        ports::Navigation& navigation;
        ports::Lifecycle& lifecycle;
        ports::Preferences& preferences;
        ports::Entropy& entropy;
        ports::Planner& planner;
        ports::PageLanguage& language;
        ports::Program& program;
        ports::Release& release;
        ports::DeviceStore& store;
        ports::Tabs& tabs;
        ports::Files& files;
        ports::Library& library;
        ports::Printer& printer;
        ports::Uploads& uploads;
        const ports::Clock& clock;
    };

    // Everything given must outlive the client.
    explicit Client(Ports ports);

    // The loop that runs this client; before the first frame.
    void use(runtime::FrameLoop& loop) { loop_ = &loop; }

    void update(double now_ms) override;
    bool has_picture(double now_ms) const override;
    void draw(double now_ms) override;
    bool has_commands() const override { return !actions_.empty(); }

  private:
    // What the projections were made from; they are made anew when any of it differs.
    struct ProjectionKey {
        std::uint64_t revision = 0;
        PlanId edited_plan;
        std::string route;
        const plan::PlanningAdvice* failed_completion = nullptr;
        std::uint64_t proposals = 0;
        CivilDate today;
        bool is_ready = false;
        bool has_screens = false;
        HourRecordId hour_record;
        std::vector<ledger::YearMove> staged;
        friend bool operator==(const ProjectionKey&, const ProjectionKey&) = default;
    };

    void notice_new_account();
    bool is_typing() const;
    views::Status make_status(double now_ms) const;
    void fetch_parts(views::ScreenName screen);
    void follow_plan(views::ScreenName screen, double now_ms);
    void follow_diagnostic(views::ScreenName screen, double now_ms);
    void ask_for(ports::ProgramPart part);
    void retry_parts();
    void project(const views::Status& status);
    void project_late(const views::Status& status, const app::SelectInput& input, const views::Route& route);
    void project_special(const views::Status& status, const views::Route& route);
    void project_hours(const views::Status& status);
    organisation::Actor reader() const;
    void project_registers(Instant now);
    void propose_allocation(double now_ms);
    app::HoursInput hours_input(Instant now, const std::vector<allocation::AllocateHours>& waiting) const;
    void project_special_news(const views::Status& status);
    app::SpecialInput special_input(const views::Status& status, const std::vector<organisation::Post>& posts,
                                    const std::vector<enrolment::RosterCommand>& waiting) const;
    std::vector<organisation::Post> posts() const;
    std::string seen_key() const;
    const ui::Theme& choose_theme(const ports::DisplayState& display);

    Ports ports_;
    runtime::FrameLoop* loop_ = nullptr;
    runtime::ClientCore core_;

    views::ActionSink actions_;
    views::AppUiState ui_;
    ui::Stage stage_;
    InterfaceLanguage language_;
    std::string account_;
    std::string theme_word_;  // the device's; empty until it was read
    double started_ms_ = -1;       // when the first update ran
    bool has_drawn_ = false;
    bool shows_home_ = false;    // or what else is behind the log-in page; likewise
    bool shows_log_in_ = false;  // since the last frame, so that what follows is fetched after it

    ProjectionKey key_;
    app::HomeProjection home_;
    app::CatalogueProjection catalogue_;
    LateProjectionsPtr late_;  // null until their part of the program was here
    app::SpecialNews special_news_;
    std::size_t registers_due_ = 0;
    std::optional<Instant> told_until_;  // of what others decided, in this page
};

}  // namespace xueshi
