// The words of QTI 3.0 and of the packages it travels in (docs/formats/qti.md), once each.
#pragma once

#include <string_view>

namespace xueshi::exchange {

inline constexpr const char* kQtiNamespace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
inline constexpr const char* kPackageNamespace =
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
inline constexpr const char* kMetadataNamespace = "http://ltsc.ieee.org/xsd/LOM";
inline constexpr const char* kUsageNamespace = "http://www.imsglobal.org/xsd/imsqti_usagedata_v3p0";
inline constexpr const char* kResultNamespace = "http://www.imsglobal.org/xsd/imsqti_result_v3p0";

inline constexpr const char* kQtiSchema =
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd";
inline constexpr const char* kPackageSchema =
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd";
inline constexpr const char* kUsageSchema =
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_usagedatav3p0_v1p0.xsd";
inline constexpr const char* kResultSchema =
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_resultv3p0_v1p0.xsd";

inline constexpr const char* kMatchCorrect =
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml";
inline constexpr const char* kMapResponse =
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml";
// The variables that both templates speak of.
inline constexpr const char* kResponse = "RESPONSE";
inline constexpr const char* kScore = "SCORE";

inline constexpr const char* kTestIdentifier = "test";
inline constexpr const char* kManifestFile = "imsmanifest.xml";
inline constexpr const char* kItemResource = "imsqti_item_xmlv3p0";
inline constexpr const char* kTestResource = "imsqti_test_xmlv3p0";
inline constexpr const char* kUsageResource = "qtiusagedata/xml";

// A catalogue's card with a text's whole translation. The standard's own "keyword-translation" is
// of single words.
inline constexpr const char* kTranslationSupport = "ext:translation";

// Whose words the names of our statistics and taxonomies are.
inline constexpr const char* kOurGlossary = "urn:xueshi:usage-data:1";
inline constexpr const char* kOurContext = "urn:xueshi:item-bank";
inline constexpr const char* kOurCatalogue = "xueshi.diagnostic.bank/1";

// Statistics of an item; the first three are other systems' words, too.
inline constexpr const char* kDiscrimination = "A-Parm";
inline constexpr const char* kDifficulty = "B-Parm";
inline constexpr const char* kGuessing = "C-Parm";
inline constexpr const char* kModel = "Model";
inline constexpr const char* kExposure = "Exposure";

// Taxonomies in a resource's metadata.
inline constexpr const char* kDomainTaxonomy = "xueshi:domain";
inline constexpr const char* kLevelTaxonomy = "xueshi:level";
inline constexpr const char* kIndicatorTaxonomy = "xueshi:indicator";
inline constexpr const char* kStageTaxonomy = "xueshi:stage";
inline constexpr const char* kSubjectTaxonomy = "xueshi:subject";

}  // namespace xueshi::exchange
