#include "core/catalogue/course_search.h"

#include <algorithm>
#include <map>

#include "core/base/sorting.h"
#include "core/catalogue/text_fold.h"

namespace xueshi::catalogue {
namespace {

// Penalties of one word, less is better. A title that begins with the word comes before one that
// merely holds it; what a course is called counts more than who gives it.
constexpr unsigned kNotAtStart = 1;
constexpr unsigned kPerKind = 2;
constexpr unsigned kForBeginningOfCode = 5;  // T1 when T11 is there too; the first part of an id
constexpr unsigned kForProvider = 8;
constexpr std::size_t kMinCodeLength = 2;

enum class CodeMatch { None, Beginning, Whole };

// Theme codes and ids have a digit in what is typed of them; other words need not be compared with
// them.
bool may_be_code(std::u32string_view word) {
    return word.size() >= kMinCodeLength && std::any_of(word.begin(), word.end(), is_ascii_digit);
}

// Compares a folded word with an ASCII code whose case and punctuation do not matter.
CodeMatch match_code(std::string_view code, std::u32string_view word) {
    std::size_t matched = 0;
    for (const char held : code) {
        const bool is_upper = held >= 'A' && held <= 'Z';
        const auto folded = static_cast<char32_t>(is_upper ? held - 'A' + 'a' : held);
        if (!is_ascii_letter(folded) && !is_ascii_digit(folded)) continue;
        if (matched == word.size()) return CodeMatch::Beginning;
        if (word[matched] != folded) return CodeMatch::None;
        ++matched;
    }
    return matched == word.size() ? CodeMatch::Whole : CodeMatch::None;
}

bool is_before(const CourseRun& a, const CourseRun& b) {
    return a.title != b.title ? a.title < b.title : a.id < b.id;
}

}  // namespace

CourseSearch::CourseSearch(const Catalogue& catalogue)
    : revision_(catalogue.revision()), is_built_(true) {
    std::map<std::string_view, std::uint32_t> known;
    const auto text_of = [&](std::string_view text) {
        const auto next = static_cast<std::uint32_t>(texts_.size());
        const auto [place, is_new] = known.try_emplace(text, next);
        if (is_new) {
            const std::vector<SymbolNumber> numbers = symbols_.numbers_of(text, catalogue);
            texts_.push_back({.begin = static_cast<std::uint32_t>(characters_.size()),
                              .count = static_cast<std::uint32_t>(numbers.size())});
            characters_.insert(characters_.end(), numbers.begin(), numbers.end());
        }
        return place->second;
    };
    entries_.reserve(catalogue.runs().size());
    for (const CourseRun* run : catalogue.runs()) {
        entries_.push_back(
            {.run = run, .title = text_of(run->title), .provider = text_of(run->provider)});
    }
    sort_values(entries_, [](const Entry& a, const Entry& b) {
        return is_before(*a.run, *b.run);
    });
}

bool CourseSearch::is_current(const Catalogue& catalogue) const {
    return is_built_ && revision_ == catalogue.revision();
}

const std::vector<CourseHit>& CourseSearch::find(std::string_view typed,
                                                 const CourseFilter& filter,
                                                 const RunPredicate& also_accepts) {
    words_ = fold_words(typed);
    matchers_.clear();
    scores_.assign(words_.size() * texts_.size(), Score{});
    for (std::size_t word = 0; word < words_.size(); ++word) match_word(word);
    rank_hits(filter);

    hits_.clear();
    for (const std::uint64_t each : order_) {
        const Entry& entry = entries_[each & 0xFFFFFFFFu];
        if (also_accepts && !also_accepts(*entry.run)) continue;
        MatchKind kind = MatchKind::Characters;
        for (std::size_t word = 0; word < words_.size(); ++word) {
            kind = std::max(kind, score_run(word, entry).kind);
        }
        hits_.push_back(
            {.run = entry.run, .rank = static_cast<std::uint32_t>(each >> 48), .kind = kind});
    }
    return hits_;
}

void CourseSearch::match_word(std::size_t word) {
    WordMatcher& matcher = matchers_.emplace_back(words_[word], symbols_.view());
    const auto score_texts = [&](const auto& match_text) {
        for (std::uint32_t text = 0; text < texts_.size(); ++text) {
            const std::optional<MatchSpan> match = match_text(characters_of(text));
            if (!match) continue;
            const unsigned penalty = static_cast<unsigned>(match->kind) * kPerKind +
                                     (match->begin == 0 ? 0u : kNotAtStart);
            scores_[word * texts_.size() + text] = {.penalty = penalty, .kind = match->kind};
        }
    };
    score_texts([&](auto characters) { return matcher.best_match(characters); });
    if (!matcher.may_be_misspelt() || is_answered(word)) return;
    matcher.allow_one_error();
    score_texts([&](auto characters) { return matcher.misspelt_match(characters); });
}

bool CourseSearch::is_answered(std::size_t word) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return score_run(word, entry).penalty != Score::kNone;
    });
}

CourseSearch::Score CourseSearch::score_codes(std::size_t word, const CourseRun& run) const {
    if (!may_be_code(words_[word])) return {};
    CodeMatch best = CodeMatch::None;
    for (const std::string_view code : {std::string_view(run.theme),
                                        std::string_view(run.id.text),
                                        std::string_view(run.course_id.text)}) {
        best = std::max(best, match_code(code, words_[word]));
    }
    if (best == CodeMatch::None) return {};
    return {.penalty = best == CodeMatch::Whole ? 0u : kForBeginningOfCode,
            .kind = MatchKind::Characters};
}

CourseSearch::Score CourseSearch::score_run(std::size_t word, const Entry& entry) const {
    const Score* of_word = &scores_[word * texts_.size()];
    Score best = of_word[entry.title];
    const auto offer = [&best](const Score& other, unsigned extra_penalty) {
        if (other.penalty == Score::kNone || other.penalty + extra_penalty >= best.penalty) return;
        best = {.penalty = other.penalty + extra_penalty, .kind = other.kind};
    };
    offer(of_word[entry.provider], kForProvider);
    offer(score_codes(word, *entry.run), 0);
    return best;
}

void CourseSearch::rank_hits(const CourseFilter& filter) {
    order_.clear();
    const bool is_filtered = filter.active_count() > 0;
    for (std::size_t place = 0; place < entries_.size(); ++place) {
        if (is_filtered && !filter.accepts(*entries_[place].run)) continue;
        std::uint64_t rank = 0;
        bool answers_all = true;
        for (std::size_t word = 0; word < words_.size() && answers_all; ++word) {
            const Score score = score_run(word, entries_[place]);
            answers_all = score.penalty != Score::kNone;
            rank += score.penalty;
        }
        if (!answers_all) continue;
        const std::uint64_t length = words_.empty() ? 0 : texts_[entries_[place].title].count;
        order_.push_back(rank << 48 | std::min<std::uint64_t>(length, 0xFFFF) << 32 | place);
    }
    std::sort(order_.begin(), order_.end());
}

std::vector<HighlightRange> CourseSearch::highlights(const CourseRun& run) const {
    const Entry* entry = entry_of(run);
    if (entry == nullptr || words_.empty()) return {};
    const std::span<const SymbolNumber> characters = characters_of(entry->title);
    std::vector<bool> is_marked(characters.size());
    const auto mark = [&](const MatchSpan& match) {
        std::fill(is_marked.begin() + static_cast<std::ptrdiff_t>(match.begin),
                  is_marked.begin() + static_cast<std::ptrdiff_t>(match.end),
                  true);
    };
    for (std::size_t word = 0; word < words_.size(); ++word) {
        const Score& score = scores_[word * texts_.size() + entry->title];
        if (score.penalty == Score::kNone) continue;
        if (score.kind == MatchKind::Misspelt) {
            mark(*matchers_[word].misspelt_match(characters));
            continue;
        }
        std::size_t from = 0;
        while (const auto match = matchers_[word].next_match(characters, from, score.kind)) {
            mark(*match);
            from = match->end;
        }
    }

    // Marked neighbours become one range, with the punctuation between them.
    const std::vector<FoldedCharacter> places = fold_text(run.title);
    std::vector<HighlightRange> ranges;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!is_marked[i]) continue;
        const bool continues = i > 0 && is_marked[i - 1];
        if (continues) {
            ranges.back().end = places[i].end;
        } else {
            ranges.push_back({.begin = places[i].begin, .end = places[i].end});
        }
    }
    return ranges;
}

const CourseSearch::Entry* CourseSearch::entry_of(const CourseRun& run) const {
    const auto found = std::lower_bound(
        entries_.begin(), entries_.end(), run, [](const Entry& entry, const CourseRun& wanted) {
            return is_before(*entry.run, wanted);
        });
    return found != entries_.end() && found->run->id == run.id ? &*found : nullptr;
}

std::span<const SymbolNumber> CourseSearch::characters_of(std::uint32_t text) const {
    return std::span(characters_).subspan(texts_[text].begin, texts_[text].count);
}

}  // namespace xueshi::catalogue
