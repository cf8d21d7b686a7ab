// QTI documents as another system might write them, whole and in order; a test breaks what it is
// about.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace xueshi::test {

// Three choices worth 0, 2 and 1.
inline const std::string kMappedItem = R"(<?xml version="1.0" encoding="UTF-8"?>
<q:qti-assessment-item xmlns:q="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="mapped"
    title="A mapped item" xml:lang="en-GB" time-dependent="false">
  <q:qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <q:qti-mapping default-value="0" lower-bound="0">
      <q:qti-map-entry map-key="B" mapped-value="2.0"/>
      <q:qti-map-entry map-key="C" mapped-value="1"/>
    </q:qti-mapping>
  </q:qti-response-declaration>
  <q:qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <q:qti-item-body>
    <p>Before a lesson &amp; <em>alone</em>:</p>
    <q:qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1">
      <q:qti-prompt>What do you
        check?</q:qti-prompt>
      <q:qti-simple-choice identifier="A">Nothing</q:qti-simple-choice>
      <q:qti-simple-choice identifier="B"><![CDATA[Sound & picture]]></q:qti-simple-choice>
      <q:qti-simple-choice identifier="C"><p>Sound</p></q:qti-simple-choice>
    </q:qti-choice-interaction>
  </q:qti-item-body>
  <q:qti-response-processing template="http://www.imsglobal.org/question/qti_v3p0/rptemplates/map_response"/>
</q:qti-assessment-item>
)";

// Two choices, of which "yes" is correct.
inline const std::string kSingleChoiceItem = R"(<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="single"
    title="A single choice" xml:lang="en" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>yes</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt>Is a prime above two odd?</qti-prompt>
      <qti-simple-choice identifier="yes">Yes</qti-simple-choice>
      <qti-simple-choice identifier="no">No</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing
      template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>
)";

inline const std::string kUsageData = R"(<?xml version="1.0" encoding="UTF-8"?>
<usageData xmlns="http://www.imsglobal.org/xsd/imsqti_usagedata_v3p0">
  <ordinaryStatistic name="P-value" context="urn:example"><targetObject identifier="single"/><value>0.6</value></ordinaryStatistic>
  <ordinaryStatistic name="A-Parm" context="urn:example"><targetObject identifier="single"/><value>1.25</value></ordinaryStatistic>
  <ordinaryStatistic name="B-Parm" context="urn:example"><targetObject identifier="single"/><value>-0.5</value></ordinaryStatistic>
  <ordinaryStatistic name="B-Parm" context="urn:example"><targetObject identifier="single" partIdentifier="no"/><value>9</value></ordinaryStatistic>
  <ordinaryStatistic name="A-Parm" context="urn:example"><targetObject identifier="mapped"/><value>0.9</value></ordinaryStatistic>
  <categorizedStatistic name="B-Parm" context="urn:example"><targetObject identifier="mapped"/>
    <mapping><mapEntry mapKey="2" mappedValue="0.75"/><mapEntry mapKey="1" mappedValue="-1"/></mapping>
  </categorizedStatistic>
</usageData>
)";

// Both items and their usage data; without any word of ours.
inline const std::string kManifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
    <resource identifier="r1" type="imsqti_item_xmlv3p0" href="single%20choice.xml"><file href="single%20choice.xml"/></resource>
    <resource identifier="r2" type="imsqti_item_xmlv3p0" href="more/mapped.xml"><file href="more/mapped.xml"/></resource>
    <resource identifier="r3" type="qtiusagedata/xml" href="usage.xml"><file href="usage.xml"/></resource>
    <resource identifier="r4" type="webcontent" href="picture.png"><file href="picture.png"/></resource>
  </resources>
</manifest>
)";

// The text with the first `from` in it exchanged; dies with the test when there is none.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

inline void put(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void put_foreign_package(const std::filesystem::path& folder) {
    put(folder / "imsmanifest.xml", kManifest);
    put(folder / "single choice.xml", kSingleChoiceItem);
    put(folder / "more" / "mapped.xml", kMappedItem);
    put(folder / "usage.xml", kUsageData);
}

}  // namespace xueshi::test
