// A catalogue for search tests: titles as given, and the readings of the characters they use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/catalogue/course_search.h"

namespace xueshi::catalogue::testing {

class SearchCatalogue {
  public:
    SearchCatalogue() { catalogue_.publish_readings(readings(), next_sequence_++); }

    // A free distance course for everyone; change what a test needs and publish it.
    static CourseRun run(std::string id, std::string title) {
        CourseRun run;
        run.id = CourseRunId(id);
        run.course_id = CourseId("C-" + id);
        run.title = std::move(title);
        run.provider = "远程中心";
        run.hours = whole_hours(6);
        run.opens = *make_date(2017, 4, 19);
        run.closes = *make_date(2017, 6, 19);
        return run;
    }

    void publish(CourseRun run) { catalogue_.publish(std::move(run), next_sequence_++); }
    void publish(std::string id, std::string title) {
        publish(run(std::move(id), std::move(title)));
    }

    const Catalogue& catalogue() const { return catalogue_; }

    // The titles found, in the order of the hits.
    std::vector<std::string> titles(std::string_view typed, const CourseFilter& filter = {}) const {
        CourseSearch search(catalogue_);
        std::vector<std::string> found;
        for (const CourseHit& hit : search.find(typed, filter)) found.push_back(hit.run->title);
        return found;
    }
    std::vector<std::string> ids(std::string_view typed, const CourseFilter& filter = {}) const {
        CourseSearch search(catalogue_);
        std::vector<std::string> found;
        for (const CourseHit& hit : search.find(typed, filter)) found.push_back(hit.run->id.text);
        return found;
    }

    // What is marked in the title of this run, as texts.
    std::vector<std::string> marked(std::string_view typed, const std::string& id) const {
        CourseSearch search(catalogue_);
        search.find(typed, {});
        const CourseRun& run = *catalogue_.find(CourseRunId(id));
        std::vector<std::string> texts;
        for (const HighlightRange& range : search.highlights(run)) {
            texts.push_back(run.title.substr(range.begin, range.end - range.begin));
        }
        return texts;
    }

    static std::vector<CharacterReadings> readings() {
        std::vector<CharacterReadings> all;
        const auto add = [&all](std::string_view characters, std::string_view syllables) {
            std::size_t at = 0;
            for (std::size_t i = 0; i + 3 <= characters.size(); i += 3) {
                const std::size_t end = std::min(syllables.find(' ', at), syllables.size());
                all.push_back({std::string(characters.substr(i, 3)),
                               {std::string(syllables.substr(at, end - at))}});
                at = end + 1;
            }
        };
        add("信息技术检索小学教师", "xin xi ji shu jian suo xiao xue jiao shi");
        add("一带路战略规划西藏历史", "yi dai lu zhan lue gui hua xi zang li shi");
        add("引发的育变革道德与安全", "yin fa de yu bian ge dao de yu an quan");
        add("庆音女性远程中心课堂", "qing yin nv xing yuan cheng zhong xin ke tang");
        add("写诗词朗读银业走近沙", "xie shi ci lang du yin ye zou jin sha");
        all.push_back({"重", {"zhong", "chong"}});
        all.push_back({"行", {"xing", "hang"}});
        all.push_back({"长", {"zhang", "chang"}});
        all.push_back({"乐", {"le", "yue"}});
        return all;
    }

  private:
    Catalogue catalogue_;
    std::uint64_t next_sequence_ = 1;
};

}  // namespace xueshi::catalogue::testing
