#include "server/admin/command_line.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <iostream>

namespace xueshi::admin {
namespace {

const OptionSpec* find_option(const CommandSpec& spec, std::string_view name) {
    const auto found = std::find_if(spec.options.begin(),
                                    spec.options.end(),
                                    [&](const OptionSpec& option) { return option.name == name; });
    return found == spec.options.end() ? nullptr : &*found;
}

Error complaint(std::string text) { return make_error(kBadArguments, {}, std::move(text)); }

}  // namespace

Result<CommandLine> CommandLine::parse(const CommandSpec& spec, const Arguments& arguments) {
    CommandLine line;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& argument = arguments[at];
        const std::size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        if (name == "--help") {
            line.values_["--help"] = {};
            return line;
        }
        const OptionSpec* option = find_option(spec, name);
        if (option == nullptr) return complaint("There is no option " + name);
        if (line.has(name) && !option->may_repeat) return complaint(name + " is given twice");
        std::string value;
        if (option->value.empty()) {
            if (equals != std::string::npos) return complaint(name + " takes no value");
        } else if (equals != std::string::npos) {
            value = argument.substr(equals + 1);
        } else if (++at < arguments.size()) {
            value = arguments[at];
        } else {
            return complaint(name + " needs a value");
        }
        line.values_[name].push_back(std::move(value));
    }
    for (const OptionSpec& option : spec.options) {
        if (option.is_required && !line.has(option.name)) {
            return complaint(std::string(option.name) + " is missing");
        }
    }
    return line;
}

std::string CommandLine::text(std::string_view name, std::string otherwise) const {
    const auto found = values_.find(name);
    return found == values_.end() || found->second.empty() ? std::move(otherwise)
                                                           : found->second.front();
}

std::vector<std::string> CommandLine::texts(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::optional<long> CommandLine::whole(std::string_view name,
                                       long low,
                                       long high,
                                       long otherwise) const {
    if (!has(name)) return otherwise;
    const std::string value = text(name);
    long number = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool is_whole = problem == std::errc{} && end == value.data() + value.size();
    if (!is_whole || number < low || number > high) return std::nullopt;
    return number;
}

std::string help_text(const CommandSpec& spec) {
    std::string text = "xueshi " + std::string(spec.name);
    for (const OptionSpec& option : spec.options) {
        std::string usage(option.name);
        if (!option.value.empty()) usage += ' ' + std::string(option.value);
        text += option.is_required ? ' ' + usage : " [" + usage + ']';
        if (option.may_repeat) text += "…";
    }
    text += "\n\n" + std::string(spec.summary) + "\n\n";
    for (const OptionSpec& option : spec.options) {
        std::string usage = "  " + std::string(option.name) + ' ' + std::string(option.value);
        usage.resize(std::max<std::size_t>(usage.size() + 1, 24), ' ');
        text += usage + std::string(option.help) + '\n';
    }
    return text;
}

int run_command(const CommandSpec& spec,
                const Arguments& arguments,
                int (*body)(const CommandLine&)) {
    const auto line = CommandLine::parse(spec, arguments);
    if (!line) {
        std::cerr << "xueshi " << spec.name << ": " << line.error().detail << ".\nTry: xueshi "
                  << spec.name << " --help\n";
        return kExitMisused;
    }
    if (line->wants_help()) {
        std::cout << help_text(spec);
        return kExitDone;
    }
    try {
        return body(*line);
    } catch (const std::exception& failure) {
        std::cerr << "xueshi " << spec.name << ": " << failure.what() << '\n';
        return kExitFailed;
    }
}

}  // namespace xueshi::admin
