#include "core/enrolment/promotion.h"

namespace xueshi::enrolment {

std::vector<RosterFact> promotions(const RosterContext& context,
                                   const QuotaRow& row,
                                   PlacesBySchool held,
                                   const std::vector<Waiting>& waiting) {
    std::vector<RosterFact> facts;
    const ApprovalChain& chain = context.project.chain;
    if (!is_before_end_of(chain.final_by(), context.now)) return facts;
    const bool is_final = chain.place_step == chain.final_step();
    for (const Waiting& next : waiting) {
        if (!has_place_for(row, held, next.school_id)) continue;
        ++held[next.school_id];
        facts.push_back(EnrolmentMoved{.enrolment_id = next.enrolment_id,
                                       .project_id = context.project.id,
                                       .move = EnrolmentMove::Promoted,
                                       .step = chain.place_step,
                                       .state = is_final ? EnrolmentState::Final : EnrolmentState::InReview,
                                       .place = PlaceState::Held,
                                       .by = {},
                                       .reason = {},
                                       .receipt_id = context.fresh_receipt_id,
                                       .at = context.now});
    }
    return facts;
}

std::vector<RosterFact> promotions_after(const RosterContext& context, const Enrolment& leaving) {
    if (leaving.place() != PlaceState::Held) return {};
    const UnitId& unit = leaving.applicant().quota_unit_id;
    const QuotaRow* row = find_row(context.roster.quota.value, unit);
    if (row == nullptr) return {};
    PlacesBySchool held = places_held(context.roster, unit);
    --held[leaving.applicant().school_id];
    return promotions(context, *row, std::move(held), waiting_list(context.roster, unit));
}

}  // namespace xueshi::enrolment
