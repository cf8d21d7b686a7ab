#include "server/admin/pure/verify_command.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "core/codec/export_json.h"
#include "core/codec/json_writer.h"
#include "core/codec/rule_pack_json.h"
#include "core/codec/verification_json.h"
#include "server/admin/pure/documents.h"
#include "server/admin/pure/line_reader.h"

namespace xueshi::admin {
namespace {

using verification::CycleCriterion;
using verification::RecordToVerify;
using verification::VerificationResult;
using verification::YearVerification;

constexpr std::string_view kName = "verify";
constexpr std::string_view kTeacherFeed = "teacher:";
constexpr std::size_t kMostLineBytes = 4 << 20;

constexpr const char* kHelp =
    "xueshi export --data DIR | xueshi verify --year YEAR [options]\n"
    "\n"
    "Who passes a year's verification, and why not: a line of JSON for each teacher, the sums last.\n"
    "\n"
    "  --year YEAR        the year the hours are allocated to\n"
    "  --cycle            the cycle that ends with the year as well (at most five years)\n"
    "  --criterion WORD   what a cycle is passed by: every-year (default) or cumulative\n"
    "  --what-if FILE     a draft of an annual rule pack: only those whose result it would change\n";

struct Question {
    AllocatedYear year;
    bool wants_cycle = false;
    CycleCriterion criterion = CycleCriterion::EveryYear;
    std::string draft_file;
};

// None after a complaint.
std::optional<Question> parse(const std::vector<std::string>& arguments) {
    Question question;
    const auto refuse = [](std::string_view subject, std::string_view detail) {
        complain(kName, subject, detail);
        return std::nullopt;
    };
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::size_t equals = arguments[at].find('=');
        const std::string option = arguments[at].substr(0, equals);
        if (option == "--cycle" && equals == std::string::npos) {
            question.wants_cycle = true;
            continue;
        }
        if (option != "--year" && option != "--criterion" && option != "--what-if") {
            return refuse(option, "there is no such option");
        }
        if (equals == std::string::npos && at + 1 == arguments.size()) return refuse(option, "needs a value");
        const std::string value = equals == std::string::npos ? arguments[++at] : arguments[at].substr(equals + 1);
        if (option == "--year") {
            const auto year = codec::parse_whole_number(value, 1900, 2999);
            if (!year) return refuse(option, "expected a year");
            question.year = {static_cast<std::int32_t>(*year)};
        } else if (option == "--what-if") {
            question.draft_file = value;
        } else if (value == "cumulative" || value == "every-year") {
            question.criterion = value == "cumulative" ? CycleCriterion::Cumulative : CycleCriterion::EveryYear;
        } else {
            return refuse(option, "expected every-year or cumulative");
        }
    }
    if (question.year.year == 0) return refuse("--year", "missing");
    if (question.wants_cycle && !question.draft_file.empty()) {
        return refuse("--what-if", "compares the year alone, without --cycle");
    }
    return question;
}

bool write_line(std::string line) { return answer_with(std::move(line)) == kExitAnswered; }

// Folds the export teacher by teacher, and answers for each.
class CityVerification {
  public:
    CityVerification(const Question& question, rules::RuleBook rules, const rules::AnnualPack* draft)
        : question_(question), rules_(std::move(rules)), draft_(draft) {}

    // False when standard output takes no more.
    bool begin() const {
        codec::JsonWriter json;
        json.object([&] {
            json.member("schema", "xueshi.verification/1");
            json.member("year", question_.year.year);
            json.member("pack", pack().id);
            if (draft_ != nullptr) json.member("draft", draft_->id);
        });
        return write_line(json.take());
    }

    Outcome take(const codec::ExportedEvent& exported) {
        if (exported.feed < feed_) {
            return make_error(kOutOfRange, "feed", "feeds must come by name, as an export has them");
        }
        if (exported.feed != feed_) {
            if (Outcome outcome = finish_teacher(); !outcome) return outcome;
            feed_ = exported.feed;
        }
        const sync::Envelope& envelope = exported.envelope;
        const bool is_wanted = feed_.starts_with(kTeacherFeed) ? envelope.type == "hours.recorded"
                                                               : envelope.type.starts_with("course_run.");
        if (!is_wanted) return Done{};
        Result<app::Event> event = codec::decode_event(envelope.type, envelope.payload);
        if (!event) return event.error();
        const app::StampedEvent stamped{*std::move(event), envelope.stamp, envelope.sequence};
        if (feed_.starts_with(kTeacherFeed)) {
            app::apply(teacher_, stamped);
        } else {
            app::apply(shared_, stamped);
        }
        return Done{};
    }

    Outcome finish() {
        if (Outcome outcome = finish_teacher(); !outcome) return outcome;
        codec::JsonWriter json;
        json.object([&] {
            json.member("teachers", teacher_count_);
            json.member("passed", passed_count_);
            if (draft_ == nullptr) return;
            json.member("passed_then", passed_then_count_);
            json.member("changed", changed_count_);
        });
        is_written_ = is_written_ && write_line(json.take());
        return Done{};
    }

    bool is_written() const { return is_written_; }

  private:
    const rules::AnnualPack& pack() const { return **rules_.annual_pack_of(question_.year); }

    Outcome finish_teacher() {
        if (!feed_.starts_with(kTeacherFeed)) return Done{};
        const std::string teacher_id = feed_.substr(kTeacherFeed.size());
        const std::vector<ledger::HourRecord> records = teacher_.record_list();
        teacher_ = {};
        const auto joined = verification::records_to_verify(records, shared_.catalogue, rules_);
        const YearVerification now = verification::verify_year(question_.year, pack(), joined);
        ++teacher_count_;
        if (now.result() == VerificationResult::Pass) ++passed_count_;
        if (draft_ != nullptr) {
            compare(teacher_id, now, verification::verify_year(question_.year, *draft_, joined));
            return Done{};
        }
        codec::TeacherVerification answer{teacher_id, now, std::nullopt};
        if (question_.wants_cycle) {
            const AllocatedYear first{question_.year.year - verification::kLongestCycle + 1};
            auto cycle = verification::verify_cycle(first, question_.year, rules_, joined);
            if (!cycle) return cycle.error();
            answer.cycle = *std::move(cycle);
        }
        write(codec::encode_teacher_verification(answer, question_.criterion, rules_));
        return Done{};
    }

    void compare(const std::string& teacher_id, const YearVerification& now, const YearVerification& then) {
        if (then.result() == VerificationResult::Pass) ++passed_then_count_;
        if (then.result() == now.result()) return;
        ++changed_count_;
        write(codec::encode_changed_verification(teacher_id, now, then));
    }

    void write(std::string line) { is_written_ = is_written_ && write_line(std::move(line)); }

    const Question& question_;
    const rules::RuleBook rules_;
    const rules::AnnualPack* const draft_;
    app::SharedState shared_;
    app::TeacherState teacher_;  // of the feed that is being read
    std::string feed_;
    std::int64_t teacher_count_ = 0;
    std::int64_t passed_count_ = 0;
    std::int64_t passed_then_count_ = 0;
    std::int64_t changed_count_ = 0;
    bool is_written_ = true;
};

int verify_city(CityVerification& city, std::FILE* file) {
    if (!city.begin()) return kExitUnwritten;
    LineReader lines(file, kMostLineBytes);
    while (const auto line = lines.next()) {
        if (line->empty()) continue;
        const auto exported = codec::decode_exported_event(*line);
        const Outcome outcome = exported ? city.take(*exported) : Outcome(exported.error());
        if (!outcome) {
            const Error& error = outcome.error();
            const std::string where = "line " + std::to_string(lines.count());
            return complain(kName, error.subject.empty() ? where : where + ", " + error.subject,
                            error.detail.empty() ? error.code.name() : error.detail);
        }
        if (!city.is_written()) return kExitUnwritten;
    }
    if (!lines.is_whole()) return complain(kName, "line " + std::to_string(lines.count() + 1), "too long or unreadable");
    if (Outcome outcome = city.finish(); !outcome) return complain(kName, outcome.error());
    return city.is_written() ? kExitAnswered : kExitUnwritten;
}

}  // namespace

int run_verify(const std::vector<std::string>& arguments) {
    if (arguments.size() == 1 && arguments[0] == "--help") {
        std::fputs(kHelp, stdout);
        return kExitAnswered;
    }
    const auto question = parse(arguments);
    if (!question) return kExitMalformed;

    rules::RuleBook rules = codec::built_in_rules();
    for (int back = 0; back < (question->wants_cycle ? verification::kLongestCycle : 1); ++back) {
        const auto pack = rules.annual_pack_of({question->year.year - back});
        if (!pack) return complain(kName, "--year", "no rule pack covers " + pack.error().subject);
    }
    std::optional<rules::AnnualPack> draft;
    if (!question->draft_file.empty()) {
        const auto bytes = read_file(question->draft_file);
        if (!bytes) return complain(kName, "--what-if", "cannot read " + question->draft_file);
        auto pack = codec::decode_annual_pack(*bytes);
        if (!pack) return complain(kName, pack.error());
        draft = *std::move(pack);
        if (!draft->covers(question->year)) return complain(kName, "--what-if", "the draft does not cover the year");
    }
    CityVerification city(*question, std::move(rules), draft ? &*draft : nullptr);
    return verify_city(city, stdin);
}

}  // namespace xueshi::admin
