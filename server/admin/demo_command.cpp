#include "server/admin/demo_command.h"

#include <filesystem>
#include <iostream>
#include <limits>
#include <string>

#include "server/admin/sample_accounts.h"
#include "server/sample/sample_city.h"
#include "server/sample/sample_courses.h"
#include "server/sample/sample_people.h"
#include "server/store/data_folder_lock.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

const CommandSpec kDemo = {
    "demo",
    "Makes a sample city: invented people and courses in Guangzhou's spring of 2017.",
    {
        {"--data", "DIR", "the data folder; must not hold a database yet", true},
        {"--teachers", "N", "default 1200"},
        {"--courses", "C", "course runs, default 1200"},
        {"--seed", "S", "default 2017; equal seeds make equal cities"},
    },
};

constexpr std::string_view kWorkFolder = "sample-city-in-the-making";

// Complains by the option's name when it is no whole number in its range.
std::optional<long> whole_option(
    const CommandLine& line, std::string_view name, long low, long high, long otherwise) {
    const auto value = line.whole(name, low, high, otherwise);
    if (!value) {
        std::cerr << "xueshi demo: " << name << " must be a whole number from " << low << " to "
                  << high << ".\n";
    }
    return value;
}

std::optional<sample::SampleCityOptions> read_options(const CommandLine& line) {
    const sample::SampleCityOptions standard;
    const auto teachers = whole_option(
        line, "--teachers", 1, long{sample::kMostTeachers}, static_cast<long>(standard.teachers));
    const auto courses = whole_option(line,
                                      "--courses",
                                      long{sample::kFewestCourseRuns},
                                      long{sample::kMostCourseRuns},
                                      static_cast<long>(standard.course_runs));
    const auto seed = whole_option(
        line, "--seed", 0, std::numeric_limits<long>::max(), static_cast<long>(standard.seed));
    if (!teachers || !courses || !seed) return std::nullopt;
    return sample::SampleCityOptions{.teachers = static_cast<std::size_t>(*teachers),
                                     .course_runs = static_cast<std::size_t>(*courses),
                                     .seed = static_cast<std::uint64_t>(*seed)};
}

// Writes the city and the marks by which a server knows it. Returns the accounts' JSON.
std::string make_city(const std::filesystem::path& folder,
                      const sample::SampleCityOptions& options) {
    store::SqliteEventStore event_store(folder);
    std::vector<SampleAccount> accounts;
    for (const sample::SampleLogin& login : sample::write_sample_city(event_store, options)) {
        accounts.push_back({.role = login.account.roles.front(),
                            .login = login.account.login,
                            .password = login.password,
                            .display_name = login.account.display_name});
    }
    const std::string json = encode_sample_accounts(accounts);
    const Outcome marked = event_store.write([&](store::Transaction& transaction) -> Outcome {
        transaction.put_meta(store::kMetaSampleAccounts, json);
        transaction.put_meta(store::kMetaSampleCity, "1");
        return Done{};
    });
    if (!marked) throw store::StoreFailure("The sample city could not be marked as one");
    return json;
}

int make_demo(const CommandLine& line) {
    const auto options = read_options(line);
    if (!options) return kExitMisused;
    const std::filesystem::path folder = line.text("--data");
    const store::DataFolderLock lock(folder);
    if (std::filesystem::exists(store::database_file(folder))) {
        std::cerr << "xueshi demo: there is a database in " << folder.string()
                  << " already. Choose another folder.\n";
        return kExitMisused;
    }
    const std::filesystem::path work_folder = folder / kWorkFolder;
    std::filesystem::remove_all(work_folder);  // left by an interrupted run
    const std::string accounts = make_city(work_folder, *options);
    std::filesystem::rename(store::database_file(work_folder), store::database_file(folder));
    std::filesystem::remove_all(work_folder);

    std::cout << "A sample city of " << options->teachers << " teachers and "
              << options->course_runs << " course runs is in " << folder.string() << ".\n"
              << sample_accounts_text(accounts);
    return kExitDone;
}

}  // namespace

int run_demo(const Arguments& arguments) { return run_command(kDemo, arguments, make_demo); }

}  // namespace xueshi::admin
