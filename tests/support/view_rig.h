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
#include "web/ui/text_layout.h"
#include "web/ui/theme.h"
#include "web/views/screen.h"

namespace xueshi::testing {

class ViewRig : public ::testing::Test, private runtime::FrameClient {
  public:
    using Picture = std::function<void(const views::Screen&)>;

  protected:
    void use_phone(float width = 390) {
        display_.shown.width = width;
        display_.shown.height = 844;
        display_.shown.coarse_pointer = true;
    }
    void use_desktop(float width = 1280) {
        display_.shown.width = width;
        display_.shown.height = 800;
        display_.shown.coarse_pointer = false;
    }

    void use_english() { words_ = locale::Locale(english()); }
    void use_chinese() { words_ = locale::Locale(locale::chinese()); }
    const locale::Locale& words() const { return words_; }

    void show(Picture picture) {
        picture_ = std::move(picture);
        settle();
    }

    const std::vector<ui::Node>& nodes() { return loop_.tree().nodes(); }
    const ui::Node* find(ui::Role role, std::string_view name) {
        for (const ui::Node& node : nodes()) {
            if (node.role == role && node.name == name) return &node;
        }
        return nullptr;
    }
    // Whether the text is said anywhere, in a name, a value or a hint.
    bool says(std::string_view text) { return count(text) > 0; }
    std::size_t count(std::string_view text) {
        std::size_t found = 0;
        for (const ui::Node& node : nodes()) {
            for (const std::string* said : {&node.name, &node.value, &node.hint}) {
                if (said->find(text) != std::string::npos) ++found;
            }
        }
        return found;
    }
    std::size_t count(ui::Role role) {
        std::size_t found = 0;
        for (const ui::Node& node : nodes()) found += node.role == role ? 1u : 0u;
        return found;
    }

    void press(ui::Role role, std::string_view name) {
        const ui::Node* node = find(role, name);
        ASSERT_NE(node, nullptr) << name;
        ASSERT_EQ(node->state & ui::kDisabled, 0) << name << " cannot be pressed";
        send({ui::Input::Kind::Activate, node->id, {}, 0});
    }
    void type(std::string_view field, std::string text) {
        for (const ui::Role role :
             {ui::Role::Field, ui::Role::PasswordField, ui::Role::SearchField}) {
            if (const ui::Node* node = find(role, field)) {
                return send({ui::Input::Kind::TextChanged, node->id, std::move(text), 0});
            }
        }
        FAIL() << "no field " << field;
    }
    void submit_field(ui::Role role, std::string_view name) { press(role, name); }
    void dismiss(std::string_view dialog) {
        const ui::Node* node = find(ui::Role::Dialog, dialog);
        ASSERT_NE(node, nullptr) << dialog;
        send({ui::Input::Kind::Dismiss, node->id, {}, 0});
    }
    void step(std::string_view slider, int steps) {
        const ui::Node* node = find(ui::Role::Slider, slider);
        ASSERT_NE(node, nullptr) << slider;
        send({ui::Input::Kind::Stepped, node->id, {}, static_cast<float>(steps)});
    }
    void scroll(std::string_view region, float offset) {
        const ui::Node* node = find(ui::Role::ScrollRegion, region);
        ASSERT_NE(node, nullptr) << region;
        send({ui::Input::Kind::Scrolled, node->id, {}, offset});
    }

    BoxGlyphs& glyphs() { return glyphs_; }

    // Frames until nothing moves any more.
    void settle() {
        for (int i = 0; i < 6; ++i) {
            clock_.now_ms += 100;
            loop_.run_frame(true);
        }
    }

    // The last action of a kind that was asked for; null when there was none. Actions are kept
    // until then.
    template <class Action>
    const Action* asked() const {
        for (std::size_t i = asked_.size(); i-- > 0;) {
            if (const auto* action = std::get_if<Action>(&asked_[i])) return action;
        }
        return nullptr;
    }
    template <class Command>
    const Command* commanded() const {
        for (std::size_t i = asked_.size(); i-- > 0;) {
            const auto* command = std::get_if<app::Command>(&asked_[i]);
            if (command == nullptr) continue;
            if (const auto* order = std::get_if<Command>(command)) return order;
        }
        return nullptr;
    }

    // Nodes that reach out of the page at its sides, as "role name": nothing may, at any width.
    std::vector<std::string> outside() {
        std::vector<std::string> names;
        for (const ui::Node& node : nodes()) {
            const ui::Rect& rect = node.rect;
            float left = rect.x;
            for (const ui::Node* parent = loop_.tree().find(node.parent); parent != nullptr;
                 parent = loop_.tree().find(parent->parent)) {
                if (parent->role == ui::Role::ScrollRegion) left += parent->rect.x;
            }
            const bool is_out = left < -0.5f || left + rect.width > display_.shown.width + 0.5f;
            if (is_out)
                names.push_back(std::to_string(static_cast<int>(node.role)) + " " + node.name);
        }
        return names;
    }

    // What is said in Han characters on a page that should be English.
    std::vector<std::string> chinese_left() {
        std::vector<std::string> left;
        for (const ui::Node& node : nodes()) {
            for (const std::string* said : {&node.name, &node.value, &node.hint}) {
                for (std::size_t at = 0; at < said->size() && *said != "中文";) {
                    const char32_t character = ui::next_character(*said, at);
                    if (character >= 0x2e80 && character < 0xff00) {
                        left.push_back(*said);
                        break;
                    }
                }
            }
        }
        return left;
    }

    views::Status status_;

  private:
    void send(ui::Input input) {
        plane_.inputs.push_back(std::move(input));
        settle();
    }
    void update(double) override {}
    void draw(double now_ms) override {
        ui::FrameSetup setup;
        setup.theme = &ui::light_theme();
        setup.form = ui::form_factor(display_.shown.width, 16, false);
        setup.viewport = {0, 0, display_.shown.width, display_.shown.height};
        setup.plane = &loop_.tree();
        setup.draw = &loop_.draw_list();
        setup.fonts = loop_.fonts();
        setup.is_touch = display_.shown.coarse_pointer;
        setup.seconds = now_ms / 1000;
        ui::Frame frame(stage_, setup);
        const views::Screen screen{frame, words_, status_, actions_};
        if (picture_) picture_(screen);
        for (views::Action& action : actions_.take()) asked_.push_back(std::move(action));
    }

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
