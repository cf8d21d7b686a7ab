#include "server/http/push_handler.h"

#include "core/codec/sync_json.h"
#include "server/http/problem.h"

namespace xueshi::http {

Response push_operations(const Services& services,
                         const SessionGuard& guard,
                         const Request& request) {
    const auto caller = guard.changing_caller_of(request);
    if (!caller) return problem(caller.error());
    const auto answered = [&](Response response) {
        response.account_id = caller->account.id.text;
        return response;
    };
    if (const auto json = SessionGuard::check_json(request); !json)
        return answered(problem(json.error()));
    const auto push = codec::decode_push(request.body);
    if (!push) return answered(problem(push.error()));
    const auto answer = services.operations.run(caller->account, *push);
    if (!answer) return answered(problem(answer.error()));
    return answered(json_response(200, codec::encode_push_answer(*answer)));
}

}  // namespace xueshi::http
