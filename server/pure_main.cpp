// `xueshi.mjs`: the subcommands that need neither sockets nor a database, for Node. The table is
// all of them; the native program offers the same ones among its own.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "server/admin/pure/allocate_command.h"
#include "server/admin/pure/bench_command.h"
#include "server/admin/pure/diagnose_command.h"
#include "server/admin/pure/plan_command.h"
#include "server/admin/pure/verify_command.h"

namespace {

using Arguments = std::vector<std::string>;

struct Subcommand {
    std::string_view name;
    const char* usage;
    int (*run)(const Arguments&);
};

constexpr std::array kSubcommands = {
    Subcommand{
        "plan", "plan        find the best plan of a planning problem", xueshi::admin::run_plan},
    Subcommand{"diagnose",
               "diagnose    run an adaptive test whose responses are known",
               xueshi::admin::run_diagnose},
    Subcommand{"allocate",
               "allocate    find the best years for courses that may move",
               xueshi::admin::run_allocate},
    Subcommand{"verify",
               "verify      who passes a year, from an export's lines",
               xueshi::admin::run_verify},
    Subcommand{"bench",
               "bench       measure the diagnostic on simulated teachers",
               xueshi::admin::run_bench},
};

void print_help(std::FILE* out) {
    std::fputs("xueshi.mjs <subcommand> [options]   (with --help it says more)\n\n", out);
    for (const Subcommand& subcommand : kSubcommands) std::fprintf(out, "  %s\n", subcommand.usage);
}

}  // namespace

int main(int count, char** values) {
    const Arguments arguments(values + 1, values + count);
    if (arguments.empty() || arguments.front() == "--help") {
        print_help(arguments.empty() ? stderr : stdout);
        return arguments.empty() ? 2 : 0;
    }
    const auto* found =
        std::find_if(kSubcommands.begin(), kSubcommands.end(), [&](const Subcommand& each) {
            return each.name == arguments.front();
        });
    if (found == kSubcommands.end()) {
        std::fprintf(
            stderr, "xueshi.mjs: there is no subcommand \"%s\"\n", arguments.front().c_str());
        return 2;
    }
    return found->run(Arguments(arguments.begin() + 1, arguments.end()));
}
