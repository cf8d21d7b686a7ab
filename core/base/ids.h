// Typed identities. An id of one kind never passes for another's; no index or pointer is an identity.
//
// Ids are short ASCII texts chosen by whoever creates the thing (a device, the server, a sample city):
// 1–64 characters of [A-Za-z0-9._-]. Readers check with is_valid_id_text before they build one.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace xueshi {

template <class Kind>
struct Id {
    std::string text;

    Id() = default;
    explicit Id(std::string id_text) : text(std::move(id_text)) {}

    bool empty() const { return text.empty(); }
    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.text < b.text; }
};

using AccountId = Id<struct AccountKind>;
using TeacherId = Id<struct TeacherKind>;
using UnitId = Id<struct UnitKind>;
using CourseId = Id<struct CourseKind>;
using CourseRunId = Id<struct CourseRunKind>;
using PlanId = Id<struct PlanKind>;
using DiagnosticId = Id<struct DiagnosticKind>;
using SelectionId = Id<struct SelectionKind>;
using ProjectId = Id<struct ProjectKind>;
using EnrolmentId = Id<struct EnrolmentKind>;
using SubstitutionId = Id<struct SubstitutionKind>;
using AttachmentId = Id<struct AttachmentKind>;
using DeputationId = Id<struct DeputationKind>;
using HourRecordId = Id<struct HourRecordKind>;
using RegistrationId = Id<struct RegistrationKind>;
using NoticeId = Id<struct NoticeKind>;
using ImportId = Id<struct ImportKind>;
using DeviceId = Id<struct DeviceKind>;
using ReceiptId = Id<struct ReceiptKind>;

bool is_valid_id_text(std::string_view text);

}  // namespace xueshi
