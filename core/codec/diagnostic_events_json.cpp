#include <cstring>

#include "core/codec/domain_reader.h"
#include "core/codec/event_formats.h"

namespace xueshi::codec {
namespace {

using diagnostic::DiagnosticTerms;
using diagnostic::LevelResult;
using diagnostic::LoggedResponse;

constexpr std::int64_t kMaxCredit = 9;
constexpr std::int64_t kMaxBankVersion = 1'000'000;
constexpr std::size_t kMaxLogged = 100;
constexpr std::int64_t kMaxTeachers = 10'000'000;

// A double as its 64 bits in hexadecimal: what is scored again is compared to the bit.
std::string bits_text(double value) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += kHex[(bits >> shift) & 0xF];
    return text;
}

double read_bits(ObjectReader& object, std::string_view key) {
    const std::string text = object.text(key);
    std::uint64_t bits = 0;
    bool is_hex = text.size() == 16;
    for (const char digit : text) {
        const bool is_letter = digit >= 'a' && digit <= 'f';
        is_hex = is_hex && (is_letter || (digit >= '0' && digit <= '9'));
        bits = bits << 4 | static_cast<std::uint64_t>(is_letter ? digit - 'a' + 10 : digit - '0');
    }
    if (!is_hex) object.complain(kMalformed, object.path_of(key), "expected 16 hexadecimal digits");
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

std::string read_item_id(ObjectReader& object, std::string_view key) {
    std::string id = object.text(key);
    if (!is_valid_id_text(id)) object.complain(kMalformed, object.path_of(key), "not an id");
    return id;
}

template <class Enum>
void write_enums(JsonWriter& json, std::string_view key, const std::vector<Enum>& values) {
    json.member_array(key, [&] {
        for (const Enum value : values) json.value(enum_name(value));
    });
}

// Known names, each once and in their order.
template <class Enum>
std::vector<Enum> read_enums(ObjectReader& object, std::string_view key) {
    std::vector<Enum> values;
    for (const std::string& name : read_required_texts(object, key)) {
        const auto value = parse_enum<Enum>(name);
        if (!value || (!values.empty() && *value <= values.back())) {
            object.complain(kOutOfRange, object.path_of(key), "not known names, each once and in order");
        }
        values.push_back(value.value_or(Enum{}));
    }
    return values;
}

}  // namespace

void EventFormat<diagnostic::DiagnosticBegun>::write(JsonWriter& json, const diagnostic::DiagnosticBegun& event) {
    const DiagnosticTerms& terms = event.terms;
    json.member("diagnostic_id", event.diagnostic_id.text);
    json.member("bank_version", terms.bank_version);
    json.member("mode", enum_name(terms.mode));
    json.member("stage", stage_name(terms.stage));
    json.member("subject", terms.subject);
    write_enums(json, "equipment", terms.equipment);
    write_enums(json, "levels", terms.levels);
    json.member("seed", terms.seed);
    json.member("begun_at_ms", terms.begun_at.utc_ms);
}
diagnostic::DiagnosticBegun EventFormat<diagnostic::DiagnosticBegun>::read(ObjectReader& object) {
    diagnostic::DiagnosticBegun event;
    DiagnosticTerms& terms = event.terms;
    event.diagnostic_id = read_id<DiagnosticKind>(object, "diagnostic_id");
    terms.bank_version = object.whole("bank_version", 1, kMaxBankVersion);
    terms.mode = read_enum<diagnostic::TestMode>(object, "mode");
    terms.stage = read_stage(object, "stage");
    terms.subject = object.text("subject");
    terms.equipment = read_enums<diagnostic::Equipment>(object, "equipment");
    terms.levels = read_enums<diagnostic::CapabilityLevel>(object, "levels");
    terms.seed = static_cast<std::uint64_t>(
        object.whole("seed", 0, static_cast<std::int64_t>(diagnostic::kSeedLimit) - 1));
    terms.begun_at = read_instant(object, "begun_at_ms");
    return event;
}

void EventFormat<diagnostic::ItemAnswered>::write(JsonWriter& json, const diagnostic::ItemAnswered& event) {
    json.member("diagnostic_id", event.diagnostic_id.text);
    json.member("item_id", event.item_id);
    json.member("response", event.response);
}
diagnostic::ItemAnswered EventFormat<diagnostic::ItemAnswered>::read(ObjectReader& object) {
    diagnostic::ItemAnswered event;
    event.diagnostic_id = read_id<DiagnosticKind>(object, "diagnostic_id");
    event.item_id = read_item_id(object, "item_id");
    event.response = static_cast<int>(object.whole("response", 0, kMaxCredit));
    return event;
}

void EventFormat<diagnostic::DiagnosticFinished>::write(JsonWriter& json,
                                                        const diagnostic::DiagnosticFinished& event) {
    json.member("diagnostic_id", event.diagnostic_id.text);
    json.member_array("levels", [&] {
        for (const LevelResult& level : event.result.levels) {
            json.object([&] {
                json.member("level", enum_name(level.level));
                json.member_array("responses", [&] {
                    for (const LoggedResponse& logged : level.responses) {
                        json.object([&] {
                            json.member("item_id", logged.item_id);
                            json.member("response", logged.response);
                        });
                    }
                });
                json.member("theta_bits", bits_text(level.estimate.theta));
                json.member("standard_error_bits", bits_text(level.estimate.standard_error));
            });
        }
    });
    json.member("finished_at_ms", event.result.finished_at.utc_ms);
}
diagnostic::DiagnosticFinished EventFormat<diagnostic::DiagnosticFinished>::read(ObjectReader& object) {
    diagnostic::DiagnosticFinished event;
    event.diagnostic_id = read_id<DiagnosticKind>(object, "diagnostic_id");
    event.result.levels =
        read_objects<LevelResult>(object, "levels", diagnostic::kAllLevels.size(), [](ObjectReader& element) {
            LevelResult level;
            level.level = read_enum<diagnostic::CapabilityLevel>(element, "level");
            level.responses =
                read_objects<LoggedResponse>(element, "responses", kMaxLogged, [](ObjectReader& logged) {
                    std::string item_id = read_item_id(logged, "item_id");
                    return LoggedResponse{std::move(item_id),
                                          static_cast<int>(logged.whole("response", 0, kMaxCredit))};
                });
            level.estimate.theta = read_bits(element, "theta_bits");
            level.estimate.standard_error = read_bits(element, "standard_error_bits");
            return level;
        });
    event.result.finished_at = read_instant(object, "finished_at_ms");
    return event;
}

void EventFormat<app::CourseThemesWanted>::write(JsonWriter& json, const app::CourseThemesWanted& event) {
    json.member_array("themes", [&] {
        for (const std::string& theme : event.themes) json.value(std::string_view(theme));
    });
}
app::CourseThemesWanted EventFormat<app::CourseThemesWanted>::read(ObjectReader& object) {
    app::CourseThemesWanted event;
    event.themes = read_required_texts(object, "themes");
    return event;
}

void EventFormat<app::EarlierProgrammeRecorded>::write(JsonWriter& json,
                                                       const app::EarlierProgrammeRecorded& event) {
    json.member("standing", enum_name(event.earlier.standing));
    json.member("phase_title", event.earlier.phase_title);
    json.member_array("scores", [&] {
        for (const diagnostic::EarlierScore& score : event.earlier.scores) {
            json.object([&] {
                json.member("level", enum_name(score.level));
                json.member("dimension", enum_name(score.dimension));
                json.member("hundredths", score.hundredths);
            });
        }
    });
    write_enums(json, "equipment", event.earlier.equipment);
}
app::EarlierProgrammeRecorded EventFormat<app::EarlierProgrammeRecorded>::read(ObjectReader& object) {
    constexpr std::size_t kMostScores = diagnostic::kAllLevels.size() * diagnostic::kAllDimensions.size();
    app::EarlierProgrammeRecorded event;
    event.earlier.standing = read_enum<diagnostic::ProgrammeStanding>(object, "standing");
    event.earlier.phase_title = object.text("phase_title");
    event.earlier.scores =
        read_objects<diagnostic::EarlierScore>(object, "scores", kMostScores, [](ObjectReader& element) {
            diagnostic::EarlierScore score;
            score.level = read_enum<diagnostic::CapabilityLevel>(element, "level");
            score.dimension = read_enum<diagnostic::Dimension>(element, "dimension");
            score.hundredths = static_cast<int>(element.whole("hundredths", 0, 100));
            return score;
        });
    event.earlier.equipment = read_enums<diagnostic::Equipment>(object, "equipment");
    return event;
}

void EventFormat<diagnostic::ProgrammeFiguresRecorded>::write(
    JsonWriter& json, const diagnostic::ProgrammeFiguresRecorded& event) {
    const diagnostic::ProgrammeFigures& figures = event.figures;
    json.member("school_id", figures.school_id.text);
    json.member("school_name", figures.school_name);
    json.member("phase_id", figures.phase_id);
    json.member("teachers", figures.teachers);
    json.member("took_part", figures.took_part);
    json.member("completed", figures.completed);
}
diagnostic::ProgrammeFiguresRecorded EventFormat<diagnostic::ProgrammeFiguresRecorded>::read(
    ObjectReader& object) {
    diagnostic::ProgrammeFigures figures;
    figures.school_id = read_id<UnitKind>(object, "school_id");
    figures.school_name = object.text("school_name");
    figures.phase_id = object.text("phase_id");
    figures.teachers = object.whole("teachers", 0, kMaxTeachers);
    figures.took_part = object.whole("took_part", 0, figures.teachers);
    figures.completed = object.whole("completed", 0, figures.took_part);
    return {std::move(figures)};
}

void EventFormat<diagnostic::DiagnosticNoted>::write(JsonWriter& json, const diagnostic::DiagnosticNoted& event) {
    json.member("teacher_id", event.teacher_id.text);
    json.member("school_id", event.school_id.text);
    json.member("due", event.is_due);
    json.member("step", enum_name(event.step));
    json.member("at_ms", event.at.utc_ms);
}
diagnostic::DiagnosticNoted EventFormat<diagnostic::DiagnosticNoted>::read(ObjectReader& object) {
    diagnostic::DiagnosticNoted event;
    event.teacher_id = read_id<TeacherKind>(object, "teacher_id");
    event.school_id = read_id<UnitKind>(object, "school_id");
    event.is_due = object.boolean("due");
    event.step = read_enum<diagnostic::DiagnosticStep>(object, "step");
    event.at = read_instant(object, "at_ms");
    return event;
}

}  // namespace xueshi::codec
