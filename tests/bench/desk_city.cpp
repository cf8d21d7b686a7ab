// desk_city <folder> <applicants>: a sample city in which so many wait for one district's decision. Its people log in
// with the test suite's password.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "server/store/sqlite_event_store.h"
#include "tests/server/support/crowded_desk.h"
#include "tests/server/support/special_city.h"

int main(int count, char** arguments) {
    using namespace xueshi;
    if (count != 3) return 2;
    const auto applicants = static_cast<std::size_t>(std::strtoul(arguments[2], nullptr, 10));
    try {
        store::SqliteEventStore event_store(arguments[1]);
        test::found_special_city(event_store, applicants, static_cast<int>(applicants));
        test::bring_before_the_district(event_store, applicants);
        const Outcome marked = event_store.write([](store::Transaction& transaction) -> Outcome {
            transaction.put_meta(store::kMetaSampleCity, "1");
            return Done{};
        });
        return marked ? 0 : 1;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
