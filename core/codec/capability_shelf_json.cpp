#include "core/codec/capability_shelf_json.h"

#include <string>
#include <vector>

#include "core/codec/capability_json.h"

namespace xueshi::codec {
namespace {

Error at_line(std::size_t line, Error error) {
    error.subject = "line " + std::to_string(line) + ": " + error.subject;
    return error;
}

Outcome put_bank(diagnostic::CapabilityShelf& shelf, std::string_view document) {
    auto bank = read_capability_bank(document);
    if (!bank) return bank.error();
    if (const Outcome fits = diagnostic::validate(*bank, shelf.framework); !fits) return fits;
    if (shelf.find_bank(bank->level, bank->version) != nullptr) {
        return make_error(kMalformed, "version", "the bank stands there twice");
    }
    shelf.banks.push_back(*std::move(bank));
    return Done{};
}

}  // namespace

Result<diagnostic::CapabilityShelf> read_capability_shelf(std::string_view framework,
                                                          std::span<const std::string_view> banks) {
    diagnostic::CapabilityShelf shelf;
    auto read = read_capability_framework(framework);
    if (!read) return at_line(1, read.error());
    shelf.framework = *std::move(read);
    for (std::size_t i = 0; i < banks.size(); ++i) {
        if (const Outcome put = put_bank(shelf, banks[i]); !put) return at_line(i + 2, put.error());
    }
    if (shelf.newest_version() == 0) return make_error(kMalformed, {}, "there is no bank for every level");
    return shelf;
}

Result<diagnostic::CapabilityShelf> read_capability_shelf(std::string_view lines) {
    std::vector<std::string_view> documents;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        documents.push_back(lines.substr(0, end));
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    }
    if (documents.empty()) return make_error(kMalformed, {}, "there is no framework");
    return read_capability_shelf(documents.front(), std::span(documents).subspan(1));
}

}  // namespace xueshi::codec
