#include "server/admin/import_command.h"

#include <chrono>
#include <functional>
#include <iostream>
#include <optional>

#include "core/codec/json_writer.h"
#include "core/codec/rule_pack_json.h"
#include "server/admin/domain_now.h"
#include "server/admin/interruption.h"
#include "server/bureau/completion_import.h"
#include "server/bureau/result_import.h"
#include "server/store/sqlite_event_store.h"
#include "server/tables/table_files.h"

namespace xueshi::admin {
namespace {

using bureau::ImportMode;
using bureau::ImportOptions;
using bureau::ImportReport;

const OptionSpec kData = {"--data", "DIR", "the data folder", true};
const OptionSpec kFrom = {"--from", "FILE", "the table, CSV or XLSX", true};
const OptionSpec kPreview = {"--preview", "", "say what would happen and record nothing"};
const OptionSpec kAllOrNothing = {"--all-or-nothing", "", "one bad row, and nothing is recorded"};
const OptionSpec kRowByRow = {"--row-by-row", "", "bad rows are left out"};
const OptionSpec kNow = {"--now", "TIME", "the domain's time, as of serve, e.g. 2017-08-01T09:00 (UTC+8)"};

const CommandSpec kImportResults = {
    "import-results",
    "Reads the HR bureau's verification results. One of --preview, --all-or-nothing and --row-by-row. The server must be stopped.",
    {kData, kFrom, kPreview, kAllOrNothing, kRowByRow, kNow},
};

const CommandSpec kImportCompletions = {
    "import-completions",
    "Reads a course platform's completions. One of --preview, --all-or-nothing and --row-by-row. The server must be stopped.",
    {kData, kFrom, {"--platform", "NAME", "the platform, as the records are to name it", true}, kPreview, kAllOrNothing, kRowByRow, kNow},
};

const CommandSpec kUndoImport = {
    "undo-import",
    "Takes a whole import back; nothing is deleted, and what stood before stands again. The server must be stopped.",
    {kData, {"--id", "ID", "the import, as its answer names it", true}, kNow},
};

int failed(const CommandSpec& spec, const std::string& complaint, int code = kExitFailed) {
    std::cerr << "xueshi " << spec.name << ": " << complaint << ".\n";
    return code;
}
int failed(const CommandSpec& spec, const Error& error) {
    std::string text(error.code.name());
    if (!error.subject.empty()) text += ' ' + error.subject;
    if (!error.detail.empty()) text += ": " + error.detail;
    return failed(spec, text);
}

std::optional<ImportMode> mode_of(const CommandLine& line) {
    if (line.has("--preview") + line.has("--all-or-nothing") + line.has("--row-by-row") != 1) return std::nullopt;
    if (line.has("--preview")) return ImportMode::Preview;
    return line.has("--all-or-nothing") ? ImportMode::AllOrNothing : ImportMode::RowByRow;
}

// Once a second at most, so that a short import says nothing.
std::function<void(std::size_t, std::size_t)> told_by(const CommandSpec& spec) {
    using Clock = std::chrono::steady_clock;
    return [name = spec.name, told = Clock::now()](std::size_t done, std::size_t all) mutable {
        if (Clock::now() - told < std::chrono::seconds(1)) return;
        told = Clock::now();
        std::cerr << "xueshi " << name << ": " << done << " of " << all << " rows\n";
    };
}

std::string answer_of(const ImportReport& report) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("schema", "xueshi.import/1");
        if (!report.import_id.empty()) json.member("import_id", report.import_id.text);
        json.member("rows", report.rows);
        json.member("recorded", report.import_id.empty() ? std::size_t{0} : report.recorded);
        if (report.import_id.empty()) json.member("would_record", report.recorded);
        json.member("unchanged", report.unchanged);
        json.member("cancelled", report.was_cancelled);
        json.member_array("errors", [&] {
            for (const bureau::RowError& error : report.errors) {
                json.object([&] {
                    json.member("line", error.line);
                    json.member("column", error.column);
                    json.member("code", error.code.name());
                });
            }
        });
    });
    return json.take();
}

using Import = std::function<Result<ImportReport>(store::EventStore&, const std::filesystem::path& data, std::string_view bytes,
                                                  const ImportOptions&)>;

int import_table(const CommandSpec& spec, const CommandLine& line, const Import& import) {
    const auto mode = mode_of(line);
    if (!mode) return failed(spec, "one of --preview, --all-or-nothing and --row-by-row", kExitMisused);
    const auto start = parse_local_minute(line.text("--now"));
    if (line.has("--now") && !start) return failed(spec, "--now is not a time like 2017-08-01T09:00", kExitMisused);
    const std::filesystem::path folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) return failed(spec, "there is no database in " + folder.string());
    const std::filesystem::path from = line.text("--from");
    const auto bytes = tables::table_bytes(from, {});
    if (!bytes) return failed(spec, bytes.error());
    heed_interruption();
    store::SqliteEventStore event_store(folder);
    const auto report = import(event_store, folder, *bytes,
                               {.mode = *mode,
                                .now = domain_now(event_store, start),
                                .file_name = from.filename().string(),
                                .progress = told_by(spec),
                                .is_cancelled = is_interrupted});
    if (!report) return failed(spec, report.error());
    std::cout << answer_of(*report) << '\n';
    if (report->was_cancelled) {
        const std::size_t kept = report->import_id.empty() ? 0 : report->recorded;
        std::cerr << "xueshi " << spec.name << ": interrupted; " << kept << " rows are recorded";
        if (kept > 0) std::cerr << " under " << report->import_id.text << "; the same file again goes on";
        std::cerr << ".\n";
    }
    return report->errors.empty() && !report->was_cancelled ? kExitDone : kExitFailed;
}

int import_results(const CommandLine& line) {
    return import_table(kImportResults, line,
                        [](store::EventStore& event_store, const std::filesystem::path& data, std::string_view bytes,
                           const ImportOptions& options) {
                            return bureau::import_results(event_store, codec::built_in_rules(), data / "projections", bytes,
                                                          options);
                        });
}

int import_completions(const CommandLine& line) {
    const std::string platform = line.text("--platform");
    if (!is_valid_id_text(platform)) return failed(kImportCompletions, "--platform takes 1 to 64 of A-Z a-z 0-9 . _ -", kExitMisused);
    return import_table(kImportCompletions, line,
                        [&](store::EventStore& event_store, const std::filesystem::path&, std::string_view bytes,
                            const ImportOptions& options) {
                            return bureau::import_completions(event_store, codec::built_in_rules(), bytes, platform, options);
                        });
}

int undo_import(const CommandLine& line) {
    const auto start = parse_local_minute(line.text("--now"));
    if (line.has("--now") && !start) return failed(kUndoImport, "--now is not a time like 2017-08-01T09:00", kExitMisused);
    const std::filesystem::path folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) {
        return failed(kUndoImport, "there is no database in " + folder.string());
    }
    store::SqliteEventStore event_store(folder);
    const auto undone = bureau::undo_import(event_store, ImportId{line.text("--id")}, domain_now(event_store, start));
    if (!undone) return failed(kUndoImport, undone.error());
    codec::JsonWriter json;
    json.object([&] {
        json.member("schema", "xueshi.import.undone/1");
        json.member("import_id", line.text("--id"));
        json.member("taken_back", undone->taken_back);
        json.member("left", undone->left);
        json.member("was_withdrawn", undone->was_withdrawn);
    });
    std::cout << json.take() << '\n';
    return kExitDone;
}

}  // namespace

int run_import_results(const Arguments& arguments) { return run_command(kImportResults, arguments, import_results); }

int run_import_completions(const Arguments& arguments) {
    return run_command(kImportCompletions, arguments, import_completions);
}

int run_undo_import(const Arguments& arguments) { return run_command(kUndoImport, arguments, undo_import); }

}  // namespace xueshi::admin
