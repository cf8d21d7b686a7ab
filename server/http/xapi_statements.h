// Statements of the Experience API as course platforms send them: who has progressed in or completed which course run
// (docs/formats/wire.md "Statements of course platforms").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "server/authority/completion_recording.h"

namespace xueshi::http {

inline constexpr std::size_t kMostStatements = 500;  // of one call

inline constexpr ErrorCode kUnknownVerb{"UnknownVerb"};  // subject: "[3].verb.id"

struct XapiStatement {
    std::string id;       // a UUID in small letters; made here when the sender gave none
    std::string content;  // compact JSON of what it says, without when it was sent
    authority::Completion completion;
};

// One statement or an array of them. kMalformed, kUnknownField, kOutOfRange and kUnknownVerb name the field, with its
// place in the array; kMalformed "[3].id", too, for an id that an earlier one has.
Result<std::vector<XapiStatement>> read_statements(std::string_view body, const std::string& platform);

// ["…"] with the ids.
std::string statement_ids(const std::vector<XapiStatement>& statements);

}  // namespace xueshi::http
