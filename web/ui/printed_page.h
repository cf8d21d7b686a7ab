// A page for paper: what the browser's print dialog is given. Said in pieces with a meaning each, laid out by the
// page's own style sheet for A4 (shell/paper.css); no markup anywhere, so that no text can become any.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace xueshi::ui {

struct PrintedBlock {
    enum class Kind : std::uint8_t {
        Text,    // a paragraph: one row of one cell
        Facts,   // rows of a label and its value; an empty value is room to write in
        Table,   // the first row is the head
        Lines,   // places to sign or fill in by hand: rows of one label
        Stamps,  // places for stamps side by side: rows of a caption and what stands at the foot ("年 月 日")
        Notice,  // one row of one cell, framed: what nobody may overlook
        Code,    // one row of one cell: an address of our own origin ("/verify#…") as a QR code, beside the facts before it
    };

    Kind kind = Kind::Text;
    std::vector<std::vector<std::string>> rows;

    friend bool operator==(const PrintedBlock&, const PrintedBlock&) = default;
};

struct PrintedPage {
    std::string language;  // tag: "zh-CN"
    std::string title;     // also the name a saved file is offered under
    std::vector<PrintedBlock> blocks;
    std::string footer;

    void add(PrintedBlock::Kind kind, std::vector<std::vector<std::string>> rows) {
        blocks.push_back({kind, std::move(rows)});
    }
    friend bool operator==(const PrintedPage&, const PrintedPage&) = default;
};

// The page as JSON, as the printer's port takes it: {"language", "title", "blocks": [{"kind", "rows"}], "footer"}.
std::string write_printed_page(const PrintedPage& page);

}  // namespace xueshi::ui
