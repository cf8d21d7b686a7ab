#include "server/authority/shipped_questions.h"

#include <stdexcept>
#include <string>
#include <vector>

#include "core/codec/capability_shelf_json.h"
#include "server/embedded_questions.h"

namespace xueshi::authority {
namespace {

diagnostic::CapabilityShelf read_shipped_questions() {
    std::vector<std::string_view> banks;
    std::string_view framework;
    for (const EmbeddedQuestions& file : embedded_question_files()) {
        if (file.path.starts_with("frameworks/")) {
            framework = file.bytes;
        } else {
            banks.push_back(file.bytes);
        }
    }
    auto shelf = codec::read_capability_shelf(framework, banks);
    if (!shelf) throw std::logic_error("The shipped questions: " + shelf.error().subject);
    return *std::move(shelf);
}

}  // namespace

const diagnostic::CapabilityShelf& shipped_questions() {
    static const diagnostic::CapabilityShelf shelf = read_shipped_questions();
    return shelf;
}

}  // namespace xueshi::authority
