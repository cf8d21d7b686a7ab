// A bank as a QTI 3.0 content package: manifest, an adaptive test over all items, the items, their
// usage data.
//
// Pure. The bytes depend on the bank and the language alone. What the manifest says of an item
// beside its file (id, domain, level, indicators, stages, subjects) stands in its LOM record.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/exchange/exchange_bank.h"

namespace xueshi::exchange {

// Bytes by the path below the package's folder.
using PackageFiles = std::map<std::string, std::string>;

// The first item that check_exportable refuses.
Result<PackageFiles> write_package(const ExchangeBank& bank, std::string_view language);

// The bank's id where that is a name XML knows, else one made of its checksum; the same in every
// export.
std::string package_identifier(const std::string& item_id);

}  // namespace xueshi::exchange
