#include "server/admin/pure/simulated_teachers.h"

#include <cmath>

#include "core/base/portable_math.h"
#include "core/base/school_stage.h"
#include "core/diagnostic/item_response.h"

namespace xueshi::admin {
namespace {

// Who teaches what: one subject in kindergartens and nowhere else, one in vocational schools only.
bool is_taught(std::string_view subject, SchoolStage stage) {
    if (stage == SchoolStage::Kindergarten || subject == "early_years")
        return stage == SchoolStage::Kindergarten && subject == "early_years";
    return subject != "vocational_skills" || stage == SchoolStage::Vocational;
}

std::string subject_of(Chance& chance, SchoolStage stage) {
    std::vector<std::string_view> subjects;
    for (const std::string_view subject : kAllSubjects) {
        if (is_taught(subject, stage)) subjects.push_back(subject);
    }
    return std::string(subjects[chance.below(static_cast<std::uint32_t>(subjects.size()))]);
}

int draw_response(Chance& chance, const diagnostic::Item& item, double theta) {
    double left = chance.uniform();
    for (int response = 0; response < item.highest_response(); ++response) {
        left -= diagnostic::probability(item, response, theta);
        if (left < 0) return response;
    }
    return item.highest_response();
}

}  // namespace

double Chance::uniform() { return (generator_.draw() + 0.5) / 4294967296.0; }

// The polar method, which needs no sine.
double Chance::normal() {
    while (true) {
        const double x = 2 * uniform() - 1;
        const double y = 2 * uniform() - 1;
        const double square = x * x + y * y;
        if (square < 1 && square > 0) return x * std::sqrt(-2 * portable_log(square) / square);
    }
}

SimulatedTeacher simulate_teacher(Chance& chance, const diagnostic::ItemBank& truth) {
    SimulatedTeacher teacher;
    teacher.theta = chance.normal();
    const SchoolStage stage = kAllStages[chance.below(kAllStages.size())];
    teacher.stage = stage_name(stage);
    teacher.subject = subject_of(chance, stage);
    teacher.responses.reserve(truth.items.size());
    for (const diagnostic::Item& item : truth.items) {
        teacher.responses.push_back(draw_response(chance, item, teacher.theta));
    }
    return teacher;
}

diagnostic::ItemBank mistaken_bank(Chance& chance,
                                   const diagnostic::ItemBank& bank,
                                   double a_spread,
                                   double b_spread) {
    diagnostic::ItemBank other = bank;
    for (diagnostic::Item& item : other.items) {
        item.discrimination *= portable_exp(a_spread * chance.normal());
        const double move = b_spread * chance.normal();
        for (double& threshold : item.thresholds) threshold += move;
    }
    return other;
}

}  // namespace xueshi::admin
