// Search over the catalogue, per key pressed: characters, full pinyin, initials and mixtures of
// them, theme codes, run ids and providers (peers.md, demand 24).
//
// The index is built once per revision of the catalogue. It keeps pointers to the catalogue's runs,
// so it is used with that catalogue only and built anew when `is_current` says no. Distinct titles
// and providers are matched once however many runs share them; buffers are kept from key to key.
//
// Order of hits: how well they answer, then title (byte order), then id. The same catalogue, text
// and filter always give the same list.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/catalogue/course_filter.h"
#include "core/catalogue/pinyin_match.h"
#include "core/catalogue/pinyin_symbols.h"

namespace xueshi::catalogue {

// Bytes [begin, end) of a title; always whole characters.
struct HighlightRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const HighlightRange&, const HighlightRange&) = default;
};

struct CourseHit {
    const CourseRun* run = nullptr;
    std::uint32_t rank = 0;                  // 0 is best; equal ranks answer equally well
    MatchKind kind = MatchKind::Characters;  // the least direct way one of the words was understood
};

using RunPredicate = std::function<bool(const CourseRun&)>;

class CourseSearch {
  public:
    CourseSearch() = default;  // finds nothing
    explicit CourseSearch(const Catalogue& catalogue);
    CourseSearch(CourseSearch&&) = default;
    CourseSearch& operator=(CourseSearch&&) = default;

    bool is_current(const Catalogue& catalogue) const;

    // The runs that pass the filter and answer every word of `typed`; all that pass when nothing is
    // typed. A typing error is forgiven only in a word that nothing in the catalogue answers
    // otherwise. `also_accepts` is asked last, and only about runs that would be hits. The list is
    // valid until the next find.
    const std::vector<CourseHit>& find(std::string_view typed,
                                       const CourseFilter& filter,
                                       const RunPredicate& also_accepts = {});

    // What to mark in a title that the last find listed: ascending, not overlapping. Empty where
    // the run was found by its theme, id or provider.
    std::vector<HighlightRange> highlights(const CourseRun& run) const;

  private:
    struct IndexedText {
        std::uint32_t begin = 0;  // in characters_
        std::uint32_t count = 0;
    };
    struct Entry {
        const CourseRun* run = nullptr;
        std::uint32_t title = 0;  // in texts_
        std::uint32_t provider = 0;
    };
    // How one word is answered, less is better.
    struct Score {
        unsigned penalty = kNone;
        MatchKind kind = MatchKind::Characters;
        static constexpr unsigned kNone = 255;
    };

    std::span<const SymbolNumber> characters_of(std::uint32_t text) const;
    void match_word(std::size_t word);
    bool is_answered(std::size_t word) const;
    Score score_codes(std::size_t word, const CourseRun& run) const;
    Score score_run(std::size_t word, const Entry& entry) const;
    void rank_hits(const CourseFilter& filter);
    const Entry* entry_of(const CourseRun& run) const;

    std::uint64_t revision_ = 0;
    bool is_built_ = false;
    SymbolTable symbols_;
    std::vector<SymbolNumber> characters_;
    std::vector<IndexedText> texts_;
    std::vector<Entry> entries_;  // by title, then id

    // Of the last find.
    std::vector<std::u32string> words_;
    std::vector<WordMatcher> matchers_;  // one for each word; they look into symbols_
    std::vector<Score> scores_;          // word by word, one for each text
    std::vector<std::uint64_t> order_;   // rank << 48 | length of title << 32 | place in entries_
    std::vector<CourseHit> hits_;
};

}  // namespace xueshi::catalogue
