// Options of a subcommand: what it takes, reading them, and its --help from the same list.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace xueshi::admin {

using Arguments = std::vector<std::string>;  // after the subcommand's name

struct OptionSpec {
    std::string_view name;   // "--data"
    std::string_view value;  // "DIR"; empty: a switch
    std::string_view help;
    bool is_required = false;
    bool may_repeat = false;
};

struct CommandSpec {
    std::string_view name;     // "serve"
    std::string_view summary;  // one sentence
    std::vector<OptionSpec> options;
};

inline constexpr ErrorCode kBadArguments{"BadArguments"};

class CommandLine {
  public:
    // kBadArguments with a sentence in `detail`. An option may be given as "--port 80" or
    // "--port=80".
    static Result<CommandLine> parse(const CommandSpec& spec, const Arguments& arguments);

    bool has(std::string_view name) const { return values_.contains(name); }
    std::string text(std::string_view name, std::string otherwise = {}) const;
    // Every value of an option that may be repeated, in their order.
    std::vector<std::string> texts(std::string_view name) const;
    // nullopt when the option is there and is no whole number within the range.
    std::optional<long> whole(std::string_view name, long low, long high, long otherwise) const;
    bool wants_help() const { return has("--help"); }

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

std::string help_text(const CommandSpec& spec);

// Exit codes of every subcommand.
inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;   // it could not be done; the reason is on stderr
inline constexpr int kExitMisused = 2;  // the arguments are wrong

// Parses, prints help or the complaint, and otherwise runs `body`. What `body` throws becomes
// kExitFailed with its message on stderr.
int run_command(const CommandSpec& spec,
                const Arguments& arguments,
                int (*body)(const CommandLine&));

}  // namespace xueshi::admin
