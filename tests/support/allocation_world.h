// A teacher's hours, short in some years, and the runs of phase 1 of 2017 they may allocate; as a server would keep them.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "core/allocation/allocation_decide.h"
#include "core/allocation/allocation_preview.h"
#include "core/app/apply.h"
#include "tests/support/builders.h"

namespace xueshi::testing {

class AllocationWorld {
  public:
    // Finished hours that stay in their year.
    ledger::HourRecord& add_fixed(int year, HourCategory category, std::int64_t tenths) {
        return add("f" + std::to_string(records().size()), category, tenths, year, ledger::HourSource::External);
    }
    // A finished course of phase 1, in the phase's year until somebody allocates it.
    ledger::HourRecord& add_course(const std::string& id, std::int64_t tenths,
                                   HourCategory category = HourCategory::Professional, int year = 2017) {
        catalogue::CourseRun run = course_run("run-" + id);
        run.category = category;
        run.hours = {tenths};
        catalogue.publish(run, ++published_);
        ledger::HourRecord& record = add(id, category, tenths, year, ledger::HourSource::AllStaff);
        record.course_run_id = run.id;
        return record;
    }
    // 18 + 54 hours: a year that passes.
    void fill_year(int year) {
        add_fixed(year, HourCategory::Public, 180);
        add_fixed(year, HourCategory::Professional, 540);
    }

    const std::vector<ledger::HourRecord>& records() const { return records_; }
    ledger::HourRecord& record(const std::string& id) {
        return *std::find_if(records_.begin(), records_.end(), [&](const auto& each) { return each.id.text == id; });
    }

    allocation::AllocationContext context() const {
        return {.now = now,
                .fresh_receipt_id = ReceiptId{"R" + std::to_string(stamp_)},
                .actor_name = "林晓岚",
                .records = records_,
                .ledger = ledger,
                .catalogue = catalogue,
                .rules = book};
    }
    static std::vector<ledger::YearMove> move(const std::string& id, int year) {
        return {{HourRecordId{id}, AllocatedYear{year}}};
    }
    // Decides and, when it is not refused, does what the server does: the facts, then the records in their new years.
    Result<std::vector<ledger::LedgerFact>> allocate(const std::vector<ledger::YearMove>& moves) {
        auto facts = allocation::decide(context(), {moves});
        if (!facts) return facts;
        for (const ledger::LedgerFact& fact : *facts) tell(fact);
        records_ = allocation::records_after(records_, moves);
        return facts;
    }
    Result<std::vector<ledger::LedgerFact>> allocate(const std::string& id, int year) { return allocate(move(id, year)); }
    // The code with which a move is refused, or nothing.
    std::string refusal_of(const std::vector<ledger::YearMove>& moves) const {
        const auto facts = allocation::decide(context(), {moves});
        return facts ? std::string() : std::string(facts.error().code.name());
    }
    std::string refusal_of(const std::string& id, int year) const { return refusal_of(move(id, year)); }

    void tell(const ledger::LedgerFact& fact) {
        const Stamp stamp{++stamp_, 0, "server"};
        ledger::apply(ledger, fact, stamp);
        told.push_back({fact, stamp});
    }
    void verify_officially(int first, int last, ledger::OfficialVerification kind) {
        tell(ledger::YearsVerified{.kind = kind,
                                   .first_year = {first},
                                   .last_year = {last},
                                   .has_passed = true,
                                   .pack_id = "guangzhou-2012",
                                   .at = now});
    }
    verification::YearVerification verify(int year, verification::Verification kind) const {
        return verification::verify_year({year}, **book.annual_pack_of({year}),
                                         verification::records_to_verify(records_, catalogue, book), kind);
    }

    struct Told {
        ledger::LedgerFact fact;
        Stamp stamp;
    };

    rules::RuleBook book = codec::built_in_rules();
    catalogue::Catalogue catalogue;
    ledger::HourLedger ledger;
    std::vector<Told> told;
    Instant now = moment("2017-06-20T09:00");

  private:
    ledger::HourRecord& add(const std::string& id, HourCategory category, std::int64_t tenths, int year,
                            ledger::HourSource source) {
        records_.push_back(hour_record(id, category, {tenths}, ledger::HourState::Earned));
        records_.back().allocated_year = {year};
        records_.back().source = source;
        return records_.back();
    }

    std::vector<ledger::HourRecord> records_;
    std::uint64_t published_ = 0;
    std::int64_t stamp_ = 0;
};

}  // namespace xueshi::testing
