#include "web/views/catalogue_hits.h"

#include <utility>

namespace xueshi::views {

void CatalogueHits::refresh(const app::CatalogueProjection& projection, const CatalogueQuestion& question) {
    const bool is_indexed = search_.is_current(*projection.catalogue);
    const bool is_same_question = is_found_ && question == question_;
    const bool is_same_state = revision_ == projection.revision && edited_ == projection.edited;
    if (is_indexed && is_same_question && is_same_state) return;
    if (!is_indexed) search_ = catalogue::CourseSearch(*projection.catalogue);

    catalogue::RunPredicate fits;
    if (question.only_fitting) {
        fits = [&projection](const catalogue::CourseRun& run) {
            const app::RunFit fit = projection.fit.of(run);
            return fit == app::RunFit::Fits || fit == app::RunFit::InPlan;
        };
    }
    hits_ = search_.find(question.typed, question.filter, fits);
    has_changed_question_ = has_changed_question_ || (is_found_ && !is_same_question);
    question_ = question;
    revision_ = projection.revision;
    edited_ = projection.edited;
    is_found_ = true;
}

std::span<const ui::ByteRange> CatalogueHits::highlights(const catalogue::CourseRun& run) {
    marked_.clear();
    if (question_.typed.empty()) return {};
    for (const catalogue::HighlightRange& range : search_.highlights(run)) {
        marked_.push_back({range.begin, range.end});
    }
    return marked_;
}

bool CatalogueHits::take_changed_question() { return std::exchange(has_changed_question_, false); }

}  // namespace xueshi::views
