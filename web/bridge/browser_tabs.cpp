#include "web/bridge/browser_tabs.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

EM_JS(int, xueshi_tabs_can_claim, (), { return Module.bridge.tabs.canClaim ? 1 : 0; });
EM_JS(void, xueshi_tabs_claim, (const char* name, int size, int waits), {
    Module.bridge.tabs.claim(Module.bridge.heap.text(name, size), waits !== 0);
});
EM_JS(void, xueshi_tabs_release, (const char* name, int size), {
    Module.bridge.tabs.release(Module.bridge.heap.text(name, size));
});
EM_JS(void, xueshi_tabs_post, (const char* message, int size), {
    Module.bridge.tabs.post(Module.bridge.heap.text(message, size));
});
EM_JS(void, xueshi_tabs_remember, (const char* word, int size), {
    Module.bridge.tabs.remember(Module.bridge.heap.text(word, size));
});
// The size of the word, or 0.
EM_JS(int, xueshi_tabs_remembered, (), { return Module.bridge.tabs.remembered(); });
// Sizes of the next answer ("+" or "-" and the name) and of the next message; 0 when there is none.
EM_JS(int, xueshi_tabs_next_claim, (), { return Module.bridge.tabs.nextClaim(); });
EM_JS(int, xueshi_tabs_next_message, (), { return Module.bridge.tabs.nextMessage(); });

namespace xueshi::bridge {

bool BrowserTabs::can_claim() const { return xueshi_tabs_can_claim() != 0; }

void BrowserTabs::claim(std::string_view name, bool waits) {
    xueshi_tabs_claim(name.data(), static_cast<int>(name.size()), waits ? 1 : 0);
}

std::vector<ports::ClaimAnswer> BrowserTabs::take_claims() {
    std::vector<ports::ClaimAnswer> claims;
    while (const int size = xueshi_tabs_next_claim()) {
        const std::string answer = take_script_result(size);
        claims.push_back({answer.substr(1), answer[0] == '+'});
    }
    return claims;
}

void BrowserTabs::release(std::string_view name) {
    xueshi_tabs_release(name.data(), static_cast<int>(name.size()));
}

std::string BrowserTabs::remembered() const {
    const int size = xueshi_tabs_remembered();
    return size > 0 ? take_script_result(size) : std::string();
}

void BrowserTabs::remember(std::string_view word) { xueshi_tabs_remember(word.data(), static_cast<int>(word.size())); }

void BrowserTabs::post(std::string_view message) {
    xueshi_tabs_post(message.data(), static_cast<int>(message.size()));
}

std::vector<std::string> BrowserTabs::take_messages() {
    std::vector<std::string> messages;
    while (const int size = xueshi_tabs_next_message()) messages.push_back(take_script_result(size));
    return messages;
}

}  // namespace xueshi::bridge
