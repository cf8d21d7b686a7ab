#include "web/views/substitution_papers.h"

#include <algorithm>
#include <array>

#include "web/ui/button.h"
#include "web/ui/printed_page.h"
#include "web/views/button_row.h"
#include "web/views/kept_files.h"
#include "web/views/special_words.h"
#include "web/views/substitution_documents.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::SubstitutionLine;
using enrolment::DocumentKind;
using locale::Message;

struct PaperWords {
    DocumentKind kind;
    Message name;
    Message print;
    Message upload;
};
constexpr std::array kPapers = {
    PaperWords{DocumentKind::Withdrawal, Message::PaperWithdrawal, Message::PrintWithdrawal, Message::UploadWithdrawal},
    PaperWords{DocumentKind::ReplacementList, Message::PaperList, Message::PrintReplacementList, Message::UploadList}};

void lay_scan(CardPen& pen, const app::DocumentLine& document) {
    std::string about = actor_words(pen.words(), document.by);
    add_part(pen.words(), about, pen.words().date_time(document.at));
    lay_kept_file(pen, document.attachment_id, document.file_name, about);
}

void lay_scans(CardPen& pen, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    for (const PaperWords& paper : kPapers) {
        if (!line.has(paper.kind)) {
            if (!line.is_open) continue;
            pen.remark(ui::Icon::Info, pen.frame().theme.ink_3,
                       words.format(Message::ScanMissing, {std::string(words(paper.name))}),
                       {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2}, kSpace1);
            continue;
        }
        pen.paragraph(words.format(Message::ScanThere, {std::string(words(paper.name))}), {.size = ui::TextSize::Small}, 0);
        for (const app::DocumentLine& document : line.documents) {
            if (document.kind == paper.kind) lay_scan(pen, document);
        }
    }
    pen.take(kSpace2);
}

void lay_prints(CardPen& pen, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    const CivilDate today = date_of(pen.screen.status.now);
    ButtonRow row{pen};
    for (const PaperWords& paper : kPapers) {
        if (!row.add(words(paper.print), {.label = words(paper.print), .size = ui::ButtonSize::Small})) continue;
        const ui::PrintedPage page = paper.kind == DocumentKind::Withdrawal ? withdrawal_form(words, line, today)
                                                                           : replacement_list(words, line, today);
        pen.screen.actions.put(PrintPage{ui::write_printed_page(page)});
        pen.frame().request_frame();
    }
}

void lay_uploads(CardPen& pen, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    const auto& upload = pen.screen.status.upload;
    if (upload && upload->about == line.substitution_id.text) return lay_upload_progress(pen, *upload);
    ButtonRow row{pen};
    for (const PaperWords& paper : kPapers) {
        if (!row.add(words(paper.upload), {.label = words(paper.upload), .size = ui::ButtonSize::Small})) continue;
        pen.screen.actions.put(AttachScan{{.substitution_id = line.substitution_id,
                                           .project_id = line.project_id,
                                           .attachment_id = {},
                                           .kind = paper.kind,
                                           .file_name = {}}});
        pen.frame().request_frame();
    }
}

}  // namespace

void lay_substitution_papers(CardPen& pen, const SubstitutionLine& line) {
    lay_scans(pen, line);
    lay_prints(pen, line);
    if (line.can_attach) lay_uploads(pen, line);
}

}  // namespace xueshi::views
