#include "tests/server/support/crowded_desk.h"

#include "core/codec/rule_pack_json.h"
#include "core/codec/sync_json.h"
#include "server/authority/shipped_questions.h"
#include "tests/server/support/special_city.h"

namespace xueshi::test {
namespace {

constexpr std::size_t kReviewsAtOnce = 100;

class Crowd {
  public:
    explicit Crowd(store::EventStore& event_store)
        : event_store_(event_store),
          clock_(authority::AuthorityClock::starting_at(Instant{kCityNowMs}, Instant{kCityNowMs})),
          runner_(event_store, clock_, codec::built_in_rules(), authority::shipped_questions()) {}

    void push(const std::string& login, const std::vector<PushedOperation>& operations) {
        std::string device = "crowd-" + login;
        device.resize(32, 'd');
        std::optional<store::AccountRecord> actor;
        event_store_.read([&](store::StoreView& view) { actor = view.find_account(AccountId{login}); });
        const auto request = codec::decode_push(push_body(device, operations));
        if (!request) throw store::StoreFailure("A push is malformed: " + request.error().subject);
        const auto answer = runner_.run(*actor, *request);
        if (!answer) throw store::StoreFailure("A push was refused: " + std::string(answer.error().code.name()));
        for (const auto& outcome : answer->outcomes) {
            if (!outcome.accepted) throw store::StoreFailure("A step was refused: " + outcome.code);
        }
    }

  private:
    store::EventStore& event_store_;
    authority::AuthorityClock clock_;
    authority::OperationRunner runner_;
};

}  // namespace

void bring_before_the_district(store::EventStore& event_store, std::size_t applicants) {
    Crowd crowd(event_store);
    std::vector<PushedOperation> reviews;
    for (std::size_t number = 0; number < applicants; ++number) {
        crowd.push(teacher_login(number), {special_intent(1, sign_up(number))});
        reviews.push_back(special_intent(static_cast<int>(number) + 1, review(number, 0)));
        if (reviews.size() < kReviewsAtOnce && number + 1 < applicants) continue;
        crowd.push(kPrincipal, reviews);
        reviews.clear();
    }
}

}  // namespace xueshi::test
