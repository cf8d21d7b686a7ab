// Whether a short test recommends what the whole bank would.
#pragma once

#include <cstdint>
#include <vector>

#include "core/diagnostic/adaptive_run.h"
#include "core/diagnostic/capability_bank.h"
#include "core/diagnostic/capability_framework.h"
#include "server/admin/pure/simulated_teachers.h"

namespace xueshi::admin {

// Recommends from the run's estimate and from the same teacher's answers to every item shown to
// them: 50 hours, nothing required, a school that has all equipment, scores of the bank's level
// alone. Bank and framework must outlive it.
class ThemeAgreement {
  public:
    ThemeAgreement(const diagnostic::CapabilityBank& bank,
                   const diagnostic::CapabilityFramework& framework);

    void add(const SimulatedTeacher& teacher, const diagnostic::AdaptiveRun& run);

    // Of the themes that either recommends, the share that both do; the teachers' mean.
    double shared() const { return mean_of(shared_); }
    // Of those the whole bank recommends, the share that the test does.
    double found() const { return mean_of(found_); }

  private:
    double mean_of(double sum) const;
    diagnostic::Estimate whole_bank_estimate(const SimulatedTeacher& teacher) const;
    std::vector<bool> recommended_at(const diagnostic::Estimate& estimate) const;

    const diagnostic::CapabilityBank& bank_;
    const diagnostic::CapabilityFramework& framework_;
    // By item and response: what the response adds to the belief.
    std::vector<std::vector<std::vector<double>>> added_ = {};
    double shared_ = 0;
    double found_ = 0;
    std::int64_t teachers_ = 0;
};

}  // namespace xueshi::admin
