#include "server/bureau/result_import.h"

#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/codec/ledger_json.h"
#include "core/enrolment/roster_decide.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/hour_projections.h"
#include "server/authority/server_stamps.h"
#include "server/bureau/table_columns.h"

namespace xueshi::bureau {
namespace {

enum Column : std::size_t { kNumber, kYear, kResult, kDay };
constexpr std::array<ColumnSpec, 4> kColumns = {
    ColumnSpec{"教师编号", "编号"}, ColumnSpec{"年度", "年份"}, ColumnSpec{"验证结果", "结果"}, ColumnSpec{"验证日期", "日期"}};
constexpr std::string_view kPassed = "通过";
constexpr std::string_view kFailed = "不通过";

struct ResultRow {
    std::size_t line = 0;
    std::string number;
    ledger::YearsVerified result;
    bool is_standing = false;
};

class ResultImport {
  public:
    ResultImport(store::EventStore& event_store, const rules::RuleBook& rules, const ImportOptions& options)
        : store_(event_store), rules_(rules), options_(options) {}

    Result<ImportReport> run(std::string_view bytes, const std::filesystem::path& projections) {
        source_.bytes = bytes;
        const Outcome read = read_columns(bytes, kColumns, [&](RowReader& row, std::size_t line) { take(row, line); });
        if (!read) return read.error();
        find_teachers();
        compare(projections);
        source_.record = [&](store::Transaction& transaction, const ImportId& id, std::size_t i) {
            return record(transaction, id, i);
        };
        return run_import(store_, source_, options_);
    }

  private:
    void take(RowReader& row, std::size_t line) {
        ++source_.rows;
        ResultRow read;
        read.line = line;
        read.number = row.text(kNumber);
        const AllocatedYear year = row.year(kYear);
        const std::string result = row.text(kResult);
        if (result != kPassed && result != kFailed) row.complain(kResult, kCellUnreadable);
        const CivilDate day = row.day(kDay);
        if (day > date_of(options_.now) || day.year() < year.year) row.complain(kDay, kDayImpossible);
        const auto pack = rules_.annual_pack_of(year);
        if (!pack) row.complain(kYear, pack.error().code);
        if (!row.error() && !seen_.emplace(read.number, year.year).second) row.complain(kNumber, kRowRepeated);
        if (row.error()) {
            source_.errors.push_back(*row.error());
            return;
        }
        read.result = {.kind = ledger::OfficialVerification::Annual,
                       .first_year = year,
                       .last_year = year,
                       .has_passed = result == kPassed,
                       .pack_id = (*pack)->id,
                       .at = start_of(day),
                       .import_id = {}};
        rows_.push_back(std::move(read));
    }

    void find_teachers() {
        std::vector<ResultRow> known;
        store_.read([&](store::StoreView& view) {
            for (ResultRow& row : rows_) {
                const auto account = view.find_account_by_login(row.number);
                if (!account) {
                    refuse(row);
                    continue;
                }
                rows_of_feed_["teacher:" + account->id.text].push_back(known.size());
                source_.items.push_back({row.line, TeacherId{account->id.text}});
                known.push_back(std::move(row));
            }
        });
        rows_ = std::move(known);
        is_teacher_.assign(rows_.size(), 0);
    }

    // With what stands. Parts are apart: each teacher is in one of them.
    void compare(const std::filesystem::path& folder) {
        authority::HourProjections projections(store_, folder);
        authority::for_each_part([&](std::size_t part) {
            projections.bring_up(part);
            projections.visit(part, [&](const authority::HourProjections::Teacher& teacher) {
                const auto found = rows_of_feed_.find(teacher.feed);
                if (found == rows_of_feed_.end()) return;
                for (const std::size_t i : found->second) {
                    is_teacher_[i] = 1;
                    rows_[i].is_standing = stands(teacher.hours.ledger, rows_[i].result);
                }
            });
        });
    }

    static bool stands(const ledger::HourLedger& ledger, const ledger::YearsVerified& result) {
        const auto found = ledger.verifications.find({result.kind, result.first_year, result.last_year});
        if (found == ledger.verifications.end()) return false;
        const ledger::YearsVerified& standing = found->second.value;
        return !standing.import_id.empty() && standing.has_passed == result.has_passed && standing.at == result.at;
    }

    Result<std::optional<ImportedFact>> record(store::Transaction& transaction, const ImportId& id, std::size_t i) {
        if (is_teacher_[i] == 0) return make_error(enrolment::kUnknownTeacher, std::string(kColumns[kNumber].name));
        ResultRow& row = rows_[i];
        if (row.is_standing) return std::optional<ImportedFact>();
        const std::string feed = "teacher:" + source_.items[i].teacher_id.text;
        ledger::YearsVerified result = row.result;
        result.import_id = id;
        const Stamp stamp = stamps_.next(transaction, feed, options_.now);
        transaction.append(feed, authority::envelope_of(codec::encode_ledger_event(result), stamp));
        return std::optional(ImportedFact{source_.items[i].teacher_id, {}, {}});
    }

    void refuse(const ResultRow& row) {
        source_.errors.push_back({row.line, std::string(kColumns[kNumber].name), enrolment::kUnknownTeacher});
    }

    store::EventStore& store_;
    const rules::RuleBook& rules_;
    const ImportOptions& options_;
    ImportSource source_;
    std::vector<ResultRow> rows_;
    std::set<std::pair<std::string, int>> seen_;
    std::unordered_map<std::string, std::vector<std::size_t>> rows_of_feed_;
    std::vector<char> is_teacher_;  // with a profile; not bits, for several threads write
    authority::ServerStamps stamps_;
};

}  // namespace

Result<ImportReport> import_results(store::EventStore& event_store, const rules::RuleBook& rules,
                                    const std::filesystem::path& projections, std::string_view bytes,
                                    const ImportOptions& options) {
    return ResultImport(event_store, rules, options).run(bytes, projections);
}

}  // namespace xueshi::bureau
