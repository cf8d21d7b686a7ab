#include "tests/server/support/zip_bytes.h"

#include <fstream>
#include <iterator>

#include <zip.h>

#include "tests/server/support/temporary_folder.h"

namespace xueshi::test {

std::string zip_bytes(const ZipContents& contents) {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "made.zip").string();
    int trouble = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, &trouble);
    for (const auto& [name, content] : contents) {
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

ZipContents workbook_of(const std::string& rows) {
    return {
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml", "<sst><si><t>林晓岚</t></si><si><r><t xml:space=\"preserve\">00 </t></r><r><t>7</t></r></si></sst>"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts>)"
         R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

}  // namespace xueshi::test
