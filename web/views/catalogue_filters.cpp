// Filters of the catalogue: pills that wrap, and the menu of the one that is open.
#include <algorithm>
#include <array>
#include <vector>

#include "web/ui/filter.h"
#include "web/ui/menu.h"
#include "web/views/catalogue_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using catalogue::CourseFilter;
using catalogue::CourseKind;
using catalogue::DeliveryMode;

constexpr std::array kKinds = {CourseKind::Public,
                               CourseKind::ItRequired,
                               CourseKind::ItElective,
                               CourseKind::Professional,
                               CourseKind::Elective};
constexpr std::array kDeliveries = {
    DeliveryMode::Distance, DeliveryMode::FaceToFace, DeliveryMode::Blended};

struct FeeStep {
    std::int64_t min_fen = -1;  // -1: open
    std::int64_t max_fen = -1;

    catalogue::FeeRange range() const {
        catalogue::FeeRange fee;
        if (min_fen >= 0) fee.min_fen = min_fen;
        if (max_fen >= 0) fee.max_fen = max_fen;
        return fee;
    }
};
constexpr std::array kFees = {
    FeeStep{-1, 0}, FeeStep{-1, 20'00}, FeeStep{-1, 50'00}, FeeStep{50'01, -1}};

std::string fee_words(const Screen& screen, const FeeStep& step) {
    if (step.max_fen == 0) return std::string(screen.words(Message::FeeFree));
    if (step.max_fen > 0)
        return screen.words.format(Message::FeeUpTo, {screen.words.money(step.max_fen)});
    return screen.words.format(Message::FeeOver, {screen.words.money(step.min_fen - 1)});
}

// This month, the next, and everything after it.
struct DateStep {
    catalogue::DateRange range;
    std::string words;
};
std::array<DateStep, 3> date_steps(const Screen& screen) {
    const CivilDate today = date_of(screen.status.now);
    const auto month_start = [&](int later) {
        const int months = today.year() * 12 + today.month() - 1 + later;
        return make_date(months / 12, months % 12 + 1, 1).value_or(today);
    };
    const auto day_before = [](CivilDate date) { return CivilDate{date.days - 1}; };
    return {
        DateStep{{month_start(0), day_before(month_start(1))},
                 std::string(screen.words(Message::DateThisMonth))},
        DateStep{{month_start(1), day_before(month_start(2))},
                 std::string(screen.words(Message::DateNextMonth))},
        DateStep{{month_start(2), std::nullopt},
                 screen.words.format(Message::DateAfterTerm, {screen.words.date(month_start(2))})}};
}

// "类别", "类别：公需", "类别 2 项".
template <class Value, class Name>
std::string many_words(const Screen& screen,
                       Message title,
                       const std::vector<Value>& set,
                       Name&& name) {
    const locale::Locale& words = screen.words;
    if (set.empty()) return std::string(words(title));
    if (set.size() == 1) return words.format(Message::FilterSet, {words(title), name(set.front())});
    return words.format(Message::FilterMany, {words(title), std::to_string(set.size())});
}

std::string pill_words(const CatalogueScreen& view, FilterMenu kind) {
    const Screen& screen = view.screen;
    const locale::Locale& words = screen.words;
    const CourseFilter& filter = view.ui.question.filter;
    const bool is_short = screen.frame.is_phone();
    const auto one = [&](Message title, bool is_set, std::string_view value) {
        if (!is_set) return std::string(words(title));
        return is_short ? std::string(value)
                        : words.format(Message::FilterSet, {words(title), value});
    };
    switch (kind) {
        case FilterMenu::Stage:
            return one(Message::FilterStage,
                       filter.stage.has_value(),
                       filter.stage ? words.stage(*filter.stage) : std::string_view{});
        case FilterMenu::Subject:
            return one(
                Message::FilterSubject, !filter.subject.empty(), words.subject(filter.subject));
        case FilterMenu::Kind:
            return many_words(screen, Message::FilterKind, filter.kinds, [&](CourseKind each) {
                return words.kind(each);
            });
        case FilterMenu::Theme:
            return many_words(
                screen, Message::FilterTheme, filter.themes, [](const std::string& each) {
                    return std::string_view(each);
                });
        case FilterMenu::Delivery:
            return many_words(
                screen, Message::FilterDelivery, filter.deliveries, [&](DeliveryMode each) {
                    return words.delivery(each);
                });
        case FilterMenu::Date: {
            if (filter.begins.is_open()) return std::string(words(Message::FilterDate));
            for (const DateStep& step : date_steps(screen)) {
                if (step.range == filter.begins) return one(Message::FilterDate, true, step.words);
            }
            return std::string(words(Message::FilterDate));
        }
        case FilterMenu::Fee: {
            for (const FeeStep& step : kFees) {
                if (step.range() == filter.fee)
                    return one(Message::FilterFee, true, fee_words(screen, step));
            }
            return std::string(words(Message::FilterFee));
        }
        case FilterMenu::None:
            break;
    }
    return {};
}

bool is_set(const CourseFilter& filter, FilterMenu kind) {
    switch (kind) {
        case FilterMenu::Stage:
            return filter.stage.has_value();
        case FilterMenu::Subject:
            return !filter.subject.empty();
        case FilterMenu::Kind:
            return !filter.kinds.empty();
        case FilterMenu::Theme:
            return !filter.themes.empty();
        case FilterMenu::Delivery:
            return !filter.deliveries.empty();
        case FilterMenu::Date:
            return !filter.begins.is_open();
        case FilterMenu::Fee:
            return !filter.fee.is_open();
        case FilterMenu::None:
            break;
    }
    return false;
}

constexpr std::array kEssential = {FilterMenu::Stage, FilterMenu::Subject};
constexpr std::array kFurther = {
    FilterMenu::Kind, FilterMenu::Theme, FilterMenu::Delivery, FilterMenu::Date, FilterMenu::Fee};

enum class PillAct : std::uint8_t { OpenMenu, TurnFitting, TurnMore, ClearAll };

struct Pill {
    PillAct act = PillAct::OpenMenu;
    FilterMenu menu = FilterMenu::None;
    std::string label;
    bool is_set = false;
    ui::Rect rect;

    ui::FilterLook look(const CatalogueUiState& ui) const {
        return {.label = label,
                .is_set = is_set,
                .is_open = act == PillAct::OpenMenu && ui.open_menu == menu,
                .is_plain = act != PillAct::OpenMenu};
    }
};

std::vector<Pill> pills_of(const CatalogueScreen& view) {
    const Screen& screen = view.screen;
    const CatalogueUiState& ui = view.ui;
    const CourseFilter& filter = ui.question.filter;
    std::vector<Pill> pills;
    const auto add_menu = [&](FilterMenu menu) {
        pills.push_back(
            {PillAct::OpenMenu, menu, pill_words(view, menu), is_set(filter, menu), {}});
    };
    for (const FilterMenu menu : kEssential) add_menu(menu);
    if (!screen.frame.is_phone()) {
        for (const FilterMenu menu : kFurther) add_menu(menu);
    } else {
        if (view.catalogue.has_duty) {
            pills.push_back({PillAct::TurnFitting,
                             FilterMenu::None,
                             std::string(screen.words(Message::FilterFitsShort)),
                             ui.question.only_fitting,
                             {}});
        }
        const auto set_count = std::count_if(kFurther.begin(),
                                             kFurther.end(),
                                             [&](FilterMenu menu) { return is_set(filter, menu); });
        const bool tells_count = set_count > 0 && !ui.shows_more_filters;
        pills.push_back(
            {PillAct::TurnMore,
             FilterMenu::None,
             tells_count ? screen.words.format(Message::FilterMoreSet, {std::to_string(set_count)})
                         : std::string(screen.words(Message::FilterMore)),
             tells_count || ui.shows_more_filters,
             {}});
        if (ui.shows_more_filters) {
            for (const FilterMenu menu : kFurther) add_menu(menu);
        }
    }
    if (filter.active_count() > 0) {
        const bool has_room = !screen.frame.is_phone() || ui.shows_more_filters;
        if (has_room) {
            pills.push_back({PillAct::ClearAll,
                             FilterMenu::None,
                             std::string(screen.words(Message::FilterClearAll)),
                             false,
                             {}});
        }
    }
    return pills;
}

// Places the pills from left to right, line by line; answers the height.
float place_pills(const CatalogueScreen& view, const ui::Rect& rect, std::vector<Pill>& pills) {
    const ui::Frame& frame = view.screen.frame;
    const float height = frame.px(kFilterHeight);
    const float gap = frame.px(kSpace2);
    float x = rect.x, y = rect.y;
    for (Pill& pill : pills) {
        const float width = std::min(ui::filter_width(frame, pill.look(view.ui)), rect.width);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += height + gap;
        }
        pill.rect = {x, y, width, height};
        x += width + gap;
    }
    return y + height - rect.y;
}

void press(const CatalogueScreen& view, const Pill& pill) {
    CatalogueUiState& ui = view.ui;
    switch (pill.act) {
        case PillAct::OpenMenu:
            ui.open_menu = pill.menu;
            return;
        case PillAct::TurnFitting:
            ui.question.only_fitting = !ui.question.only_fitting;
            return;
        case PillAct::TurnMore:
            ui.shows_more_filters = !ui.shows_more_filters;
            return;
        case PillAct::ClearAll:
            clear_filters(ui);
            return;
    }
}

// The open menu's items: their words, which are set, and what choosing one does.
struct OpenedMenu {
    std::vector<std::string> words;  // the first is "any"
    std::vector<bool> chosen;
    std::string_view own_note;
    int own = -1;             // the item of the teacher's own stage or subject
    bool stays_open = false;  // several may be chosen
};

template <class Value>
void turn(std::vector<Value>& set, const Value& value) {
    const auto found = std::find(set.begin(), set.end(), value);
    if (found == set.end()) {
        set.push_back(value);
    } else {
        set.erase(found);
    }
}

template <class Value>
bool holds(const std::vector<Value>& set, const Value& value) {
    return std::find(set.begin(), set.end(), value) != set.end();
}

OpenedMenu opened_menu(const CatalogueScreen& view) {
    const locale::Locale& words = view.screen.words;
    const CourseFilter& filter = view.ui.question.filter;
    OpenedMenu menu;
    const auto add = [&](std::string_view text, bool is_chosen) {
        menu.words.emplace_back(text);
        menu.chosen.push_back(is_chosen);
    };
    add(words(Message::FilterAll), !is_set(filter, view.ui.open_menu));
    menu.own_note = words(Message::FilterOwn);
    switch (view.ui.open_menu) {
        case FilterMenu::Stage:
            for (const SchoolStage stage : kAllStages)
                add(words.stage(stage), filter.stage == stage);
            if (view.catalogue.has_duty) menu.own = static_cast<int>(view.catalogue.own_stage) + 1;
            break;
        case FilterMenu::Subject:
            for (const std::string_view code : kAllSubjects) {
                if (code == view.catalogue.own_subject)
                    menu.own = static_cast<int>(menu.words.size());
                add(words.subject(code), filter.subject == code);
            }
            break;
        case FilterMenu::Kind:
            menu.stays_open = true;
            for (const CourseKind kind : kKinds) add(words.kind(kind), holds(filter.kinds, kind));
            break;
        case FilterMenu::Theme:
            menu.stays_open = true;
            for (const std::string& theme : view.catalogue.themes)
                add(theme, holds(filter.themes, theme));
            break;
        case FilterMenu::Delivery:
            menu.stays_open = true;
            for (const DeliveryMode mode : kDeliveries) {
                add(words.delivery(mode), holds(filter.deliveries, mode));
            }
            break;
        case FilterMenu::Date:
            for (const DateStep& step : date_steps(view.screen)) {
                add(step.words, step.range == filter.begins);
            }
            break;
        case FilterMenu::Fee:
            for (const FeeStep& step : kFees) {
                add(fee_words(view.screen, step), step.range() == filter.fee);
            }
            break;
        case FilterMenu::None:
            break;
    }
    return menu;
}

// `index` 0 is "any".
void choose(const CatalogueScreen& view, std::size_t index) {
    CourseFilter& filter = view.ui.question.filter;
    const bool is_any = index == 0;
    const std::size_t item = is_any ? 0 : index - 1;
    switch (view.ui.open_menu) {
        case FilterMenu::Stage:
            filter.stage = is_any ? std::optional<SchoolStage>() : kAllStages[item];
            break;
        case FilterMenu::Subject:
            filter.subject = is_any ? std::string_view{} : kAllSubjects[item];
            break;
        case FilterMenu::Kind:
            is_any ? filter.kinds.clear() : turn(filter.kinds, kKinds[item]);
            break;
        case FilterMenu::Theme:
            is_any ? filter.themes.clear() : turn(filter.themes, view.catalogue.themes[item]);
            break;
        case FilterMenu::Delivery:
            is_any ? filter.deliveries.clear() : turn(filter.deliveries, kDeliveries[item]);
            break;
        case FilterMenu::Date:
            filter.begins = is_any ? catalogue::DateRange{} : date_steps(view.screen)[item].range;
            break;
        case FilterMenu::Fee:
            filter.fee = is_any ? catalogue::FeeRange{} : kFees[item].range();
            break;
        case FilterMenu::None:
            break;
    }
}

constexpr Message title_of(FilterMenu kind) {
    switch (kind) {
        case FilterMenu::Stage:
            return Message::FilterStage;
        case FilterMenu::Subject:
            return Message::FilterSubject;
        case FilterMenu::Kind:
            return Message::FilterKind;
        case FilterMenu::Theme:
            return Message::FilterTheme;
        case FilterMenu::Delivery:
            return Message::FilterDelivery;
        case FilterMenu::Date:
            return Message::FilterDate;
        default:
            return Message::FilterFee;
    }
}

}  // namespace

void clear_filters(CatalogueUiState& ui) {
    ui.question.filter = {};
    ui.question.only_fitting = false;
    ui.open_menu = FilterMenu::None;
}

float draw_filter_pills(const CatalogueScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.screen.frame;
    std::vector<Pill> pills = pills_of(view);
    const float height = place_pills(view, rect, pills);
    const ui::IdScope scope(frame, "filters");
    for (const Pill& pill : pills) {
        const ui::IdScope one(frame,
                              std::uint64_t{static_cast<unsigned>(pill.act) * 16u +
                                            static_cast<unsigned>(pill.menu)});
        if (ui::filter(frame, "pill", pill.rect, pill.look(view.ui))) press(view, pill);
        if (pill.act == PillAct::OpenMenu && pill.menu == view.ui.open_menu) {
            view.ui.menu_anchor = frame.on_canvas(pill.rect);
        }
    }
    return height;
}

void draw_filter_menu(const CatalogueScreen& view) {
    CatalogueUiState& ui = view.ui;
    if (ui.open_menu == FilterMenu::None) return;
    const OpenedMenu opened = opened_menu(view);
    std::vector<ui::MenuItem> items;
    for (std::size_t i = 0; i < opened.words.size(); ++i) {
        const bool is_own = static_cast<int>(i) == opened.own;
        items.push_back({.label = opened.words[i],
                         .note = is_own ? opened.own_note : std::string_view{},
                         .is_selected = opened.chosen[i]});
    }
    const locale::Locale& words = view.screen.words;
    const std::string name = words.format(Message::FilterMenuName, {words(title_of(ui.open_menu))});
    const int chosen = ui::menu(
        view.screen.frame,
        "filter_menu",
        items,
        {.name = name, .close_name = words(Message::FilterClose), .anchor = ui.menu_anchor});
    if (chosen == ui::kMenuOpen) return;
    if (chosen >= 0) choose(view, static_cast<std::size_t>(chosen));
    if (chosen <= 0 || !opened.stays_open) ui.open_menu = FilterMenu::None;
}

}  // namespace xueshi::views
