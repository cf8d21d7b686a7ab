// A zip made for a test, with whatever is to be in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace xueshi::test {

using ZipContents = std::vector<std::pair<std::string, std::string>>;

std::string zip_bytes(const ZipContents& contents);

// The parts of a workbook whose one sheet holds these rows, as XML within <sheetData>.
ZipContents workbook_of(const std::string& rows);

}  // namespace xueshi::test
