#include "server/sample/sample_units.h"

#include <algorithm>
#include <array>
#include <string>

namespace xueshi::sample {
namespace {

using organisation::OrgKind;
using organisation::Unit;

struct NamePair {
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<NamePair, 11> kDistricts = {{{"越秀区", "Yuexiu"},
                                                  {"海珠区", "Haizhu"},
                                                  {"荔湾区", "Liwan"},
                                                  {"天河区", "Tianhe"},
                                                  {"白云区", "Baiyun"},
                                                  {"黄埔区", "Huangpu"},
                                                  {"番禺区", "Panyu"},
                                                  {"花都区", "Huadu"},
                                                  {"南沙区", "Nansha"},
                                                  {"从化区", "Conghua"},
                                                  {"增城区", "Zengcheng"}}};

constexpr std::array<TrainingInstitution, 8> kInstitutions = {
    {{"岭南教师发展学院", TrainingField::General},
     {"云山教育研修中心", TrainingField::General},
     {"珠水教师研修学院", TrainingField::General},
     {"海心教育科技研修中心", TrainingField::Technology},
     {"榕荫艺术教育中心", TrainingField::Arts},
     {"羊城体育师资中心", TrainingField::Sport},
     {"木棉学前教育研修院", TrainingField::EarlyYears},
     {"南粤职业教育师资基地", TrainingField::Vocational}}};

// Words for schools' names: trees, water and weather of the south, chosen because no school is
// called so.
constexpr std::array<NamePair, 60> kSchoolWords = {{{"榕荫", "Rongyin"},
                                                    {"蕉雨", "Jiaoyu"},
                                                    {"荔影", "Liying"},
                                                    {"云麓", "Yunlu"},
                                                    {"珠浦", "Zhupu"},
                                                    {"鹭鸣", "Luming"},
                                                    {"稻芽", "Daoya"},
                                                    {"桑陌", "Sangmo"},
                                                    {"芦汀", "Luting"},
                                                    {"竹径", "Zhujing"},
                                                    {"梅坳", "Mei'ao"},
                                                    {"兰汀", "Lanting"},
                                                    {"棉荫", "Mianyin"},
                                                    {"桂影", "Guiying"},
                                                    {"枫径", "Fengjing"},
                                                    {"潮音", "Chaoyin"},
                                                    {"帆影", "Fanying"},
                                                    {"渔歌", "Yuge"},
                                                    {"晴岚", "Qinglan"},
                                                    {"朝露", "Zhaolu"},
                                                    {"星渚", "Xingzhu"},
                                                    {"月汀", "Yueting"},
                                                    {"霞浦里", "Xiapuli"},
                                                    {"虹溪", "Hongxi"},
                                                    {"雁洲", "Yanzhou"},
                                                    {"鸥渡", "Oudu"},
                                                    {"萤石", "Yingshi"},
                                                    {"青橄里", "Qingganli"},
                                                    {"素馨", "Suxin"},
                                                    {"茉莉里", "Molili"},
                                                    {"紫藤", "Ziteng"},
                                                    {"凤眼", "Fengyan"},
                                                    {"红蓼", "Hongliao"},
                                                    {"白鹤洲", "Baihezhou"},
                                                    {"石榴巷", "Shiliuxiang"},
                                                    {"杨桃里", "Yangtaoli"},
                                                    {"水松", "Shuisong"},
                                                    {"落羽", "Luoyu"},
                                                    {"蒲葵", "Pukui"},
                                                    {"鱼尾", "Yuwei"},
                                                    {"木瓜里", "Muguali"},
                                                    {"香樟", "Xiangzhang"},
                                                    {"银杏里", "Yinxingli"},
                                                    {"海棠里", "Haitangli"},
                                                    {"小河湾", "Xiaohewan"},
                                                    {"长堤里", "Changdili"},
                                                    {"双榕桥", "Shuangrongqiao"},
                                                    {"七星渡", "Qixingdu"},
                                                    {"九曲", "Jiuqu"},
                                                    {"三叠泉", "Sandiequan"},
                                                    {"半山榕", "Banshanrong"},
                                                    {"向晚", "Xiangwan"},
                                                    {"初阳", "Chuyang"},
                                                    {"知春", "Zhichun"},
                                                    {"听雨", "Tingyu"},
                                                    {"望帆", "Wangfan"},
                                                    {"临风", "Linfeng"},
                                                    {"拾穗", "Shisui"},
                                                    {"问渠", "Wenqu"},
                                                    {"牧云", "Muyun"}}};

// By stage, in the order of kAllStages.
constexpr std::array<NamePair, 5> kSchoolKinds = {{{"幼儿园", "Kindergarten"},
                                                   {"小学", "Primary School"},
                                                   {"初级中学", "Junior Secondary School"},
                                                   {"高级中学", "Senior Secondary School"},
                                                   {"职业技术学校", "Vocational School"}}};

constexpr std::array<SchoolStage, 6> kAffiliatedStages = {SchoolStage::SeniorSecondary,
                                                          SchoolStage::Vocational,
                                                          SchoolStage::JuniorSecondary,
                                                          SchoolStage::Primary,
                                                          SchoolStage::Kindergarten,
                                                          SchoolStage::SeniorSecondary};

constexpr std::size_t kTeachersPerSchool = 85;

std::string numbered(std::string_view prefix, std::size_t number) {
    std::string digits = std::to_string(number);
    digits.insert(0, 4 - std::min<std::size_t>(4, digits.size()), '0');
    return std::string(prefix) + digits;
}

Unit make_unit(std::string id, OrgKind kind, std::string zh, std::string en, const UnitId& parent) {
    return {.id = UnitId(std::move(id)),
            .kind = kind,
            .name = {.zh = std::move(zh), .en = std::move(en)},
            .parent = parent};
}

std::size_t position_of(SchoolStage stage) {
    return static_cast<std::size_t>(std::find(kAllStages.begin(), kAllStages.end(), stage) -
                                    kAllStages.begin());
}

void add_affiliated_schools(SampleUnits& units) {
    for (std::size_t i = 0; i < kAffiliatedStages.size(); ++i) {
        const NamePair& word = kSchoolWords[kSchoolWords.size() - 1 - i];
        const NamePair& kind = kSchoolKinds[position_of(kAffiliatedStages[i])];
        units.schools.push_back(
            {.unit = make_unit(numbered("affiliated-", i + 1),
                               OrgKind::AffiliatedUnit,
                               "广州市" + std::string(word.zh) + std::string(kind.zh),
                               std::string(word.en) + " " + std::string(kind.en) + " (sample)",
                               units.centre.id),
             .stage = kAffiliatedStages[i],
             .district_name = {},
             .is_private = false});
    }
}

// One school of each stage in each district makes a round.
void add_district_schools(SampleUnits& units, std::size_t rounds) {
    // Primary first, so that the first school is the sample teacher's.
    constexpr std::array<std::size_t, 5> kStageOrder = {1, 0, 2, 3, 4};
    for (std::size_t round = 0; round < rounds; ++round) {
        for (const std::size_t stage : kStageOrder) {
            for (std::size_t district = 0; district < kDistricts.size(); ++district) {
                const NamePair& word =
                    kSchoolWords[(round + district * 7 + stage * 3 + 57) % kSchoolWords.size()];
                const NamePair& kind = kSchoolKinds[stage];
                const bool can_be_private = stage <= 2 && units.schools.size() > 0;
                units.schools.push_back(
                    {.unit = make_unit(numbered("school-", units.schools.size() + 1),
                                       OrgKind::School,
                                       std::string(kDistricts[district].zh) + std::string(word.zh) +
                                           std::string(kind.zh),
                                       std::string(word.en) + " " + std::string(kind.en) + ", " +
                                           std::string(kDistricts[district].en) + " (sample)",
                                       units.districts[district].id),
                     .stage = kAllStages[stage],
                     .district_name = kDistricts[district].zh,
                     .is_private = can_be_private && (units.schools.size() % 6 == 5)});
            }
        }
    }
}

}  // namespace

std::span<const TrainingInstitution> training_institutions() { return kInstitutions; }

SampleUnits make_units(std::size_t teacher_count) {
    SampleUnits units;
    units.centre = make_unit("centre",
                             OrgKind::Centre,
                             std::string(kCentreName),
                             "Guangzhou Guidance Centre for Teachers' Continuing Education",
                             {});
    units.research_departments.push_back(make_unit("research-city",
                                                   OrgKind::ResearchDept,
                                                   "广州市教研部门",
                                                   "City Research Department",
                                                   units.centre.id));
    for (const NamePair& district : kDistricts) {
        std::string key(district.en);
        key.front() = static_cast<char>(key.front() - 'A' + 'a');
        units.districts.push_back(make_unit("district-" + key,
                                            OrgKind::District,
                                            std::string(district.zh),
                                            std::string(district.en) + " District",
                                            units.centre.id));
        units.research_departments.push_back(
            make_unit("research-" + key,
                      OrgKind::ResearchDept,
                      std::string(district.zh) + "教研室",
                      std::string(district.en) + " Research Department",
                      units.districts.back().id));
    }
    units.institutions.push_back(make_unit("institution-distance",
                                           OrgKind::Institution,
                                           std::string(kDistanceCentreName),
                                           "Distance Training Centre",
                                           units.centre.id));
    units.institutions.push_back(make_unit("institution-face",
                                           OrgKind::Institution,
                                           std::string(kFaceToFaceCentreName),
                                           "Face-to-face Training Centre",
                                           units.centre.id));
    for (std::size_t i = 0; i < kInstitutions.size(); ++i) {
        units.institutions.push_back(make_unit(numbered("institution-", i + 1),
                                               OrgKind::Institution,
                                               std::string(kInstitutions[i].name),
                                               "Institution " + std::to_string(i + 1) + " (sample)",
                                               units.centre.id));
    }
    const std::size_t schools_of_a_round = kDistricts.size() * kSchoolKinds.size();
    // Names are unique for as many rounds as there are words, less those of the affiliated units.
    const std::size_t rounds =
        std::clamp<std::size_t>(teacher_count / kTeachersPerSchool / schools_of_a_round, 1, 50);
    add_district_schools(units, rounds);
    add_affiliated_schools(units);
    return units;
}

std::vector<Unit> SampleUnits::all() const {
    std::vector<Unit> list = {centre};
    for (const auto* some : {&districts, &institutions, &research_departments}) {
        list.insert(list.end(), some->begin(), some->end());
    }
    for (const SampleSchool& school : schools) list.push_back(school.unit);
    return list;
}

}  // namespace xueshi::sample
