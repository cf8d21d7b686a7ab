#include "server/authority/year_comparison.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>

#include "server/authority/hour_projections.h"
#include "server/authority/teacher_states.h"

namespace xueshi::authority {
namespace {

using verification::VerificationResult;

void add(CityComparison& sum, CityComparison part) {
    sum.teachers += part.teachers;
    sum.passed += part.passed;
    sum.passed_then += part.passed_then;
    std::move(part.changed.begin(), part.changed.end(), std::back_inserter(sum.changed));
}

std::int64_t one_if_passed(const verification::YearVerification& year) {
    return year.result() == VerificationResult::Pass ? 1 : 0;
}

}  // namespace

CityComparison compare_city_year(store::EventStore& event_store, const rules::RuleBook& rules,
                                 const std::filesystem::path& projections, AllocatedYear year,
                                 const rules::AnnualPack& draft) {
    const rules::AnnualPack& pack = **rules.annual_pack_of(year);
    SharedStates shared;
    const catalogue::Catalogue* catalogue = nullptr;
    event_store.read([&](store::StoreView& view) { catalogue = &shared.load(view).catalogue; });
    HourProjections hours(event_store, projections);
    CityComparison sum;
    std::mutex mutex;
    for_each_part([&](std::size_t part) {
        hours.bring_up(part);
        CityComparison of_part;
        hours.visit(part, [&](const HourProjections::Teacher& teacher) {
            const auto joined = verification::records_to_verify(teacher.hours.records, *catalogue, rules);
            const verification::StandingRecords standing(joined);
            auto now = verification::verify_year(year, pack, standing);
            auto then = verification::verify_year(year, draft, standing);
            ++of_part.teachers;
            of_part.passed += one_if_passed(now);
            of_part.passed_then += one_if_passed(then);
            if (now.result() == then.result()) return;
            of_part.changed.push_back({teacher.feed.substr(teacher.feed.find(':') + 1), std::move(now), std::move(then)});
        });
        const std::lock_guard lock(mutex);
        add(sum, std::move(of_part));
    });
    std::sort(sum.changed.begin(), sum.changed.end(),
              [](const ChangedResult& a, const ChangedResult& b) { return a.teacher_id < b.teacher_id; });
    return sum;
}

}  // namespace xueshi::authority
