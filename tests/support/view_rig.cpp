#include "tests/support/view_rig.h"

#include <map>
#include <utility>

#include "web/locale/later_words.h"
#include "web/ui/text_layout.h"
#include "web/ui/theme.h"

namespace xueshi::testing {

// A page has these when its screens' part is here.
ViewRig::ViewRig() { locale::add_compiled_later_words(); }
ViewRig::~ViewRig() = default;

void ViewRig::use_phone(float width) {
    display_.shown.width = width;
    display_.shown.height = 844;
    display_.shown.coarse_pointer = true;
}

void ViewRig::use_desktop(float width) {
    display_.shown.width = width;
    display_.shown.height = 800;
    display_.shown.coarse_pointer = false;
}

void ViewRig::show(Picture picture) {
    picture_ = std::move(picture);
    settle();
}

const ui::Node* ViewRig::find(ui::Role role, std::string_view name) {
    for (const ui::Node& node : nodes()) {
        if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
}

std::size_t ViewRig::count(std::string_view text) {
    std::size_t found = 0;
    for (const ui::Node& node : nodes()) {
        for (const std::string* said : {&node.name, &node.value, &node.hint}) {
            if (said->find(text) != std::string::npos) ++found;
        }
    }
    return found;
}

std::size_t ViewRig::count(ui::Role role) {
    std::size_t found = 0;
    for (const ui::Node& node : nodes()) found += node.role == role ? 1u : 0u;
    return found;
}

void ViewRig::press(ui::Role role, std::string_view name) {
    const ui::Node* node = find(role, name);
    ASSERT_NE(node, nullptr) << name;
    ASSERT_EQ(node->state & ui::kDisabled, 0) << name << " cannot be pressed";
    send({ui::Input::Kind::Activate, node->id, {}, 0});
}

void ViewRig::type(std::string_view field, std::string text) {
    for (const ui::Role role :
         {ui::Role::Field, ui::Role::PasswordField, ui::Role::SearchField, ui::Role::TextArea}) {
        if (const ui::Node* node = find(role, field)) {
            return send({ui::Input::Kind::TextChanged, node->id, std::move(text), 0});
        }
    }
    FAIL() << "no field " << field;
}

void ViewRig::dismiss(std::string_view dialog) {
    const ui::Node* node = find(ui::Role::Dialog, dialog);
    ASSERT_NE(node, nullptr) << dialog;
    send({ui::Input::Kind::Dismiss, node->id, {}, 0});
}

void ViewRig::step(std::string_view slider, int steps) {
    const ui::Node* node = find(ui::Role::Slider, slider);
    ASSERT_NE(node, nullptr) << slider;
    send({ui::Input::Kind::Stepped, node->id, {}, static_cast<float>(steps)});
}

ui::NodeId ViewRig::begins_with(std::string_view name) {
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::Button && node.name.starts_with(name)) return node.id;
    }
    ADD_FAILURE() << "no button that begins with " << name;
    return 0;
}

void ViewRig::carry(std::string_view from, std::string_view onto) {
    carried_onto_ = begins_with(onto);
    send({ui::Input::Kind::Dragged, begins_with(from), {}, 0});
    send({ui::Input::Kind::DraggedOver, carried_onto_, {}, 0});
}

void ViewRig::let_go() { send({ui::Input::Kind::Dropped, carried_onto_, {}, 0}); }

void ViewRig::scroll(std::string_view region, float offset) {
    const ui::Node* node = find(ui::Role::ScrollRegion, region);
    ASSERT_NE(node, nullptr) << region;
    send({ui::Input::Kind::Scrolled, node->id, {}, offset});
}

void ViewRig::settle() {
    for (int i = 0; i < 6; ++i) {
        clock_.now_ms += 100;
        loop_.run_frame(true);
    }
    EXPECT_EQ(sharing_an_id(), std::vector<std::string>{}) << "two nodes, one element of the page";
}

std::vector<std::string> ViewRig::sharing_an_id() {
    std::map<ui::NodeId, const ui::Node*> seen;
    std::vector<std::string> names;
    for (const ui::Node& node : nodes()) {
        const auto [first, is_new] = seen.emplace(node.id, &node);
        if (!is_new) names.push_back(first->second->name + " / " + node.name);
    }
    return names;
}

std::vector<std::string> ViewRig::outside() {
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

std::vector<std::string> ViewRig::chinese_left() {
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

void ViewRig::send(ui::Input input) {
    plane_.inputs.push_back(std::move(input));
    settle();
}

void ViewRig::draw(double now_ms) {
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

void ViewRig::expect_inside(std::string_view what, Data data) {
    for (const float width : {320.0f, 390.0f, 768.0f, 1000.0f, 1280.0f}) {
        width < 900 ? use_phone(width) : use_desktop(width);
        for (const bool is_english : {true, false}) {
            is_english ? use_english() : use_chinese();
            settle();
            EXPECT_EQ(outside(), std::vector<std::string>{}) << what << ", " << width;
            if (is_english && data == Data::Neutral) { EXPECT_EQ(chinese_left(), std::vector<std::string>{}) << what << ", " << width; }
        }
    }
    use_desktop();
    settle();
}

}  // namespace xueshi::testing
