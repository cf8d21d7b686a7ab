#include "core/codec/capability_shelf_json.h"

#include <string>

#include "core/codec/capability_json.h"

namespace xueshi::codec {
namespace {

Error at_line(std::size_t line, Error error) {
    error.subject = "line " + std::to_string(line) + ": " + error.subject;
    return error;
}

}  // namespace

Result<diagnostic::CapabilityShelf> read_capability_shelf(std::string_view lines) {
    diagnostic::CapabilityShelf shelf;
    std::size_t number = 0;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        if (++number == 1) {
            auto framework = read_capability_framework(line);
            if (!framework) return at_line(number, framework.error());
            shelf.framework = *std::move(framework);
            continue;
        }
        auto bank = read_capability_bank(line);
        if (!bank) return at_line(number, bank.error());
        if (const Outcome fits = diagnostic::validate(*bank, shelf.framework); !fits) {
            return at_line(number, fits.error());
        }
        if (shelf.find_bank(bank->level, bank->version) != nullptr) {
            return at_line(number, make_error(kMalformed, "version", "the bank stands there twice"));
        }
        shelf.banks.push_back(*std::move(bank));
    }
    if (shelf.newest_version() == 0) return make_error(kMalformed, {}, "there is no bank for every level");
    return shelf;
}

}  // namespace xueshi::codec
