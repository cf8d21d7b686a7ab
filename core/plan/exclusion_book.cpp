#include "core/plan/exclusion_book.h"

#include <algorithm>

namespace xueshi::plan {

ExclusionBook::ExclusionBook(const ExclusionBook& other, const SearchModel& model)
    : table_(other.table_), model_(model) {
    for (const Exclusion& exclusion : other.exclusions_) {
        const auto members =
            std::count_if(model.items.begin(), model.items.end(), [&](const SearchItem& item) {
                return is_member(exclusion, item.row);
            });
        if (members > 1) add(exclusion);
    }
}

ExclusionBook::ExclusionBook(const OfferingTable& table,
                             const SearchModel& model,
                             const std::vector<Exclusion>& exclusions,
                             const KnownExclusions& known)
    : table_(table), model_(model) {
    if (known.members.size() == model.items.size() * known.words) {
        exclusions_ = exclusions;
        known_ = known;
        return;
    }
    for (const Exclusion& exclusion : exclusions) add(exclusion);
}

bool ExclusionBook::is_member(const Exclusion& exclusion, Row row) const {
    if (exclusion.group != kNone) return table_.at(row).group == exclusion.group;
    return is_running_at(table_, row, exclusion.moment);
}

bool ExclusionBook::learn(const std::vector<Row>& rows) {
    bool found = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int32_t group = table_.at(rows[i]).group;
        if (table_.at(rows[i]).is_free()) continue;
        for (std::size_t j = 0; j < i; ++j) {
            if (group != kNone && group == table_.at(rows[j]).group) {
                add({group, {}});
                found = true;
            } else if (const auto moment = common_moment(table_, rows[i], rows[j])) {
                add({kNone, *moment});
                found = true;
            }
        }
    }
    return found;
}

void ExclusionBook::add(const Exclusion& added) {
    for (const Exclusion& exclusion : exclusions_) {
        if (exclusion.group == added.group && exclusion.moment == added.moment) return;
    }
    const std::size_t r = exclusions_.size();
    exclusions_.push_back(added);
    known_.count = exclusions_.size();
    const std::size_t words = (known_.count + 63) / 64;
    if (words != known_.words) {
        std::vector<std::uint64_t> wider(model_.items.size() * words, 0);
        for (std::size_t i = 0; i < model_.items.size(); ++i) {
            std::copy_n(known_.mask(i), known_.words, wider.data() + i * words);
        }
        known_.words = words;
        known_.members = std::move(wider);
    }
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
        if (is_member(added, model_.items[i].row))
            known_.members[i * words + r / 64] |= std::uint64_t{1} << (r % 64);
    }
}

}  // namespace xueshi::plan
