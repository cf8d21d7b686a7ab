// Log-in: two real fields and one button. Nothing is offered here that does not work.
#pragma once

#include <string>

#include "web/views/screen.h"

namespace xueshi::views {

struct LoginUiState {
    std::string login;
    std::string password;
    bool shows_password = false;
    bool was_sent_empty = false;  // the button was pressed with a field left empty
    // The server's last word is about what was sent then; typing takes it away.
    bool is_problem_stale = false;
    bool was_signing_in = false;
};

void draw_login(const Screen& screen, LoginUiState& ui);

}  // namespace xueshi::views
