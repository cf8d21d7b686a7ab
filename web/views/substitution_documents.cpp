#include "web/views/substitution_documents.h"

namespace xueshi::views {
namespace {

using locale::Message;
using Kind = ui::PrintedBlock::Kind;
using Row = std::vector<std::string>;

std::string text(const locale::Locale& words, Message key) { return std::string(words(key)); }

std::string full_date(const locale::Locale& words, CivilDate day) {
    return words.format(Message::PaperDate,
                        {std::to_string(day.year()), std::to_string(day.month()), std::to_string(day.day())});
}

std::string period(const locale::Locale& words, const enrolment::SpecialProject& project) {
    return words.format(Message::PaperPeriodDays, {full_date(words, project.starts), full_date(words, project.ends)});
}

// The place stays with the quota unit, so both papers are stamped for the one leaving.
ui::PrintedPage begin_page(const locale::Locale& words, Message title) {
    ui::PrintedPage page;
    page.language = words.tag();
    page.title = words(title);
    return page;
}

void end_page(ui::PrintedPage& page, const locale::Locale& words, const app::SubstitutionLine& line, CivilDate today) {
    const Message district = line.leaving.is_affiliated ? Message::PaperCentreStamp : Message::PaperDistrictStamp;
    const std::string day = text(words, Message::PaperDayBlank);
    page.add(Kind::Stamps, {{text(words, Message::PaperSchoolStamp), day}, {text(words, district), day}});
    page.footer = words.format(Message::PaperFooter, {line.receipt_id.text, full_date(words, today)});
}

Row list_row(const locale::Locale& words, Message kind, const enrolment::Applicant& person, CivilDate today) {
    const int years = today.year() - person.teaching_since_year;
    return {text(words, kind),
            person.name,
            person.school_name,
            std::string(words.stage(person.stage)),
            std::string(words.subject(person.subject)),
            person.title,
            words.format(Message::Years, {std::to_string(years)})};
}

}  // namespace

ui::PrintedPage withdrawal_form(const locale::Locale& words, const app::SubstitutionLine& line, CivilDate today) {
    ui::PrintedPage page = begin_page(words, Message::PaperWithdrawalTitle);
    page.add(Kind::Facts, {{text(words, Message::PaperProject), line.project->title},
                           {text(words, Message::PaperInstitution), line.project->institution_name},
                           {text(words, Message::PaperPeriod), period(words, *line.project)},
                           {text(words, Message::ColumnName), line.leaving.name},
                           {text(words, Message::PlaceNumbers), {}},  // the application does not know it
                           {text(words, Message::PaperSchool), line.leaving.school_name},
                           {text(words, Message::PaperWithdrawalReason), line.reason}});
    page.add(Kind::Text, {{text(words, Message::PaperStatement)}});
    page.add(Kind::Lines, {{text(words, Message::PaperSigned)}, {text(words, Message::PaperDay)}});
    end_page(page, words, line, today);
    return page;
}

ui::PrintedPage replacement_list(const locale::Locale& words, const app::SubstitutionLine& line, CivilDate today) {
    ui::PrintedPage page = begin_page(words, Message::PaperListTitle);
    page.add(Kind::Facts, {{text(words, Message::PaperProject), line.project->title},
                           {text(words, Message::PaperInstitution), line.project->institution_name},
                           {text(words, Message::PaperPeriod), period(words, *line.project)},
                           {text(words, Message::PaperListReason), line.reason}});
    page.add(Kind::Text, {{text(words, Message::PaperListStatement)}});
    page.add(Kind::Table,
             {{text(words, Message::PaperKind), text(words, Message::ColumnName), text(words, Message::PaperSchool),
               text(words, Message::PaperStage), text(words, Message::ColumnSubject), text(words, Message::PaperRank),
               text(words, Message::ColumnYears)},
              list_row(words, Message::PaperLeaving, line.leaving, today),
              list_row(words, Message::PaperReplacement, line.replacement, today)});
    page.add(Kind::Lines, {{text(words, Message::PaperContact)}, {text(words, Message::PaperPhone)}});
    end_page(page, words, line, today);
    return page;
}

}  // namespace xueshi::views
