// The lines of golden files: a stored event each.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

#include "core/codec/strict_json.h"

namespace xueshi::testing {

struct GoldenLine {
    std::string type;
    codec::JsonValue payload;
};

inline std::vector<GoldenLine> golden_lines(std::initializer_list<const char*> files) {
    std::vector<GoldenLine> lines;
    for (const char* name : files) {
        std::ifstream file(name);
        EXPECT_TRUE(file) << name;
        for (std::string text; std::getline(file, text);) {
            const auto document = codec::parse_json(text);
            EXPECT_TRUE(document) << text;
            if (document) lines.push_back({document->find("type")->text, *document->find("payload")});
        }
    }
    return lines;
}

}  // namespace xueshi::testing
