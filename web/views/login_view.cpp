#include "web/views/login_view.h"

#include "web/ui/banner.h"
#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/field.h"
#include "web/ui/icons.h"
#include "web/ui/scroll_region.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kColumn = 22.0f;
constexpr float kMark = 4.0f;

void draw_product(const Screen& screen, const ui::Rect& rect) {
    ui::Frame& frame = screen.frame;
    ui::Rect rest = rect;
    ui::draw_mark(frame, ui::take_left(rest, frame.px(kMark), frame.px(kSpace4)));
    ui::take_top(rest, frame.px(kSpace1));
    ui::draw_text(
        frame,
        ui::take_top(rest, frame.px(2.25f)),
        screen.words(Message::ProductName),
        {.size = ui::TextSize::Title, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading1});
    // A second line stands in the gap before the form.
    ui::draw_paragraph(frame,
                       rest,
                       screen.words(Message::ProductPurpose),
                       {.colour = frame.theme.ink_2, .max_lines = 2});
}

void submit(const Screen& screen, LoginUiState& ui) {
    ui.was_sent_empty = ui.login.empty() || ui.password.empty();
    if (ui.was_sent_empty) return;
    ui.is_problem_stale = false;
    screen.actions.put(SignIn{ui.login, ui.password});
}

// What is wrong with the password field: nothing typed, or what the server answered.
std::string password_problem(const Screen& screen, const LoginUiState& ui) {
    if (ui.was_sent_empty && ui.password.empty())
        return std::string(screen.words(Message::PasswordEmpty));
    if (ui.is_problem_stale || screen.status.sign_in_problem.empty()) return {};
    return screen.words.refusal(screen.status.sign_in_problem);
}

// Draws a field at the top of `rest` and cuts it off; true when Enter was pressed in it.
bool draw_field(const Screen& screen,
                ui::Rect& rest,
                std::string_view id,
                const ui::FieldLook& look,
                LoginUiState& ui,
                std::string& text) {
    ui::Frame& frame = screen.frame;
    const float height = ui::field_height(frame, rest.width, look);
    const ui::FieldOutcome outcome =
        ui::field(frame, id, ui::take_top(rest, height, frame.px(kSpace5)), look);
    if (outcome.changed != nullptr) {
        text = *outcome.changed;
        ui.is_problem_stale = true;
    }
    if (outcome.is_action) ui.shows_password = !ui.shows_password;
    return outcome.is_submitted;
}

void draw_form(const Screen& screen, LoginUiState& ui, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const bool is_busy = screen.status.phase == SessionPhase::SigningIn;
    const std::string problem = password_problem(screen, ui);
    bool wants_in =
        draw_field(screen,
                   rest,
                   "login",
                   {.label = words(Message::LoginField),
                    .value = ui.login,
                    .placeholder = words(Message::LoginPlaceholder),
                    .error = ui.was_sent_empty && ui.login.empty() ? words(Message::LoginEmpty)
                                                                   : std::string_view{},
                    .icon = ui::Icon::Person,
                    .is_large = true,
                    .is_disabled = is_busy,
                    .is_required = true,
                    .takes_focus = true,
                    .submits_on_enter = true,
                    .autocomplete = "username",
                    .max_length = 64},
                   ui,
                   ui.login);
    wants_in |= draw_field(
        screen,
        rest,
        "password",
        {.label = words(Message::PasswordField),
         .value = ui.password,
         .error = problem,
         .role = ui::Role::PasswordField,
         .icon = ui::Icon::Lock,
         .action = ui.shows_password ? ui::Icon::EyeOff : ui::Icon::Eye,
         .action_name = words(ui.shows_password ? Message::HidePassword : Message::ShowPassword),
         .is_large = true,
         .is_disabled = is_busy,
         .is_required = true,
         .submits_on_enter = true,
         .is_revealed = ui.shows_password,
         .autocomplete = "current-password",
         .max_length = 200},
        ui,
        ui.password);
    ui::take_top(rest, frame.px(kSpace1));
    wants_in |= ui::button(frame,
                           "sign_in",
                           ui::take_top(rest, frame.px(kButtonHeightLarge), frame.px(kSpace5)),
                           {.label = words(is_busy ? Message::SigningIn : Message::SignIn),
                            .kind = ui::ButtonKind::Primary,
                            .size = ui::ButtonSize::Large,
                            .is_waiting = is_busy});
    if (wants_in && !is_busy) submit(screen, ui);
}

// Back to the account that is open on this device without a session.
void draw_door(const Screen& screen, ui::Rect& rest) {
    if (!screen.status.shows_sign_in) return;
    ui::Frame& frame = screen.frame;
    const std::string text = screen.words.format(Message::DoorText, {screen.status.display_name});
    const ui::BannerLook look{.title = screen.words(Message::DoorTitle),
                              .sentence = text,
                              .meaning = ui::Meaning::Wait,
                              .icon = ui::Icon::Offline,
                              .action = screen.words(Message::DoorOpen)};
    const float height = ui::banner_height(frame, rest.width, look);
    if (ui::banner(frame, "door", ui::take_top(rest, height, frame.px(kSpace4)), look)) {
        screen.actions.put(ShowSignIn{false});
    }
}

void draw_sample_note(const Screen& screen, ui::Rect& rest) {
    if (!screen.status.is_sample) return;
    ui::Frame& frame = screen.frame;
    const std::string sentence = std::string(screen.words(Message::SampleSentence)) + "\n" +
                                 std::string(screen.words(Message::LoginHint));
    const float room = rest.width - 2 * frame.px(kSpace4);
    const float text = ui::measure_paragraph(frame, room, sentence, {.size = ui::TextSize::Small});
    ui::Rect body = ui::take_top(rest, text + frame.px(kLineBody + 2 * kSpace3), frame.px(kSpace4));
    ui::fill(frame, body, frame.theme.wait_tint, frame.px(kRadiusCard));
    body = ui::inset(body, frame.px(kSpace4), frame.px(kSpace3));
    ui::draw_text(frame,
                  ui::take_top(body, frame.px(kLineBody)),
                  screen.words(Message::SampleTitle),
                  {.weight = ui::Weight::Bold});
    ui::draw_paragraph(
        frame, body, sentence, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

// The way to the other language stands in that language.
void draw_foot(const Screen& screen, ui::Rect rest) {
    ui::Frame& frame = screen.frame;
    const bool is_english = screen.words.tag() == locale::kEnglishTag;
    const ui::LinkLook link{
        .label = screen.words(is_english ? Message::LanguageChinese : Message::LanguageEnglish),
        .align = ui::Align::Right};
    const ui::Rect place = ui::take_right(rest, ui::link_width(frame, link), frame.px(kSpace3));
    if (ui::link(frame, "language", place, link)) {
        screen.actions.put(ChooseLanguage{is_english ? locale::kChineseTag : locale::kEnglishTag});
    }
    ui::draw_text(frame,
                  rest,
                  screen.words(Message::Hotline),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

}  // namespace

void draw_login(const Screen& screen, LoginUiState& ui) {
    ui::Frame& frame = screen.frame;
    const bool is_busy = screen.status.phase == SessionPhase::SigningIn;
    // A failed attempt leaves the name, not the password.
    if (ui.was_signing_in && !is_busy && !screen.status.sign_in_problem.empty())
        ui.password.clear();
    ui.was_signing_in = is_busy;

    const ui::NodeScope main(
        frame, "login", ui::Role::Main, frame.viewport, screen.words(Message::SignIn));
    ui::ScrollRegion region(frame, "scroll", frame.viewport);
    const float side = frame.px(frame.is_phone() ? kSpace6 : kSpace7);
    const float width = std::min(region.width() - 2 * side, frame.px(kColumn));
    const float learnt = frame.learnt_height(region.id());
    const float spare = std::max(0.0f, frame.viewport.height - learnt);
    ui::Rect rest{(region.width() - width) / 2, 0, width, frame.px(200)};
    // On a phone the form starts high, so that the keyboard does not cover it; elsewhere in the
    // middle.
    const float top =
        frame.is_phone() ? frame.px(kSpace8) : std::max(frame.px(kSpace7), spare * 0.42f);
    ui::take_top(rest, top);
    draw_product(screen, ui::take_top(rest, frame.px(kMark), frame.px(kSpace7 + kSpace4)));
    draw_form(screen, ui, rest);
    draw_door(screen, rest);
    draw_sample_note(screen, rest);
    // The foot stands at the page's end where there is room below the form.
    const float foot_y = frame.viewport.height - frame.px(kLineBody + kSpace6);
    if (frame.is_phone() && rest.y < foot_y) ui::take_top(rest, foot_y - rest.y);
    draw_foot(screen, ui::take_top(rest, frame.px(kLineBody)));
    const float height = rest.y + frame.px(kSpace6);
    region.end_at(frame.is_phone() ? height : height - top + frame.px(kSpace7));
}

}  // namespace xueshi::views
