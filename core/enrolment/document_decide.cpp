// Scans of a substitution's stamped papers (R33).
#include <algorithm>

#include "core/enrolment/roster_acts.h"

namespace xueshi::enrolment {

using organisation::Post;

const Post* post_of_stamping(const organisation::Actor& actor, const Applicant& leaving, const UnitId& institution_id) {
    const Post* school = find_school_post(actor, leaving.school_id);
    return school != nullptr ? school : post_for(ApprovalStage::District, actor, leaving, institution_id);
}

bool is_file_name(std::string_view name) {
    const bool is_plain = std::none_of(name.begin(), name.end(), [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte < 0x20 || byte == 0x7F || character == '/' || character == '\\';
    });
    return is_plain && !name.empty() && name.size() <= kMostFileNameBytes &&
           name.find_first_not_of(". ") != std::string_view::npos;
}

Result<RosterFacts> decide_one(const RosterContext& context, const AttachDocument& command) {
    const std::string& id = command.substitution_id.text;
    const auto found = context.roster.substitutions.find(command.substitution_id);
    if (found == context.roster.substitutions.end()) return make_error(kUnknownSubstitution, id);
    const Substitution& substitution = found->second;
    const Enrolment* leaving = context.roster.find(substitution.requested.value.leaving_id);
    if (leaving == nullptr) return make_error(kUnknownEnrolment, substitution.requested.value.leaving_id.text);
    const Post* post = post_of_stamping(context.actor, leaving->applicant(), context.project.institution_id);
    if (post == nullptr) return make_error(kNotYourStep, id);
    if (!substitution.is_open()) return make_error(kAlreadyEnded, id);
    if (!is_file_name(command.file_name)) return make_error(kOutOfRange, "file_name");
    if (!context.has_attachment) return make_error(kUnknownAttachment, command.attachment_id.text);
    if (substitution.documents.size() >= kMostDocuments) return make_error(kTooManyDocuments, id);
    for (const auto& [stamp, document] : substitution.documents) {
        if (document.attachment_id == command.attachment_id && document.kind == command.kind) {
            return make_error(kDocumentAttached, command.attachment_id.text);
        }
    }
    return RosterFacts{SubstitutionDocumentAttached{.substitution_id = command.substitution_id,
                                                    .project_id = context.project.id,
                                                    .attachment_id = command.attachment_id,
                                                    .kind = command.kind,
                                                    .file_name = command.file_name,
                                                    .by = note_of(context.actor, post),
                                                    .receipt_id = context.fresh_receipt_id,
                                                    .at = context.now}};
}

}  // namespace xueshi::enrolment
