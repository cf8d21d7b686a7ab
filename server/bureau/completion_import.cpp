#include "server/bureau/completion_import.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "core/enrolment/roster_decide.h"
#include "server/authority/completion_recording.h"
#include "server/bureau/table_columns.h"

namespace xueshi::bureau {
namespace {

using authority::Completion;
using authority::CompletionStep;

enum Column : std::size_t { kNumber, kRun, kState, kProgress };
constexpr std::array<ColumnSpec, 4> kColumns = {ColumnSpec{"教师编号", "编号"}, ColumnSpec{"班次编号", "班次"},
                                                ColumnSpec{"学习状态", "状态"}, ColumnSpec{"学习进度", "进度", false}};

std::optional<CompletionStep> step_of(std::string_view text) {
    if (text == "在学") return CompletionStep::Progressed;
    if (text == "完成" || text == "通过") return CompletionStep::Completed;
    return std::nullopt;
}

// "40" or "40%".
std::optional<int> percent_of(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    int percent = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), percent);
    const bool is_whole = problem == std::errc{} && end == text.data() + text.size();
    return is_whole && percent >= 0 && percent <= 100 ? std::optional(percent) : std::nullopt;
}

std::string column_of(const Error& error) {
    return std::string(kColumns[error.code == enrolment::kUnknownTeacher ? kNumber : kRun].name);
}

}  // namespace

Result<ImportReport> import_completions(store::EventStore& event_store, const rules::RuleBook& rules, std::string_view bytes,
                                        const std::string& platform, const ImportOptions& options) {
    ImportSource source;
    source.kind = ImportKind::Completions;
    source.bytes = bytes;
    std::vector<Completion> completions;
    const Outcome read = read_columns(bytes, kColumns, [&](RowReader& row, std::size_t line) {
        ++source.rows;
        Completion completion;
        completion.platform = platform;
        completion.teacher_number = row.text(kNumber);
        completion.course_run_id = CourseRunId{row.text(kRun)};
        const auto step = step_of(row.text(kState));
        if (!step) row.complain(kState, kCellUnreadable);
        completion.step = step.value_or(CompletionStep::Progressed);
        if (const std::string progress = row.text_or_none(kProgress); !progress.empty()) {
            completion.percent = percent_of(progress);
            if (!completion.percent) row.complain(kProgress, kCellUnreadable);
        }
        if (row.error()) {
            source.errors.push_back(*row.error());
            return;
        }
        source.items.push_back({line, {}});
        completions.push_back(std::move(completion));
    });
    if (!read) return read.error();
    authority::CompletionRecorder recorder(rules);
    source.begin = [&](store::Transaction& transaction) { recorder.begin(transaction); };
    source.record = [&](store::Transaction& transaction, const ImportId&, std::size_t i) -> Result<std::optional<ImportedFact>> {
        const auto effect = recorder.record(transaction, completions[i], options.now);
        if (!effect) return make_error(effect.error().code, column_of(effect.error()));
        if (!effect->has_changed) return std::optional<ImportedFact>();
        return std::optional(ImportedFact{effect->teacher_id, effect->record_id, format_stamp(effect->stamp)});
    };
    return run_import(event_store, source, options);
}

}  // namespace xueshi::bureau
