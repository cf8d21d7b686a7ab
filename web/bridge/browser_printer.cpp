#include "web/bridge/browser_printer.h"

#include <emscripten/emscripten.h>

EM_JS(void, xueshi_printer_print, (const char* page, int size), {
    Module.bridge.printer.print(Module.bridge.heap.text(page, size));
});
EM_JS(int, xueshi_printer_failed, (), { return Module.bridge.printer.failed(); });

namespace xueshi::bridge {

void BrowserPrinter::print(std::string_view page) { xueshi_printer_print(page.data(), static_cast<int>(page.size())); }

bool BrowserPrinter::take_failure() { return xueshi_printer_failed() != 0; }

}  // namespace xueshi::bridge
