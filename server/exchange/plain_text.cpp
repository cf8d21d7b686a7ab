#include "server/exchange/plain_text.h"

#include <algorithm>
#include <array>

#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

constexpr std::array<std::string_view, 9> kInline = {
    "span", "em", "strong", "b", "i", "u", "small", "bdi", "bdo"};
constexpr std::array<std::string_view, 14> kBlocks = {"p",
                                                      "div",
                                                      "br",
                                                      "h1",
                                                      "h2",
                                                      "h3",
                                                      "h4",
                                                      "h5",
                                                      "h6",
                                                      "section",
                                                      "article",
                                                      "header",
                                                      "footer",
                                                      "blockquote"};

template <class Names>
bool includes(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What only markers, authors and the like read.
bool is_not_for_candidates(const pugi::xml_node& element) {
    return local_name(element) == "qti-rubric-block" &&
           attribute_of(element, "view").find("candidate") == std::string::npos;
}

class TextCollector {
  public:
    explicit TextCollector(const pugi::xml_node& interaction) : interaction_(interaction) {}

    // The depth is bounded by kMostXmlDepth.
    Outcome add_content(const pugi::xml_node& element) {
        for (const pugi::xml_node child : element.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                text_ += child.value();
            } else if (child.type() == pugi::node_element) {
                if (Outcome outcome = add_element(child); !outcome) return outcome;
            }
        }
        return Done{};
    }

    // Runs of white space as one blank.
    std::string take() const {
        std::string text;
        bool is_after_blank = true;
        for (const char c : text_) {
            const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!is_blank) text += c;
            if (is_blank && !is_after_blank) text += ' ';
            is_after_blank = is_blank;
        }
        if (text.ends_with(' ')) text.pop_back();
        return text;
    }

  private:
    Outcome add_element(const pugi::xml_node& element) {
        if (is_not_for_candidates(element)) return Done{};
        const std::string_view name = local_name(element);
        const bool is_interaction = element == interaction_;
        const bool is_block = is_interaction || includes(kBlocks, name);
        if (!is_block && !includes(kInline, name)) {
            return make_error(
                kContentUnsupported, {}, "a text cannot hold <" + std::string(name) + ">");
        }
        if (is_block) text_ += ' ';
        const pugi::xml_node content = is_interaction ? child_of(element, "qti-prompt") : element;
        if (Outcome outcome = add_content(content); !outcome) return outcome;
        if (is_block) text_ += ' ';
        return Done{};
    }

    const pugi::xml_node interaction_;
    std::string text_;
};

}  // namespace

Result<std::string> plain_text_of(const pugi::xml_node& element,
                                  const pugi::xml_node& interaction) {
    TextCollector collector(interaction);
    if (Outcome outcome = collector.add_content(element); !outcome) return outcome.error();
    return collector.take();
}

bool is_plain(std::string_view text) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    return !text.empty() && !text.starts_with(' ') && !text.ends_with(' ') &&
           text.find("  ") == std::string_view::npos &&
           text.find("\xEF\xBF\xBE") == std::string_view::npos &&
           text.find("\xEF\xBF\xBF") == std::string_view::npos &&
           std::none_of(text.begin(), text.end(), is_control);
}

}  // namespace xueshi::exchange
