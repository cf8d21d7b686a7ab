// What the catalogue's list holds: the hits of what was typed and filtered. Found anew only when
// the question or the state has changed, so that drawing a frame costs the visible rows alone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/app/select_catalogue.h"
#include "core/catalogue/course_search.h"
#include "web/ui/text_layout.h"

namespace xueshi::views {

struct CatalogueQuestion {
    std::string typed;
    catalogue::CourseFilter filter;
    bool only_fitting = false;

    friend bool operator==(const CatalogueQuestion&, const CatalogueQuestion&) = default;
};

class CatalogueHits {
  public:
    void refresh(const app::CatalogueProjection& projection, const CatalogueQuestion& question);

    // As well as they match what was typed; with nothing typed, as well as they fit the teacher.
    std::span<const catalogue::CourseHit> hits() const { return hits_; }
    // Parts of the title to mark; valid until the next call.
    std::span<const ui::ByteRange> highlights(const catalogue::CourseRun& run);
    // True once after a refresh that answered another question: the list starts at its top again.
    bool take_changed_question();
    // Grows whenever hits, their order or their highlights may be others.
    std::uint64_t version() const { return version_; }

  private:
    void order_by_fit(const app::CatalogueProjection& projection);

    catalogue::CourseSearch search_;
    CatalogueQuestion question_;
    std::uint64_t revision_ = 0;
    std::uint64_t version_ = 0;
    PlanId edited_;  // of the draft that decides what fits
    bool is_found_ = false;
    bool has_changed_question_ = false;
    std::vector<catalogue::CourseHit> hits_;
    std::vector<ui::ByteRange> marked_;
};

}  // namespace xueshi::views
