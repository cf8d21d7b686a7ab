#include "core/base/sorting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

namespace xueshi {
namespace {

TEST(Sorting, KeepsEqualValuesInTheirOrder) {
    std::vector<std::pair<int, std::string>> values;
    for (int i = 0; i < 200; ++i) values.emplace_back(i * 7 % 5, std::to_string(i));
    std::vector<std::pair<int, std::string>> expected = values;
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    sort_values(values, [](const auto& a, const auto& b) { return a.first < b.first; });
    EXPECT_EQ(values, expected);
}

TEST(Sorting, MovesValuesThatCannotBeCopied) {
    std::vector<std::unique_ptr<int>> values;
    for (const int number : {3, 1, 2}) values.push_back(std::make_unique<int>(number));
    sort_values(values, [](const auto& a, const auto& b) { return *a < *b; });
    ASSERT_EQ(values.size(), 3u);
    EXPECT_EQ(*values.front(), 1);
    EXPECT_EQ(*values.back(), 3);
}

}  // namespace
}  // namespace xueshi
