// The client's composition root: makes the browser's side of every port, the program, and the loop that runs
// it. Nothing else knows all of them.
#include "web/bridge/browser_clock.h"
#include "web/bridge/browser_display.h"
#include "web/bridge/browser_entropy.h"
#include "web/bridge/browser_files.h"
#include "web/bridge/browser_language.h"
#include "web/bridge/browser_library.h"
#include "web/bridge/browser_lifecycle.h"
#include "web/bridge/browser_navigation.h"
#include "web/bridge/browser_plane.h"
#include "web/bridge/browser_preferences.h"
#include "web/bridge/browser_printer.h"
#include "web/bridge/browser_program.h"
#include "web/bridge/browser_release.h"
#include "web/bridge/browser_tabs.h"
#include "web/bridge/browser_uploads.h"
#include "web/bridge/canvas_glyphs.h"
#include "web/bridge/fetch_transport.h"
#include "web/bridge/indexed_store.h"
#include "web/bridge/worker_planner.h"
#include "web/client.h"
#include "web/runtime/frame_loop.h"

int main() {
    using namespace xueshi;
    static bridge::BrowserDisplay display;
    static bridge::BrowserPlane plane;
    static bridge::BrowserNavigation navigation;
    static bridge::BrowserClock clock;
    static bridge::CanvasGlyphs glyphs;
    static bridge::FetchTransport transport;
    static bridge::BrowserLifecycle lifecycle;
    static bridge::BrowserPreferences preferences;
    static bridge::BrowserEntropy entropy;
    static bridge::WorkerPlanner planner;
    static bridge::BrowserLanguage language;
    static bridge::BrowserProgram program;
    static bridge::BrowserRelease release;
    static bridge::IndexedStore store;
    static bridge::BrowserTabs tabs;
    static bridge::BrowserFiles files;
    static bridge::BrowserLibrary library;
    static bridge::BrowserPrinter printer;
    static bridge::BrowserUploads uploads;
    static Client client({transport, navigation, lifecycle, preferences, entropy, planner, language, program, release,
                          store, tabs, files, library, printer, uploads, clock});
    static runtime::FrameLoop loop({display, plane, navigation, clock, glyphs}, client);
    client.use(loop);
    display.start(loop);
    return 0;
}
