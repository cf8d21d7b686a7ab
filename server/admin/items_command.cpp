#include "server/admin/items_command.h"

#include <iostream>

#include "core/codec/capability_json.h"
#include "server/admin/pure/documents.h"
#include "server/exchange/item_import.h"
#include "server/exchange/package_writer.h"
#include "server/exchange/plain_text.h"
#include "server/exchange/results_report.h"
#include "server/exchange/test_answer.h"
#include "server/exchange/whole_files.h"

namespace xueshi::admin {
namespace {

const CommandSpec kExportItems = {
    "items export",
    "Writes an item bank as a QTI 3.0 content package.",
    {
        {"--bank", "FILE", "the bank (schema xueshi.diagnostic.bank/1)", true},
        {"--output", "DIR", "the package's folder; must not hold anything", true},
        {"--language", "LANGUAGE", "what the items' bodies speak: zh (default), en …"},
    },
};

const CommandSpec kImportItems = {
    "items import",
    "Reads choice items of QTI 3.0, scored by a correct choice or a mapping, as an item bank.",
    {
        {"--qti",
         "PATH",
         "a package's folder, a folder of items or an item; may be repeated",
         true,
         true},
        {"--output", "FILE", "the bank; takes the place of what is there", true},
        {"--domain", "NAME", "the domain of items of which nothing states it"},
        {"--assume-parameters",
         "",
         "items without parameters: a = 1, thresholds one apart around 0"},
    },
};

const CommandSpec kReportResults = {
    "items results",
    "Writes a finished test as a QTI 3.0 results report.",
    {
        {"--bank", "FILE", "the bank that was asked", true},
        {"--answer", "FILE", "what `xueshi diagnose` answered", true},
        {"--candidate", "NAME", "who took the test, as the receiving system calls them", true},
        {"--finished", "MOMENT", "when, such as 2026-03-01T10:00:00+08:00", true},
        {"--output", "FILE", "the report; takes the place of what is there", true},
    },
};

int complain_of(const CommandSpec& command, const Error& error) {
    const std::string subject = std::string(error.code.name()) + ": " +
                                (error.subject.empty() ? "document" : error.subject);
    return complain(command.name, subject, error.detail.empty() ? error.code.name() : error.detail);
}

int export_items(const CommandLine& line) {
    const auto bytes = read_file(line.text("--bank"));
    if (!bytes) return complain(kExportItems.name, "--bank", "cannot read " + line.text("--bank"));
    const auto bank = exchange::read_exchange_bank(*bytes);
    if (!bank) return complain_of(kExportItems, bank.error());
    const auto files = exchange::write_package(*bank, line.text("--language", "zh"));
    if (!files) return complain_of(kExportItems, files.error());
    exchange::write_whole_folder(line.text("--output"), *files);
    std::cout << bank->items.size() << " items are in " << line.text("--output") << ".\n";
    return kExitDone;
}

// The product asks for more than a bank needs: whether this one has it is worth knowing at once.
void tell_of_product(const std::string& document) {
    const auto bank = codec::read_capability_bank(document);
    std::cout << (bank ? "It has all that the product asks for."
                       : "The product would not take it: " + bank.error().subject + ": " +
                             bank.error().detail + ".")
              << '\n';
}

int import_items(const CommandLine& line) {
    const std::vector<std::string> texts = line.texts("--qti");
    const exchange::ImportedItems imported = exchange::import_items(
        {texts.begin(), texts.end()}, {line.text("--domain"), line.has("--assume-parameters")});
    for (const Error& error : imported.errors) complain_of(kImportItems, error);
    if (!imported.errors.empty()) return kExitMisused;
    const std::string document = exchange::write_exchange_bank(imported.bank);
    exchange::write_whole_file(line.text("--output"), document);
    std::cout << imported.bank.items.size() << " items are in " << line.text("--output");
    if (imported.assumed > 0) std::cout << ", " << imported.assumed << " with assumed parameters";
    std::cout << ".\n";
    tell_of_product(document);
    return kExitDone;
}

int report_results(const CommandLine& line) {
    const exchange::ReportContext context = {line.text("--candidate"), line.text("--finished")};
    const std::string_view name = kReportResults.name;
    if (!exchange::is_plain(context.candidate)) {
        return complain(
            name, "--candidate", "expected a name without blanks at an end or in a row");
    }
    if (!exchange::is_moment(context.finished)) {
        return complain(name, "--finished", "expected a moment such as 2026-03-01T10:00:00+08:00");
    }
    const auto bank_bytes = read_file(line.text("--bank"));
    if (!bank_bytes) return complain(name, "--bank", "cannot read " + line.text("--bank"));
    const auto answer_bytes = read_file(line.text("--answer"));
    if (!answer_bytes) return complain(name, "--answer", "cannot read " + line.text("--answer"));
    const auto bank = exchange::read_exchange_bank(*bank_bytes);
    if (!bank) return complain_of(kReportResults, bank.error());
    const auto answer = exchange::read_test_answer(*answer_bytes);
    if (!answer) return complain_of(kReportResults, answer.error());
    const auto report = exchange::write_results_report(*answer, *bank, context);
    if (!report) return complain_of(kReportResults, report.error());
    exchange::write_whole_file(line.text("--output"), *report);
    std::cout << answer->steps.size() << " results are in " << line.text("--output") << ".\n";
    return kExitDone;
}

}  // namespace

int run_items(const Arguments& arguments) {
    const std::string which = arguments.empty() ? "" : arguments.front();
    const Arguments rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    if (which == "export") return run_command(kExportItems, rest, export_items);
    if (which == "import") return run_command(kImportItems, rest, import_items);
    if (which == "results") return run_command(kReportResults, rest, report_results);
    if (which == "--help") {
        std::cout << help_text(kExportItems) << '\n'
                  << help_text(kImportItems) << '\n'
                  << help_text(kReportResults);
        return kExitDone;
    }
    return complain(
        "items", which.empty() ? "what to do" : which, "expected export, import or results");
}

}  // namespace xueshi::admin
