// Draws screens without a browser and reads them as assistive technology would: by roles and names.
//
//     show([&](const views::Screen& screen) { views::draw_login(screen, ui); });
//     type("密码", "secret");
//     press(ui::Role::Button, "登录");
//
// Every step runs the frames a browser would run, so that what a press changes is seen afterwards.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/client_fakes.h"
#include "tests/support/english_words.h"
#include "tests/support/platform_fakes.h"
#include "web/runtime/frame_loop.h"
#include "web/views/screen.h"

namespace xueshi::testing {

class ViewRig : public ::testing::Test, private runtime::FrameClient {
  public:
    using Picture = std::function<void(const views::Screen&)>;

  protected:
    ViewRig();
    ~ViewRig() override;

    void use_phone(float width = 390);
    void use_desktop(float width = 1280);

    void use_english() { words_ = locale::Locale(english()); }
    void use_chinese() { words_ = locale::Locale(locale::chinese()); }
    const locale::Locale& words() const { return words_; }

    void show(Picture picture);

    const std::vector<ui::Node>& nodes() { return loop_.tree().nodes(); }
    const ui::Node* find(ui::Role role, std::string_view name);
    // Whether the text is said anywhere, in a name, a value or a hint.
    bool says(std::string_view text) { return count(text) > 0; }
    std::size_t count(std::string_view text);
    std::size_t count(ui::Role role);

    void press(ui::Role role, std::string_view name);
    void type(std::string_view field, std::string text);
    void submit_field(ui::Role role, std::string_view name) { press(role, name); }
    void dismiss(std::string_view dialog);
    void step(std::string_view slider, int steps);
    void scroll(std::string_view region, float offset);
    // Carries what begins with a name over another such control, and lets it go there.
    void carry(std::string_view from, std::string_view onto);
    void let_go();

    BoxGlyphs& glyphs() { return glyphs_; }

    // Frames until nothing moves any more.
    void settle();

    // The last action of a kind that was asked for; null when there was none. Actions are kept
    // until then.
    template <class Action>
    const Action* asked() const {
        for (std::size_t i = asked_.size(); i-- > 0;) {
            if (const auto* action = std::get_if<Action>(&asked_[i])) return action;
        }
        return nullptr;
    }
    // All of them, oldest first.
    const std::vector<views::Action>& all_asked() const { return asked_; }
    template <class Command>
    const Command* commanded() const {
        for (std::size_t i = asked_.size(); i-- > 0;) {
            const auto* command = std::get_if<app::Command>(&asked_[i]);
            if (command == nullptr) continue;
            if (const auto* order = std::get_if<Command>(command)) return order;
        }
        return nullptr;
    }

    // Names of nodes that have one id: the page would have one element for both.
    std::vector<std::string> sharing_an_id();
    // Nodes that reach out of the page at its sides, as "role name": nothing may, at any width.
    std::vector<std::string> outside();

    // Both, from the narrowest phone to the desktop, in both languages; ends on the desktop, in Chinese.
    // People and projects are data: what they are called stays in the language it was written in.
    enum class Data : std::uint8_t { Neutral, Chinese };
    void expect_inside(std::string_view what, Data data = Data::Neutral);

    // What is said in Han characters on a page that should be English.
    std::vector<std::string> chinese_left();

    views::Status status_;

  private:
    void send(ui::Input input);
    ui::NodeId begins_with(std::string_view name);
    ui::NodeId carried_onto_ = 0;
    void update(double) override {}
    void draw(double now_ms) override;

    FakeDisplay display_;
    FakePlane plane_;
    FakeNavigation navigation_;
    ManualClock clock_;
    BoxGlyphs glyphs_;
    runtime::FrameLoop loop_{{display_, plane_, navigation_, clock_, glyphs_}, *this};
    ui::Stage stage_;
    locale::Locale words_{locale::chinese()};
    views::ActionSink actions_;
    std::vector<views::Action> asked_;
    Picture picture_;
};

}  // namespace xueshi::testing
