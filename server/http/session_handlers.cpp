#include "server/http/session_handlers.h"

#include "core/codec/session_json.h"
#include "server/auth/session_token.h"
#include "server/authority/authorize.h"
#include "server/http/problem.h"

namespace xueshi::http {

// `account` null: nobody is signed in.
Response SessionHandlers::document(const store::AccountRecord* account,
                                   const std::string& token) const {
    codec::SessionDocument session;
    session.domain_now_ms = services_.clock.now().utc_ms;
    session.is_sample = services_.is_sample;
    if (account != nullptr) {
        session.account = codec::SessionAccount{account->id,
                                                account->display_name,
                                                account->roles,
                                                account->unit_id,
                                                account->unit_name};
        services_.event_store.read([&](store::StoreView& view) {
            session.account->deputy_posts = services_.deputies.posts_of(view, account->id, date_of(services_.clock.now()));
        });
        session.csrf = auth::csrf_proof_of(token);
        session.feeds = authority::feeds_of({*account, session.account->deputy_posts});
        session.epoch = services_.event_store.epoch();
    }
    Response response = json_response(200, codec::encode_session(session));
    if (account != nullptr) response.account_id = account->id.text;
    return response;
}

Response SessionHandlers::show(const Request& request) const {
    const auto caller = guard_.caller_of(request);
    if (caller) return document(&caller->account, caller->token);
    Response response = document(nullptr, {});
    if (caller.error().code == auth::kSessionExpired) {
        response.set_header("Set-Cookie", guard_.cookie_that_clears());
    }
    return response;
}

Response SessionHandlers::sign_in(const Request& request) const {
    if (const auto own = SessionGuard::check_own_origin(request); !own) return problem(own.error());
    if (const auto json = SessionGuard::check_json(request); !json) return problem(json.error());
    const auto credentials = codec::decode_sign_in(request.body);
    if (!credentials) return problem(credentials.error());

    const auto signed_in = services_.sign_in.sign_in(credentials->login,
                                                     credentials->password,
                                                     request.remote_address,
                                                     guard_.token_of(request));
    if (!signed_in) return problem(signed_in.error());
    Response response = document(&signed_in->account, signed_in->token);
    response.set_header("Set-Cookie", guard_.cookie_for(signed_in->token));
    return response;
}

Response SessionHandlers::sign_out(const Request& request) const {
    const auto caller = guard_.changing_caller_of(request);
    if (caller) {
        if (const auto ended = services_.sign_in.sign_out(caller->token); !ended)
            return problem(ended.error());
    } else if (caller.error().code == kCsrfRejected) {
        return problem(caller.error());
    }
    // Without a session there is nothing to end, and that is what was asked for.
    Response response = document(nullptr, {});
    response.set_header("Set-Cookie", guard_.cookie_that_clears());
    if (caller) response.account_id = caller->account.id.text;
    return response;
}

}  // namespace xueshi::http
