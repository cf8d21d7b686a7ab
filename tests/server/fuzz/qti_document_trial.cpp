#include "tests/server/fuzz/qti_document_trial.h"

#include <cmath>

#include "server/exchange/plain_text.h"
#include "server/exchange/qti_item_reader.h"
#include "server/exchange/qti_item_writer.h"
#include "server/exchange/usage_data.h"
#include "server/exchange/xml_document.h"

namespace xueshi::test {
namespace {

using namespace exchange;

constexpr std::size_t kMostBytes = 1 << 16;

std::string trouble_with_refusal(const Error& error) {
    return error.code.name().empty() || error.detail.empty() ? "refused without a word" : "";
}

bool is_finite(const std::optional<double>& number) { return !number || std::isfinite(*number); }

std::string trouble_with_statistics(const pugi::xml_node& root) {
    StatisticsByItem statistics;
    read_usage_data(root, statistics);
    for (const auto& [identifier, item] : statistics) {
        const bool is_good = is_finite(item.discrimination) && is_finite(item.difficulty) &&
                             is_finite(item.guessing) && is_finite(item.exposure);
        if (!is_good) return "a number without end";
        if (item.trouble && !trouble_with_refusal(*item.trouble).empty())
            return "no word of trouble";
    }
    return {};
}

// The item as the bank would have it, its thresholds made up.
ExchangeItem as_exchanged(const QtiItem& item) {
    ExchangeItem exchanged;
    exchanged.model = item.is_graded ? "grm" : "2pl";
    exchanged.measured.id = "id";
    exchanged.measured.domain = "d";
    const std::size_t count = item.is_graded ? item.options.size() - 1 : 1;
    for (std::size_t i = 0; i < count; ++i) {
        exchanged.measured.thresholds.push_back(static_cast<double>(i));
    }
    exchanged.text = item.text;
    exchanged.options = item.options;
    return exchanged;
}

std::string trouble_with_item(const pugi::xml_node& root) {
    const auto item = read_qti_item(root);
    if (!item) return trouble_with_refusal(item.error());
    const ExchangeItem exchanged = as_exchanged(*item);
    for (const auto& [language, text] : item->text) {
        const Outcome outcome = check_exportable(exchanged, language);
        if (!outcome) continue;  // A language that only some of its texts speak, or no name of one.
        pugi::xml_document document;
        const std::string written = write_qti_item(exchanged, "id", language);
        if (!parse_xml(written, 100 * kMostBytes, document))
            return "written so that it cannot be read";
        const auto again = read_qti_item(document.document_element());
        if (!again) return "written so that it is refused: " + again.error().detail;
        if (again->text != item->text || again->options != item->options ||
            again->is_graded != item->is_graded) {
            return "written so that it is another";
        }
    }
    return {};
}

}  // namespace

std::string trouble_with_document(std::string_view bytes) {
    pugi::xml_document document;
    const Outcome outcome = parse_xml(bytes, kMostBytes, document);
    if (!outcome) return trouble_with_refusal(outcome.error());
    const pugi::xml_node root = document.document_element();
    if (!root) return "a document without an element is taken for one";
    return local_name(root) == "usageData" ? trouble_with_statistics(root)
                                           : trouble_with_item(root);
}

}  // namespace xueshi::test
