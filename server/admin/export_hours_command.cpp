#include "server/admin/export_hours_command.h"

#include <iostream>

#include "core/codec/rule_pack_json.h"
#include "server/bureau/hour_export.h"
#include "server/store/sqlite_event_store.h"
#include "server/tables/table_files.h"

namespace xueshi::admin {
namespace {

const CommandSpec kExportHours = {
    "export-hours",
    "Writes a year's hours of every teacher, one row each, for the HR bureau's system. The server must be stopped.",
    {
        {"--data", "DIR", "the data folder", true},
        {"--year", "YEAR", "the year the hours are allocated to", true},
        {"--to", "FILE", "the table; takes the place of what is there", true},
        {"--format", "FORMAT", "xlsx or csv; else as the file's name ends"},
        {"--charset", "CHARSET", "of csv: utf-8 (default) or gb18030"},
    },
};

int misused(std::string_view complaint) {
    std::cerr << "xueshi export-hours: " << complaint << ".\n";
    return kExitMisused;
}

int export_hours(const CommandLine& line) {
    const auto year = line.whole("--year", 1900, 2999, 0);
    if (!year) return misused("--year is no year");
    const std::filesystem::path to = line.text("--to");
    const std::string ending = to.extension().string();
    const std::string format = line.text("--format", ending.empty() ? "" : ending.substr(1));
    if (format != "xlsx" && format != "csv") return misused("--format is xlsx or csv");
    const std::string charset = line.text("--charset", "utf-8");
    if (charset != "utf-8" && charset != "gb18030") return misused("--charset is utf-8 or gb18030");
    const std::filesystem::path folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) {
        std::cerr << "xueshi export-hours: there is no database in " << folder.string() << ".\n";
        return kExitFailed;
    }
    store::SqliteEventStore event_store(folder);
    const auto writer = tables::write_table(to, format == "xlsx" ? tables::TableFormat::Xlsx : tables::TableFormat::Csv,
                                            charset == "utf-8" ? tables::Charset::Utf8 : tables::Charset::Gb18030);
    const auto written = bureau::export_hours(event_store, codec::built_in_rules(), folder / "projections",
                                              {static_cast<std::int32_t>(*year)}, *writer);
    if (!written) {
        std::cerr << "xueshi export-hours: " << written.error().code.name() << ' ' << written.error().subject << ".\n";
        return kExitFailed;
    }
    writer->finish();
    std::cout << *written << " teachers are in " << to.string() << ".\n";
    return kExitDone;
}

}  // namespace

int run_export_hours(const Arguments& arguments) { return run_command(kExportHours, arguments, export_hours); }

}  // namespace xueshi::admin
