#include "server/authority/year_verification.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "core/app/state.h"
#include "core/codec/ledger_json.h"
#include "core/verification/official_verification.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/hour_projections.h"
#include "server/authority/hour_recording.h"
#include "server/authority/teacher_states.h"

namespace xueshi::authority {
namespace {

using verification::OfficialContext;
using verification::YearVerification;

constexpr std::size_t kTeachersPerCommit = 1'000;
constexpr std::string_view kServerNode = "server";

class Stopwatch {
  public:
    std::int64_t milliseconds() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun_).count();
    }

  private:
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begun_ = Clock::now();
};

// What is to be appended to one teacher's feed.
struct Pending {
    std::string feed;
    std::uint64_t head = 0;  // what was decided on
    std::vector<ledger::LedgerFact> facts;
    std::vector<ledger::HourRecord> records;
    ledger::HourLedger ledger;
    Stamp last;  // of everything they may replace
};

Stamp last_stamp(const ProjectedHours& hours) {
    Stamp last;
    for (const Stamp& stamp : hours.stamps) last = std::max(last, stamp);
    for (const auto& [span, results] : hours.ledger.results) {
        if (!results.empty()) last = std::max(last, results.rbegin()->first);
    }
    return last;
}

// Most of a verified year's records are so already, which is soon seen.
bool may_be_newly_verified(const ProjectedHours& hours, AllocatedYear year) {
    return std::any_of(hours.records.begin(), hours.records.end(), [year](const ledger::HourRecord& record) {
        return record.allocated_year == year && record.state == ledger::HourState::Earned;
    });
}

void add(CityResult& sum, const YearVerification& year) {
    ++sum.teachers;
    if (year.result() == verification::VerificationResult::Pass) ++sum.passed;
    for (const auto& requirement : year.requirements) {
        if (requirement.missing().tenths > 0) ++sum.missing[requirement.requirement_id];
    }
    for (const auto& each : year.not_counted) {
        NotCountedSum& of_reason = sum.not_counted[each.reason];
        ++of_reason.records;
        of_reason.hours += each.hours;
    }
}

void add(CityResult& sum, const CityResult& part) {
    sum.teachers += part.teachers;
    sum.passed += part.passed;
    sum.recorded += part.recorded;
    sum.verified_records += part.verified_records;
    for (const auto& [requirement, teachers] : part.missing) sum.missing[requirement] += teachers;
    for (const auto& [reason, of_reason] : part.not_counted) {
        sum.not_counted[reason].records += of_reason.records;
        sum.not_counted[reason].hours += of_reason.hours;
    }
}

class CityRun {
  public:
    CityRun(store::EventStore& event_store, const rules::RuleBook& rules, const CityVerificationOptions& options)
        : store_(event_store), rules_(rules), options_(options), projections_(event_store, options.projections) {
        event_store.read([&](store::StoreView& view) { catalogue_ = shared_.load(view).catalogue; });
    }

    Result<CityResult> run() {
        std::atomic<std::int64_t> projected = 0;
        for_each_part([&](std::size_t part) { projected += static_cast<std::int64_t>(projections_.bring_up(part)); });
        sum_.projected = projected;
        sum_.projecting_ms = projecting_.milliseconds();

        const Stopwatch verifying;
        for_each_part([&](std::size_t part) { verify(part); });
        sum_.verifying_ms = verifying.milliseconds() - sum_.recording_ms;
        if (refusal_) return *refusal_;
        return sum_;
    }

  private:
    void verify(std::size_t part) {
        CityResult of_part;
        std::vector<Pending> pending;
        projections_.visit(part, [&](const HourProjections::Teacher& teacher) {
            const OfficialContext context{options_.now, teacher.hours.records, teacher.hours.ledger, catalogue_, rules_};
            auto explained = verification::explain_annually(context, options_.year);
            if (!explained) return refuse(explained.error());
            add(of_part, explained->verification);
            std::vector<ledger::HourRecord> records;
            if (may_be_newly_verified(teacher.hours, options_.year)) {
                records = verification::newly_verified(context, options_.year);
            }
            if (explained->facts.empty() && records.empty()) return;
            of_part.recorded += static_cast<std::int64_t>(explained->facts.size());
            of_part.verified_records += static_cast<std::int64_t>(records.size());
            if (options_.is_rehearsal) return;
            pending.push_back({teacher.feed, teacher.head, std::move(explained->facts), std::move(records),
                               teacher.hours.ledger, last_stamp(teacher.hours)});
            if (pending.size() == kTeachersPerCommit) record(pending);
        });
        record(pending);
        const std::lock_guard lock(mutex_);
        add(sum_, of_part);
    }

    // One commit, all of it or none.
    void record(std::vector<Pending>& pending) {
        if (pending.empty()) return;
        const std::lock_guard lock(mutex_);
        const Stopwatch recording;
        const Outcome kept = store_.write([&](store::Transaction& transaction) -> Outcome {
            for (const Pending& each : pending) append(transaction, each);
            transaction.note_domain_time(options_.now.utc_ms);
            return Done{};
        });
        sum_.recording_ms += recording.milliseconds();
        if (!kept && !refusal_) refusal_ = kept.error();
        pending.clear();
    }

    void append(store::Transaction& transaction, const Pending& pending) {
        if (transaction.feed_head(pending.feed) != pending.head) {
            throw store::StoreFailure("Somebody else writes to " + pending.feed);
        }
        Stamp stamp = pending.last;
        const auto next = [&]() -> const Stamp& { return stamp = next_stamp(stamp, options_.now.utc_ms, kServerNode); };
        for (const ledger::LedgerFact& fact : pending.facts) {
            transaction.append(pending.feed, envelope_of(codec::encode_ledger_event(fact), next()));
        }
        for (const ledger::HourRecord& record : pending.records) {
            record_hours(transaction, next(), pending.feed, pending.ledger, record);
        }
    }

    void refuse(const Error& error) {
        const std::lock_guard lock(mutex_);
        if (!refusal_) refusal_ = error;
    }

    const Stopwatch projecting_;  // begun before the heads are looked at
    store::EventStore& store_;
    const rules::RuleBook& rules_;
    const CityVerificationOptions& options_;
    HourProjections projections_;
    SharedStates shared_;
    catalogue::Catalogue catalogue_;

    std::mutex mutex_;  // of what follows, and one commit at a time
    CityResult sum_;
    std::optional<Error> refusal_;
};

}  // namespace

Result<CityResult> verify_city_year(store::EventStore& event_store, const rules::RuleBook& rules,
                                    const CityVerificationOptions& options) {
    // Before anything is read: whether the year is due does not depend on anybody's hours.
    const std::vector<ledger::HourRecord> no_records;
    const ledger::HourLedger no_ledger;
    const catalogue::Catalogue no_catalogue;
    const OfficialContext nobody{options.now, no_records, no_ledger, no_catalogue, rules};
    if (const auto due = verification::explain_annually(nobody, options.year); !due) return due.error();
    return CityRun(event_store, rules, options).run();
}

}  // namespace xueshi::authority
