// The exclusions the search knows of: groups, and moments at which several offerings are running.
//
// Clashes are few where it matters, so the search starts without any and learns those that a
// relaxed optimum breaks. Two offerings clash exactly when both run at the later of two starts, so
// moments say everything that pairs could.
#pragma once

#include <vector>

#include "core/plan/relaxation.h"

namespace xueshi::plan {

struct Exclusion {
    std::int32_t group = kNone;  // kNone: all that run at the moment
    LocalMinute moment;
};

class ExclusionBook {
  public:
    ExclusionBook(const OfferingTable& table, const SearchModel& model)
        : table_(table), model_(model) {}
    // What the other book knows and still matters to this model's items.
    ExclusionBook(const ExclusionBook& other, const SearchModel& model);
    // Begins with all of these, in their order. `known` is what another book made of them; where
    // that one's model had as many items they are taken to be the same ones.
    ExclusionBook(const OfferingTable& table,
                  const SearchModel& model,
                  const std::vector<Exclusion>& exclusions,
                  const KnownExclusions& known);
    ExclusionBook(const ExclusionBook&) = delete;
    ExclusionBook& operator=(const ExclusionBook&) = delete;

    // Makes known what these rows break; false when they break nothing.
    bool learn(const std::vector<Row>& rows);
    const KnownExclusions& known() const { return known_; }
    const std::vector<Exclusion>& all() const { return exclusions_; }

  private:
    void add(const Exclusion& added);
    bool is_member(const Exclusion& exclusion, Row row) const;

    const OfferingTable& table_;
    const SearchModel& model_;
    std::vector<Exclusion> exclusions_;
    KnownExclusions known_;
};

}  // namespace xueshi::plan
