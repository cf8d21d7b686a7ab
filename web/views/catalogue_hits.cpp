#include "web/views/catalogue_hits.h"

#include <algorithm>
#include <utility>

#include "core/plan/fit.h"
#include "core/plan/planning_problem.h"

namespace xueshi::views {

void CatalogueHits::refresh(const app::CatalogueProjection& projection,
                            const CatalogueQuestion& question) {
    const bool is_indexed = search_.is_current(*projection.catalogue);
    const bool is_same_question = is_found_ && question == question_;
    const bool is_same_state = revision_ == projection.revision && edited_ == projection.edited;
    if (is_indexed && is_same_question && is_same_state) return;
    ++version_;
    if (!is_indexed) search_ = catalogue::CourseSearch(*projection.catalogue);

    catalogue::RunPredicate fits;
    if (question.only_fitting) {
        fits = [&projection](const catalogue::CourseRun& run) {
            const app::RunFit fit = projection.fit.of(run);
            return fit == app::RunFit::Fits || fit == app::RunFit::InPlan;
        };
    }
    hits_ = search_.find(question.typed, question.filter, fits);
    if (question.typed.empty()) order_by_fit(projection);
    has_changed_question_ = has_changed_question_ || (is_found_ && !is_same_question);
    question_ = question;
    revision_ = projection.revision;
    edited_ = projection.edited;
    is_found_ = true;
}

// Hits of equal fit stay in the search's order: by title.
void CatalogueHits::order_by_fit(const app::CatalogueProjection& projection) {
    std::vector<std::uint64_t> order;  // unfitness, and the place in the lower half
    order.reserve(hits_.size());
    for (const catalogue::CourseHit& hit : hits_) {
        const std::int64_t fit = plan::fit_of(*hit.run, projection.own_stage, projection.own_subject);
        order.push_back(static_cast<std::uint64_t>(plan::kLargestFit - fit) << 32 | order.size());
    }
    std::sort(order.begin(), order.end());
    std::vector<catalogue::CourseHit> sorted;
    sorted.reserve(hits_.size());
    for (const std::uint64_t entry : order) sorted.push_back(hits_[entry & 0xFFFFFFFF]);
    hits_ = std::move(sorted);
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
