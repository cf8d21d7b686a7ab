#include "web/views/hours_certificate_paper.h"

#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using certificate::CertificateContent;
using certificate::CertifiedHours;
using certificate::CertifiedResult;
using Kind = ui::PrintedBlock::Kind;
using Row = std::vector<std::string>;

constexpr std::string_view kVerifier = "/verify#";

std::string text(const locale::Locale& words, Message key) { return std::string(words(key)); }

std::string full_date(const locale::Locale& words, CivilDate day) {
    return words.format(Message::PaperDate,
                        {std::to_string(day.year()), std::to_string(day.month()), std::to_string(day.day())});
}

std::string hours_name(const locale::Locale& words, const CertifiedHours& line) {
    if (!line.name.empty()) return line.name;
    if (line.id == "public") return std::string(category_words(words, HourCategory::Public));
    if (line.id == "professional") return std::string(category_words(words, HourCategory::Professional));
    if (line.id == "elective") return std::string(category_words(words, HourCategory::Elective));
    return text(words, Message::CertificateTotal);
}

std::string result_words(const locale::Locale& words, const CertificateContent& content) {
    if (content.result == CertifiedResult::Open) return text(words, Message::CertificateResultOpen);
    const bool has_passed = content.result == CertifiedResult::Passed;
    return words.format(has_passed ? Message::CertificatePassedOn : Message::CertificateFailedOn,
                        {full_date(words, content.verified_on)});
}

void add_facts(ui::PrintedPage& page, const locale::Locale& words, const CertificateContent& content) {
    std::vector<Row> facts = {{text(words, Message::ColumnName), content.name}};
    if (content.number) facts.push_back({text(words, Message::CertificateNumber), *content.number});
    if (content.school) facts.push_back({text(words, Message::CertificateSchool), *content.school});
    facts.push_back({text(words, Message::CertificateResult), result_words(words, content)});
    facts.push_back({text(words, Message::CertificateIssuer), content.issuer});
    page.add(Kind::Facts, std::move(facts));
}

void add_hours(ui::PrintedPage& page, const locale::Locale& words, const CertificateContent& content) {
    std::vector<Row> rows = {{text(words, Message::CertificateKind), text(words, Message::CertificateCounted),
                              text(words, Message::CertificateMinimum)}};
    for (const CertifiedHours& line : content.hours) {
        const std::string minimum =
            line.minimum.tenths > 0 ? words.hours(line.minimum) : text(words, Message::CertificateNone);
        rows.push_back({hours_name(words, line), words.hours(line.counted), minimum});
    }
    page.add(Kind::Table, std::move(rows));
}

void add_records(ui::PrintedPage& page, const locale::Locale& words, const CertificateContent& content) {
    if (!content.records || content.records->listed.empty()) return;
    std::vector<Row> rows = {
        {text(words, Message::ColumnCourse), text(words, Message::CertificateKind), text(words, Message::HoursColumnAll)}};
    for (const certificate::CertifiedRecord& record : content.records->listed) {
        rows.push_back({record.title, std::string(category_words(words, record.category)), words.hours(record.counted)});
    }
    if (content.records->others > 0) {
        rows.push_back({words.format(Message::CertificateOthers, {std::to_string(content.records->others)}), {},
                        words.hours(content.records->others_counted)});
    }
    page.add(Kind::Text, {{text(words, Message::CertificateCourses)}});
    page.add(Kind::Table, std::move(rows));
}

}  // namespace

ui::PrintedPage certificate_paper(const locale::Locale& words, const IssuedCertificate& issued) {
    const CertificateContent& content = issued.content;
    const std::string year = std::to_string(content.year.year);
    const bool is_open = content.result == CertifiedResult::Open;
    ui::PrintedPage page;
    page.language = words.tag();
    page.title = words.format(is_open ? Message::CertificatePaperTitleOpen : Message::CertificatePaperTitle, {year});
    if (content.is_sample) page.add(Kind::Notice, {{text(words, Message::CertificateSample)}});
    page.add(Kind::Text, {{words.format(is_open ? Message::CertificateStatementOpen : Message::CertificateStatement,
                                        {content.name, year, full_date(words, content.issued_on)})}});
    add_facts(page, words, content);
    page.add(Kind::Code, {{std::string(kVerifier) + issued.code}});
    add_hours(page, words, content);
    add_records(page, words, content);
    page.footer = text(words, Message::CertificateCheck) + '\n' +
                  words.format(Message::CertificateFooter, {content.serial, full_date(words, content.issued_on)});
    return page;
}

}  // namespace xueshi::views
