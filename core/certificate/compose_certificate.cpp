#include "core/certificate/compose_certificate.h"

#include <algorithm>
#include <utility>

#include "core/base/sorting.h"
#include "core/certificate/certificate_bytes.h"
#include "core/verification/annual_verification.h"

namespace xueshi::certificate {
namespace {

using ledger::HourRecord;
using verification::RecordCount;

constexpr std::string_view kEllipsis = "…";

// Whole characters, and an ellipsis for the rest.
std::string cut(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t length = most - kEllipsis.size();
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    return text.substr(0, length) + std::string(kEllipsis);
}

// Titles are people's own words: a line break in one is a space here.
std::string plain_title(std::string text) {
    for (char& each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte < 0x20 || byte == 0x7F) each = ' ';
    }
    return cut(text, kMostTitleBytes);
}

DeciHours counted_of(const std::vector<RecordCount>& counts, HourCategory category) {
    DeciHours sum;
    for (const RecordCount& each : counts) {
        if (each.category == category) sum += each.counted;
    }
    return sum;
}

std::vector<CertifiedHours> hours_of(const rules::AnnualPack& pack, const verification::YearVerification& year,
                                     const std::vector<RecordCount>& counts) {
    std::vector<CertifiedHours> hours;
    for (std::size_t i = 0; i < year.requirements.size(); ++i) {
        const verification::VerifiedRequirement& each = year.requirements[i];
        const std::string name = is_known_requirement(each.requirement_id) ? std::string() : pack.requirements[i].name.zh;
        hours.push_back({each.requirement_id, name, each.counted, each.minimum});
    }
    const bool has_electives = std::any_of(hours.begin(), hours.end(), [](const auto& each) { return each.id == "elective"; });
    if (!has_electives) {
        hours.insert(hours.end() - (hours.empty() ? 0 : 1), {"elective", {}, counted_of(counts, HourCategory::Elective), {}});
    }
    return hours;
}

CertifiedRecords records_of(const std::vector<HourRecord>& records, const std::vector<RecordCount>& counts) {
    CertifiedRecords certified;
    for (const RecordCount& count : counts) {
        if (count.counted.tenths == 0) continue;
        const auto record = std::find_if(records.begin(), records.end(),
                                         [&](const HourRecord& each) { return each.id == count.record_id; });
        std::string title = record == records.end() ? std::string() : plain_title(record->title);
        if (title.empty()) title = count.record_id.text;
        certified.listed.push_back({std::move(title), count.category, count.counted});
    }
    sort_values(certified.listed, [](const CertifiedRecord& a, const CertifiedRecord& b) { return b.counted < a.counted; });
    return certified;
}

void leave_out_last(CertifiedRecords& records) {
    ++records.others;
    records.others_counted += records.listed.back().counted;
    records.listed.pop_back();
}

void state_result(CertificateContent& content, const ledger::HourLedger& ledger) {
    const ledger::YearsVerified* result = ledger.annual_result(content.year);
    if (result == nullptr) return;
    content.result = result->has_passed ? CertifiedResult::Passed : CertifiedResult::Failed;
    content.verified_on = date_of(result->at);
}

}  // namespace

Result<CertificateContent> compose_certificate(const CertificateSources& sources, const CertificateRequest& request) {
    const auto pack = sources.rules.annual_pack_of(request.year);
    if (!pack) return pack.error();
    const auto to_verify = verification::records_to_verify(sources.records, sources.catalogue, sources.rules);
    const verification::StandingRecords standing(to_verify);
    const auto year = verification::verify_year(request.year, **pack, standing);
    const auto counts = verification::count_year(request.year, **pack, standing, verification::Verification::Annual);

    CertificateContent content;
    content.is_sample = sources.is_sample;
    content.issuer = cut(sources.issuer, kMostTextBytes);
    content.issued_on = sources.today;
    content.year = request.year;
    content.name = cut(sources.profile.name, kMostTextBytes);
    if (request.reveals_number) content.number = sources.profile.number;
    if (request.reveals_school) content.school = cut(sources.profile.school_name, kMostTextBytes);
    content.hours = hours_of(**pack, year, counts);
    state_result(content, sources.ledger);
    if (request.reveals_records) content.records = records_of(sources.records, counts);

    // As it will be signed, but for the serial, which is always as long as this one.
    CertificateContent trial = content;
    trial.serial.assign(kSerialLength, '0');
    while (true) {
        if (content.records) trial.records = content.records;
        const bool has_too_many = content.records && content.records->listed.size() > kMostRecords;
        const auto bytes = has_too_many ? Result<std::string>(make_error(kCertificateTooLarge)) : write_certificate(trial, {});
        if (bytes) return content;
        if (!(bytes.error().code == kCertificateTooLarge) || !content.records || content.records->listed.empty()) {
            return bytes.error();
        }
        leave_out_last(*content.records);
    }
}

}  // namespace xueshi::certificate
