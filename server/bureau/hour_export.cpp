#include "server/bureau/hour_export.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/verification/record_count.h"
#include "server/authority/hour_projections.h"
#include "server/authority/teacher_states.h"

namespace xueshi::bureau {
namespace {

constexpr std::string_view kTeacherFeeds = "teacher:";
constexpr std::array kNames = {"年度",   "教师编号",   "姓名",     "单位",   "公需课学时",
                               "专业课学时", "个人选修学时", "总学时", "验证结果", "验证日期"};

struct ExportRow {
    AccountId account;
    std::array<DeciHours, 3> by_category;  // as HourCategory numbers them
    std::optional<bool> has_passed;        // nothing: no official result
    Instant verified_at;
};

class HourExport {
  public:
    HourExport(store::EventStore& event_store, const rules::RuleBook& rules, AllocatedYear year)
        : store_(event_store), rules_(rules), year_(year) {}

    Result<std::size_t> run(const std::filesystem::path& folder, tables::TableWriter& writer) {
        const auto pack = rules_.annual_pack_of(year_);
        if (!pack) return pack.error();
        pack_ = *pack;
        store_.read([&](store::StoreView& view) { catalogue_ = shared_.load(view).catalogue; });
        authority::HourProjections projections(store_, folder);
        authority::for_each_part([&](std::size_t part) {
            projections.bring_up(part);
            projections.visit(part, [&](const auto& teacher) { parts_[part].push_back(row_of(teacher)); });
        });
        return write(writer);
    }

  private:
    ExportRow row_of(const authority::HourProjections::Teacher& teacher) const {
        ExportRow row;
        row.account.text = teacher.feed.substr(kTeacherFeeds.size());
        const auto records = verification::records_to_verify(teacher.hours.records, catalogue_, rules_);
        for (const auto& count : verification::count_year(year_, *pack_, verification::StandingRecords(records),
                                                          verification::Verification::Annual)) {
            row.by_category[static_cast<std::size_t>(count.category)] += count.counted;
        }
        if (const ledger::YearsVerified* result = teacher.hours.ledger.annual_result(year_)) {
            row.has_passed = result->has_passed;
            row.verified_at = result->at;
        }
        return row;
    }

    struct NamedRow {
        const ExportRow* row;
        store::AccountRecord account;
    };

    std::size_t write(tables::TableWriter& writer) {
        std::vector<NamedRow> rows;
        store_.read([&](store::StoreView& view) {
            for (const auto& part : parts_) {
                for (const ExportRow& row : part) {
                    if (auto account = view.find_account(row.account)) rows.push_back({&row, *std::move(account)});
                }
            }
        });
        std::sort(rows.begin(), rows.end(),
                  [](const NamedRow& a, const NamedRow& b) { return a.account.login < b.account.login; });
        std::vector<tables::Cell> names;
        for (const char* name : kNames) names.push_back({name});
        writer.write(names);
        for (const NamedRow& each : rows) writer.write(cells_of(each));
        return rows.size();
    }

    std::vector<tables::Cell> cells_of(const NamedRow& each) const {
        const ExportRow& row = *each.row;
        DeciHours total;
        for (const DeciHours hours : row.by_category) total += hours;
        const auto number = [](DeciHours hours) { return tables::Cell{format_hours(hours), true}; };
        const char* result = !row.has_passed ? "" : *row.has_passed ? "通过" : "不通过";
        return {{std::to_string(year_.year)},
                {each.account.login},
                {each.account.display_name},
                {each.account.unit_name},
                number(row.by_category[static_cast<std::size_t>(HourCategory::Public)]),
                number(row.by_category[static_cast<std::size_t>(HourCategory::Professional)]),
                number(row.by_category[static_cast<std::size_t>(HourCategory::Elective)]),
                number(total),
                {result},
                {row.has_passed ? format_date(date_of(row.verified_at)) : std::string()}};
    }

    store::EventStore& store_;
    const rules::RuleBook& rules_;
    const AllocatedYear year_;
    const rules::AnnualPack* pack_ = nullptr;
    authority::SharedStates shared_;
    catalogue::Catalogue catalogue_;
    std::vector<ExportRow> parts_[authority::kProjectionParts];
};

}  // namespace

Result<std::size_t> export_hours(store::EventStore& event_store, const rules::RuleBook& rules,
                                 const std::filesystem::path& projections, AllocatedYear year, tables::TableWriter& writer) {
    return HourExport(event_store, rules, year).run(projections, writer);
}

}  // namespace xueshi::bureau
