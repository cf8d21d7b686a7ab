#include "core/plan/label_search.h"

#include <algorithm>
#include <numeric>

namespace xueshi::plan {
namespace {

constexpr std::size_t kPlansToLearnFrom = 24;
constexpr std::size_t kFirstSharpening =
    48;  // labels in a layer before its relaxation is worth solving
constexpr std::size_t kMostPoorSharpenings = 2;

std::vector<std::uint8_t> limits_that_matter(const SearchModel& model) {
    std::vector<std::uint8_t> matter;
    for (const SearchLimit& limit : model.limits) matter.push_back(limit.follows_cost ? 0 : 1);
    return matter;
}

class LabelSearch {
  public:
    LabelSearch(const SearchTask& task, const SearchEffort& effort, std::int64_t& nodes)
        : rules_(task),
          effort_(effort),
          nodes_(nodes),
          layer_(rules_.shape(), limits_that_matter(task.model)),
          scratch_(rules_.shape().stride(), 0) {}

    LabelOutcome run() {
        const std::int64_t last_node =
            effort_.most_nodes == 0 ? kNoCeiling : nodes_ + effort_.most_nodes;
        LabelOutcome outcome;
        if (rules_.start(scratch_.data())) layer_.append(scratch_.data());
        const std::size_t count = rules_.model().items.size();
        for (std::size_t k = 0; k < count && layer_.size() > 0; ++k) {
            decide(k);
            if (nodes_ > last_node) return {{}, false};
            if (effort_.widest_layer != 0) {
                if (layer_.size() > effort_.widest_layer) {
                    narrow(k + 1);
                    outcome.is_proof = false;
                }
            } else if (layer_.size() > sharpen_above_) {
                sharpen(k + 1);
            }
        }
        outcome.plans = finish();
        return outcome;
    }

  private:
    [[gnu::noinline]] void decide(std::size_t k) {
        const std::size_t stride = rules_.shape().stride();
        taken_.clear();
        for (std::size_t i = 0; i < layer_.size(); ++i) {
            const std::int64_t* from = layer_.at(i);
            if (!rules_.take(k, from, scratch_.data())) continue;
            ++nodes_;
            scratch_[LabelShape::kNode] =
                choices_.add(from[LabelShape::kNode], rules_.model().items[k].row);
            taken_.insert(taken_.end(), scratch_.begin(), scratch_.end());
        }
        bool keys_changed = false;
        for (std::size_t i = 0; i < layer_.size(); ++i) {
            if (!rules_.skip(k, layer_.at(i), keys_changed)) LabelLayer::kill(layer_.at(i));
        }
        layer_.drop_dead();
        if (keys_changed) {
            LabelLayer old = layer_;
            layer_.clear();
            layer_.index();
            for (std::size_t i = 0; i < old.size(); ++i)
                layer_.add_undominated(old.at(i), choices_);
            layer_.drop_dead();
        }
        if (taken_.empty()) return;
        layer_.index();
        for (std::size_t at = 0; at < taken_.size(); at += stride) {
            layer_.add_undominated(taken_.data() + at, choices_);
        }
        layer_.drop_dead();
    }

    [[gnu::noinline]] void sharpen(std::size_t from) {
        const std::size_t before = layer_.size();
        const std::size_t pick = (sharpenings_++ % 2 == 0) ? most_promising(from) : before / 2;
        ++nodes_;
        const std::size_t slot = rules_.sharpen(from, layer_.at(pick));
        if (slot < LabelRules::kMostBounds) {
            for (std::size_t i = 0; i < layer_.size(); ++i) {
                if (!rules_.value_bound(slot, from, layer_.at(i))) LabelLayer::kill(layer_.at(i));
            }
            layer_.drop_dead();
        }
        const bool is_poor = layer_.size() * 10 > before * 9;
        poor_ = is_poor ? poor_ + 1 : 0;
        if (poor_ >= kMostPoorSharpenings) {
            sharpen_above_ = std::max(sharpen_above_, before) * 2;
            poor_ = 0;
        }
    }

    [[gnu::noinline]] std::size_t most_promising(std::size_t from) {
        std::size_t best = 0;
        double most = rules_.slack_of(from, layer_.at(0));
        for (std::size_t i = 1; i < layer_.size(); ++i) {
            const double slack = rules_.slack_of(from, layer_.at(i));
            if (slack <= most) continue;
            most = slack;
            best = i;
        }
        return best;
    }

    [[gnu::noinline]] void narrow(std::size_t from) {
        std::vector<double> slack(layer_.size());
        for (std::size_t i = 0; i < layer_.size(); ++i)
            slack[i] = rules_.slack_of(from, layer_.at(i));
        std::vector<std::size_t> order(layer_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto middle = order.begin() + static_cast<std::ptrdiff_t>(effort_.widest_layer);
        std::nth_element(
            order.begin(), middle, order.end(), [&slack](std::size_t a, std::size_t b) {
                return slack[a] != slack[b] ? slack[a] > slack[b] : a < b;
            });
        std::for_each(
            middle, order.end(), [this](std::size_t i) { LabelLayer::kill(layer_.at(i)); });
        layer_.drop_dead();
    }

    [[gnu::noinline]] std::vector<FinishedPlan> finish() {
        struct Final {
            std::int64_t cost;
            std::int64_t node;
        };
        std::vector<Final> finals;
        for (std::size_t i = 0; i < layer_.size(); ++i) {
            std::int64_t cost = 0;
            if (rules_.is_finished(layer_.at(i), cost)) {
                finals.push_back({cost, layer_.at(i)[LabelShape::kNode]});
            }
        }
        const auto better = [this](const Final& a, const Final& b) {
            if (a.cost != b.cost) return a.cost < b.cost;
            return a.node != b.node && choices_.is_before(a.node, b.node);
        };
        const std::size_t kept = std::min(kPlansToLearnFrom, finals.size());
        std::partial_sort(finals.begin(),
                          finals.begin() + static_cast<std::ptrdiff_t>(kept),
                          finals.end(),
                          better);
        std::vector<FinishedPlan> plans;
        for (std::size_t i = 0; i < kept; ++i) {
            plans.push_back({finals[i].cost, choices_.rows_of(finals[i].node)});
        }
        return plans;
    }

    LabelRules rules_;
    SearchEffort effort_;
    std::int64_t& nodes_;
    LabelLayer layer_;
    ChoiceForest choices_;
    std::vector<std::int64_t> scratch_;
    std::vector<std::int64_t> taken_;
    std::size_t sharpen_above_ = kFirstSharpening;
    std::size_t sharpenings_ = 0;
    std::size_t poor_ = 0;
};

}  // namespace

LabelOutcome search_labels(const SearchTask& task,
                           const SearchEffort& effort,
                           std::int64_t& nodes) {
    return LabelSearch(task, effort, nodes).run();
}

}  // namespace xueshi::plan
