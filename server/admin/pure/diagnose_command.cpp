#include "server/admin/pure/diagnose_command.h"

#include <cstdio>
#include <optional>
#include <string_view>

#include "core/codec/diagnostic_json.h"
#include "server/admin/pure/documents.h"

namespace xueshi::admin {
namespace {

constexpr std::string_view kName = "diagnose";
constexpr std::string_view kBankOption = "--bank";
constexpr std::string_view kResponsesOption = "--responses";

constexpr const char* kHelp =
    "xueshi diagnose --bank bank.json --responses run.json > answer.json\n"
    "\n"
    "Runs an adaptive test whose responses are known: which items it asks, what it estimates "
    "after\n"
    "each, why it stops. Exit 0 with the answer, 2 for a malformed document.\n"
    "\n"
    "  --bank FILE        the items (schema xueshi.diagnostic.bank/1)\n"
    "  --responses FILE   settings and responses (schema xueshi.diagnostic.run/1)\n";

struct Files {
    std::string bank = {};
    std::string responses = {};
};

// The two files, given as "--bank FILE" or "--bank=FILE"; else complains.
std::optional<Files> parse_files(const std::vector<std::string>& arguments) {
    std::optional<std::string> bank;
    std::optional<std::string> responses;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& argument = arguments[at];
        const std::size_t equals = argument.find('=');
        const std::string option = argument.substr(0, equals);
        if (option != kBankOption && option != kResponsesOption) {
            complain(kName, option, "there is no such option");
            return std::nullopt;
        }
        std::optional<std::string>& path = option == kBankOption ? bank : responses;
        if (path) {
            complain(kName, option, "given twice");
            return std::nullopt;
        }
        if (equals != std::string::npos) {
            path = argument.substr(equals + 1);
        } else if (++at < arguments.size()) {
            path = arguments[at];
        } else {
            complain(kName, option, "needs a file");
            return std::nullopt;
        }
    }
    if (bank && responses) return Files{*bank, *responses};
    complain(kName, bank ? kResponsesOption : kBankOption, "missing");
    return std::nullopt;
}

// Two documents have a schema, a first byte and a last: which of them is meant is said first.
int complain_of(std::string_view option, Error error) {
    error.subject =
        std::string(option) + ": " + (error.subject.empty() ? "document" : error.subject);
    return complain(kName, error);
}

}  // namespace

int run_diagnose(const std::vector<std::string>& arguments) {
    if (arguments.size() == 1 && arguments[0] == "--help") {
        std::fputs(kHelp, stdout);
        return kExitAnswered;
    }
    const auto files = parse_files(arguments);
    if (!files) return kExitMalformed;
    const auto bank_bytes = read_file(files->bank);
    if (!bank_bytes) return complain(kName, kBankOption, "cannot read " + files->bank);
    const auto run_bytes = read_file(files->responses);
    if (!run_bytes) return complain(kName, kResponsesOption, "cannot read " + files->responses);

    const auto bank = codec::read_item_bank(*bank_bytes);
    if (!bank) return complain_of(kBankOption, bank.error());
    const auto request = codec::read_diagnostic_run(*run_bytes);
    if (!request) return complain_of(kResponsesOption, request.error());
    const Outcome fits = diagnostic::validate(request->settings, *bank);
    if (!fits) return complain_of(kResponsesOption, fits.error());
    const auto run = diagnostic::complete_run(*bank, request->settings, request->responses);
    if (!run) return complain_of(kResponsesOption, run.error());
    return answer_with(codec::write_diagnostic_answer(*run, *bank));
}

}  // namespace xueshi::admin
