// `xueshi`: one native program with subcommands. The table below is all of them.
#include <algorithm>
#include <array>
#include <iostream>
#include <string_view>

#include <sodium.h>

#include "server/admin/backup_command.h"
#include "server/admin/certificate_keys_command.h"
#include "server/admin/demo_command.h"
#include "server/admin/export_command.h"
#include "server/admin/export_hours_command.h"
#include "server/admin/import_command.h"
#include "server/admin/items_command.h"
#include "server/admin/pure/allocate_command.h"
#include "server/admin/pure/bench_command.h"
#include "server/admin/pure/diagnose_command.h"
#include "server/admin/pure/plan_command.h"
#include "server/admin/pure/verify_command.h"
#include "server/admin/platform_token_command.h"
#include "server/admin/restore_command.h"
#include "server/admin/serve_command.h"
#include "server/admin/verify_year_command.h"

namespace {

using xueshi::admin::Arguments;

struct Subcommand {
    std::string_view name;
    std::string_view summary;
    int (*run)(const Arguments&);
};

constexpr std::array kSubcommands = {
    Subcommand{"serve", "serve the browser client and its API", xueshi::admin::run_serve},
    Subcommand{"demo", "make a sample city", xueshi::admin::run_demo},
    Subcommand{"plan", "find the best plan of a planning problem", xueshi::admin::run_plan},
    Subcommand{
        "diagnose", "run an adaptive test whose responses are known", xueshi::admin::run_diagnose},
    Subcommand{"allocate", "find the best years for courses that may move", xueshi::admin::run_allocate},
    Subcommand{"verify", "who passes a year, from an export's lines", xueshi::admin::run_verify},
    Subcommand{"verify-year", "record a year's official verification for the whole city", xueshi::admin::run_verify_year},
    Subcommand{"export-hours", "write a year's hours for the HR bureau as XLSX or CSV", xueshi::admin::run_export_hours},
    Subcommand{"import-results", "read the HR bureau's verification results", xueshi::admin::run_import_results},
    Subcommand{"import-completions", "read a course platform's completions", xueshi::admin::run_import_completions},
    Subcommand{"platform-token", "make or revoke a course platform's token", xueshi::admin::run_platform_token},
    Subcommand{"certificate-keys", "list, rotate or revoke the keys that sign certificates", xueshi::admin::run_certificate_keys},
    Subcommand{"undo-import", "take a whole import back", xueshi::admin::run_undo_import},
    Subcommand{"bench", "measure the diagnostic on simulated teachers", xueshi::admin::run_bench},
    Subcommand{"items",
               "exchange banks and results as QTI 3.0: items export, import, results",
               xueshi::admin::run_items},
    Subcommand{"export", "write every stored event as JSON lines", xueshi::admin::run_export},
    Subcommand{"backup", "copy the database while the server runs", xueshi::admin::run_backup},
    Subcommand{"restore", "put a copy back in place", xueshi::admin::run_restore},
};

void print_help(std::ostream& out) {
    out << "xueshi <subcommand> [options]      (xueshi <subcommand> --help says more)\n\n";
    for (const Subcommand& subcommand : kSubcommands) {
        std::string name(subcommand.name);
        name.resize(20, ' ');
        out << "  " << name << subcommand.summary << '\n';
    }
}

}  // namespace

int main(int count, char** values) {
    if (sodium_init() < 0) {
        std::cerr << "xueshi: the cryptographic library does not start\n";
        return 1;
    }
    const Arguments arguments(values + 1, values + count);
    if (arguments.empty() || arguments.front() == "--help") {
        print_help(arguments.empty() ? std::cerr : std::cout);
        return arguments.empty() ? 2 : 0;
    }
    const auto* found =
        std::find_if(kSubcommands.begin(), kSubcommands.end(), [&](const Subcommand& each) {
            return each.name == arguments.front();
        });
    if (found == kSubcommands.end()) {
        std::cerr << "xueshi: there is no subcommand \"" << arguments.front() << "\"\n\n";
        print_help(std::cerr);
        return 2;
    }
    return found->run(Arguments(arguments.begin() + 1, arguments.end()));
}
