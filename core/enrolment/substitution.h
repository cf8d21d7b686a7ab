// Somebody else in the place of a participant who cannot come (学员更换, R33): asked for by the school, agreed by the
// district, confirmed by the Centre. The place stays with the same district or affiliated unit [D]. Its two stamped papers
// are attached as scans.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/earliest.h"
#include "core/base/ids.h"
#include "core/enrolment/applicant.h"
#include "core/organisation/post.h"

namespace xueshi::enrolment {

enum class SubstitutionMove : std::uint8_t { DistrictApproved, Confirmed, Refused };
enum class SubstitutionState : std::uint8_t { Requested, DistrictApproved, Confirmed, Refused };

struct SubstitutionRequested {
    SubstitutionId substitution_id;
    ProjectId project_id;
    EnrolmentId leaving_id;
    Applicant replacement;
    EnrolmentId replacement_enrolment_id;  // the enrolment it becomes when confirmed
    std::string reason;
    organisation::ActorNote by;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const SubstitutionRequested&, const SubstitutionRequested&) = default;
};

struct SubstitutionMoved {
    SubstitutionId substitution_id;
    ProjectId project_id;
    SubstitutionMove move = SubstitutionMove::DistrictApproved;
    organisation::ActorNote by;
    std::string reason;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const SubstitutionMoved&, const SubstitutionMoved&) = default;
};

enum class DocumentKind : std::uint8_t { Withdrawal, ReplacementList };

// A scan of a stamped paper. What the file holds is kept beside the events (docs/formats/storage.md).
struct SubstitutionDocumentAttached {
    SubstitutionId substitution_id;
    ProjectId project_id;
    AttachmentId attachment_id;
    DocumentKind kind = DocumentKind::Withdrawal;
    std::string file_name;  // as the person's device had it; to be shown only
    organisation::ActorNote by;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const SubstitutionDocumentAttached&, const SubstitutionDocumentAttached&) = default;
};

struct Substitution {
    Earliest<SubstitutionRequested> requested;
    std::map<Stamp, SubstitutionMoved> moves;
    std::map<Stamp, SubstitutionDocumentAttached> documents;

    SubstitutionState state() const;
    // Neither confirmed nor refused.
    bool is_open() const;
    bool has(DocumentKind kind) const;
    friend bool operator==(const Substitution&, const Substitution&) = default;
};

using Substitutions = std::map<SubstitutionId, Substitution>;

void apply(Substitutions& substitutions, const SubstitutionRequested& event, const Stamp& stamp);
void apply(Substitutions& substitutions, const SubstitutionMoved& event, const Stamp& stamp);
void apply(Substitutions& substitutions, const SubstitutionDocumentAttached& event, const Stamp& stamp);

}  // namespace xueshi::enrolment
