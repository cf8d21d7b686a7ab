#include "server/admin/pure/bench_command.h"

#include <cstdio>
#include <limits>
#include <optional>
#include <string_view>

#include "core/codec/capability_json.h"
#include "core/codec/json_writer.h"
#include "core/codec/real_member.h"
#include "core/codec/real_text.h"
#include "core/codec/strict_json.h"
#include "core/diagnostic/capability_settings.h"
#include "server/admin/pure/diagnostic_bench.h"
#include "server/admin/pure/documents.h"

namespace xueshi::admin {
namespace {

using diagnostic::CapabilityBank;
using diagnostic::CapabilityFramework;

constexpr std::string_view kName = "bench";
constexpr std::int64_t kMostTeachers = 10'000'000;
constexpr std::int64_t kMostRounds = 100;

constexpr const char* kHelp =
    "xueshi bench diagnostic --bank FILE [--bank FILE] --framework FILE [--teachers N] [--seed "
    "S]\n"
    "xueshi bench exposure   --bank FILE [--largest SHARE] [--rounds N] [--teachers N] [--seed S]\n"
    "\n"
    "diagnostic: simulated teachers take the product's test; how long it is, how right, how often "
    "it shows an item.\n"
    "exposure:   values for a bank's items under which none is shown to more than a share of those "
    "it is for.\n"
    "\n"
    "  --bank FILE       a level's item bank (core/packs/item-banks)\n"
    "  --framework FILE  the standard, its indicators and themes (core/packs/frameworks)\n"
    "  --teachers N      how many are simulated (10000)\n"
    "  --seed S          of everything that chance decides (1)\n"
    "  --largest SHARE   the share, above 0 to 1 (0.25)\n"
    "  --rounds N        rounds of calibration (20)\n";

struct Question {
    std::string what = {};
    std::vector<std::string> bank_files = {};
    std::string framework_file = {};
    Simulation simulation = {};
    double largest = diagnostic::kLargestExposure;
    std::int64_t rounds = 20;
};

// The option's complaint, or nothing.
std::string_view take_option(Question& question,
                             std::string_view option,
                             const std::string& value) {
    if (option == "--bank") {
        question.bank_files.push_back(value);
        return {};
    }
    if (option == "--framework") {
        question.framework_file = value;
        return {};
    }
    if (option == "--largest") {
        const auto json = codec::parse_json(value);
        const double share = json ? codec::real_of(*json) : 0;
        if (!(share > 0 && share <= 1)) return "expected a share above 0, at most 1";
        question.largest = share;
        return {};
    }
    const auto number = codec::parse_whole_number(
        value, option == "--seed" ? 0 : 1, std::numeric_limits<std::int32_t>::max());
    if (!number) return "expected a whole number";
    if (option == "--seed") {
        question.simulation.seed = static_cast<std::uint64_t>(*number);
    } else if (option == "--teachers") {
        if (*number > kMostTeachers) return "too many";
        question.simulation.teachers = *number;
    } else if (option == "--rounds") {
        if (*number > kMostRounds) return "too many";
        question.rounds = *number;
    } else {
        return "there is no such option";
    }
    return {};
}

// None after a complaint.
std::optional<Question> parse_question(const std::vector<std::string>& arguments) {
    const auto refuse = [](std::string_view subject, std::string_view detail) {
        complain(kName, subject, detail);
        return std::nullopt;
    };
    Question question;
    if (!arguments.empty()) question.what = arguments[0];
    if (question.what != "diagnostic" && question.what != "exposure")
        return refuse(question.what.empty() ? "measurement" : question.what,
                      "expected diagnostic or exposure");
    for (std::size_t at = 1; at < arguments.size(); ++at) {
        const std::size_t equals = arguments[at].find('=');
        const std::string option = arguments[at].substr(0, equals);
        if (equals == std::string::npos && at + 1 == arguments.size())
            return refuse(option, "needs a value");
        const std::string value =
            equals == std::string::npos ? arguments[++at] : arguments[at].substr(equals + 1);
        const std::string_view trouble = take_option(question, option, value);
        if (!trouble.empty()) return refuse(option, trouble);
    }
    if (question.bank_files.empty()) return refuse("--bank", "missing");
    const bool needs_framework = question.what == "diagnostic";
    if (needs_framework && question.framework_file.empty()) return refuse("--framework", "missing");
    return question;
}

// Complains of the option when the file cannot be read, and of the document when it is wrong.
template <class Document>
std::optional<Document> read_document(std::string_view option,
                                      const std::string& path,
                                      Result<Document> (*read)(std::string_view)) {
    const auto bytes = read_file(path);
    if (!bytes) {
        complain(kName, option, "cannot read " + path);
        return std::nullopt;
    }
    auto document = read(*bytes);
    if (document) return std::move(*document);
    Error error = document.error();
    error.subject = std::string(option) + ": " + error.subject;
    complain(kName, error);
    return std::nullopt;
}

void write_figures(codec::JsonWriter& json, std::string_view name, const LevelFigures& figures) {
    json.member_object(name, [&] {
        json.member("teachers", figures.teachers);
        json.member_raw("mean_items", codec::format_real(figures.mean_items));
        json.member_raw("mean_items_within", codec::format_real(figures.mean_items_within));
        json.member_raw("reached_within", codec::format_real(figures.reached_within));
        json.member_raw("coverage", codec::format_real(figures.coverage));
        json.member_raw("error", codec::format_real(figures.mean_error));
        json.member_raw("largest_exposure", codec::format_real(figures.largest_exposure));
        json.member("most_exposed", figures.most_exposed);
        json.member_raw("largest_exposure_of_audience",
                        codec::format_real(figures.largest_exposure_of_audience));
        json.member_raw("shared_themes", codec::format_real(figures.shared_themes));
        json.member_raw("found_themes", codec::format_real(figures.found_themes));
        json.member_raw("microseconds_an_item", codec::format_real(figures.microseconds_an_item));
    });
}

std::string measure(const Question& question,
                    const std::vector<CapabilityBank>& banks,
                    const CapabilityFramework& framework) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("schema", "xueshi.bench.diagnostic/1");
        json.member_array("levels", [&] {
            for (const CapabilityBank& bank : banks) {
                json.object([&] {
                    Simulation simulation = question.simulation;
                    json.member("level", diagnostic::level_name(bank.level));
                    json.member("items", bank.measured.items.size());
                    write_figures(json, "as_believed", measure_level(bank, &framework, simulation));
                    simulation.mistakes = {0.2, 0.3};
                    write_figures(json, "mistaken", measure_level(bank, &framework, simulation));
                    simulation.mistakes = {};
                    simulation.is_exposure_controlled = false;
                    write_figures(
                        json, "uncontrolled", measure_level(bank, &framework, simulation));
                });
            }
        });
    });
    return json.take();
}

std::string calibrate(const Question& question, const std::vector<CapabilityBank>& banks) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("schema", "xueshi.bench.exposure/1");
        json.member_object("exposure", [&] {
            for (const CapabilityBank& bank : banks) {
                const auto values = calibrate_exposure(
                    bank, question.simulation, question.largest, static_cast<int>(question.rounds));
                for (std::size_t i = 0; i < values.size(); ++i) {
                    json.member_raw(bank.measured.items[i].id, codec::format_real(values[i]));
                }
            }
        });
    });
    return json.take();
}

}  // namespace

int run_bench(const std::vector<std::string>& arguments) {
    if (arguments.size() == 1 && arguments[0] == "--help") {
        std::fputs(kHelp, stdout);
        return kExitAnswered;
    }
    const auto question = parse_question(arguments);
    if (!question) return kExitMalformed;
    std::vector<CapabilityBank> banks;
    for (const std::string& path : question->bank_files) {
        auto bank = read_document("--bank", path, codec::read_capability_bank);
        if (!bank) return kExitMalformed;
        banks.push_back(std::move(*bank));
    }
    if (question->what == "exposure") return answer_with(calibrate(*question, banks));
    const auto framework =
        read_document("--framework", question->framework_file, codec::read_capability_framework);
    if (!framework) return kExitMalformed;
    for (const CapabilityBank& bank : banks) {
        const Outcome fits = diagnostic::validate(bank, *framework);
        if (!fits) return complain(kName, fits.error());
    }
    return answer_with(measure(*question, banks, *framework));
}

}  // namespace xueshi::admin
