#include "server/admin/verify_year_command.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "core/codec/json_writer.h"
#include "core/codec/rule_pack_json.h"
#include "core/codec/verification_json.h"
#include "server/admin/domain_now.h"
#include "server/authority/year_comparison.h"
#include "server/authority/year_verification.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

const CommandSpec kVerifyYear = {
    "verify-year",
    "Records the official verification of a year for every teacher, from the day the rules name on.\n"
    "Run again it records only what differs. The server must be stopped.",
    {
        {"--data", "DIR", "the data folder", true},
        {"--year", "YEAR", "the year the hours are allocated to", true},
        {"--now", "TIME", "the domain's time, as of serve, e.g. 2017-08-01T09:00 (UTC+8)"},
        {"--rehearse", "", "count and record nothing"},
        {"--what-if", "FILE", "a draft of an annual rule pack: only list whose result it would change"},
    },
};

constexpr const char* kProjections = "projections";

std::string answer_of(const authority::CityResult& result, AllocatedYear year, std::string_view pack_id) {
    codec::JsonWriter json;
    json.object([&] {
        json.member("schema", "xueshi.verification.official/1");
        json.member("year", year.year);
        json.member("pack", pack_id);
        json.member("teachers", result.teachers);
        json.member("passed", result.passed);
        json.member("failed", result.teachers - result.passed);
        json.member_array("missing", [&] {
            for (const auto& each : result.missing) {
                json.object([&] {
                    json.member("id", each.first);
                    json.member("teachers", each.second);
                });
            }
        });
        json.member_array("not_counted", [&] {
            for (const auto& each : result.not_counted) {
                json.object([&] {
                    json.member("reason", codec::reason_name(each.first));
                    json.member("records", each.second.records);
                    json.member("deci_hours", each.second.hours.tenths);
                });
            }
        });
        json.member("recorded", result.recorded);
        json.member("verified_records", result.verified_records);
        json.member_object("work", [&] {
            json.member("projected_feeds", result.projected);
            json.member("projecting_ms", result.projecting_ms);
            json.member("verifying_ms", result.verifying_ms);
            json.member("recording_ms", result.recording_ms);
        });
    });
    return json.take();
}

// The lines of `xueshi verify --what-if`.
int compare(store::EventStore& event_store, const rules::RuleBook& rules, const std::filesystem::path& folder,
            AllocatedYear year, const std::string& draft_file) {
    std::ifstream file(draft_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto draft = codec::decode_annual_pack(bytes);
    const auto pack = rules.annual_pack_of(year);
    if (!file || !draft || !draft->covers(year) || !pack) {
        std::cerr << "xueshi verify-year: "
                  << (!pack    ? "no rule pack covers the year"
                      : !file  ? "--what-if: cannot read " + draft_file
                      : !draft ? "--what-if: " + draft.error().subject + ' ' + std::string(draft.error().code.name())
                               : "--what-if: the draft does not cover the year")
                  << ".\n";
        return kExitMisused;
    }
    const auto compared = authority::compare_city_year(event_store, rules, folder / kProjections, year, *draft);
    codec::JsonWriter head;
    head.object([&] {
        head.member("schema", "xueshi.verification/1");
        head.member("year", year.year);
        head.member("pack", (*pack)->id);
        head.member("draft", draft->id);
    });
    std::cout << head.text() << '\n';
    for (const authority::ChangedResult& each : compared.changed) {
        std::cout << codec::encode_changed_verification(each.teacher_id, each.now, each.then) << '\n';
    }
    codec::JsonWriter sums;
    sums.object([&] {
        sums.member("teachers", compared.teachers);
        sums.member("passed", compared.passed);
        sums.member("passed_then", compared.passed_then);
        sums.member("changed", static_cast<std::int64_t>(compared.changed.size()));
    });
    std::cout << sums.text() << '\n' << std::flush;
    return std::cout ? kExitDone : kExitFailed;
}

int verify_year(const CommandLine& line) {
    const auto year = line.whole("--year", 1900, 2999, 0);
    const auto start = parse_local_minute(line.text("--now"));
    if (!year || (line.has("--now") && !start)) {
        std::cerr << "xueshi verify-year: "
                  << (year ? "--now is not a time like 2017-08-01T09:00" : "--year is no year") << ".\n";
        return kExitMisused;
    }
    const std::filesystem::path folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) {
        std::cerr << "xueshi verify-year: there is no database in " << folder.string() << ".\n";
        return kExitFailed;
    }
    store::SqliteEventStore event_store(folder);
    const rules::RuleBook rules = codec::built_in_rules();
    const AllocatedYear asked{static_cast<std::int32_t>(*year)};
    if (line.has("--what-if")) return compare(event_store, rules, folder, asked, line.text("--what-if"));
    const auto result = authority::verify_city_year(event_store, rules,
                                                    {.projections = folder / kProjections,
                                                     .now = domain_now(event_store, start),
                                                     .year = asked,
                                                     .is_rehearsal = line.has("--rehearse")});
    if (!result) {
        std::cerr << "xueshi verify-year: " << result.error().code.name() << ' ' << result.error().subject << ".\n";
        return kExitFailed;
    }
    std::cout << answer_of(*result, asked, (*rules.annual_pack_of(asked))->id) << '\n';
    return kExitDone;
}

}  // namespace

int run_verify_year(const Arguments& arguments) { return run_command(kVerifyYear, arguments, verify_year); }

}  // namespace xueshi::admin
