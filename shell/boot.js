// Starts the client: the page's first picture is there already (index.html), the program replaces
// it.

import createClient from "client";

import { createDisplay } from "./bridges/display.js";
import { createFiles } from "./bridges/files.js";
import { createFrames } from "./bridges/frames.js";
import { createGlyphs } from "./bridges/glyphs.js";
import { Heap } from "./bridges/heap.js";
import { beginLanguage, createLanguage } from "./bridges/language.js";
import { createLibrary } from "./bridges/library.js";
import { createLifecycle } from "./bridges/lifecycle.js";
import { createNavigation } from "./bridges/navigation.js";
import { askEarly, createNetwork } from "./bridges/network.js";
import { createPainter } from "./bridges/painter.js";
import { createPlane } from "./bridges/plane.js";
import { createPlanner } from "./bridges/planner.js";
import { createPreferences, readPreference } from "./bridges/preferences.js";
import { createPrinter } from "./bridges/printer.js";
import { createProgram } from "./bridges/program.js";
import { createRelease } from "./bridges/release.js";
import { createStorage } from "./bridges/storage.js";
import { createTabs } from "./bridges/tabs.js";
import { createUploads } from "./bridges/uploads.js";

const byId = (id) => document.getElementById(id);

const stage = byId("stage");
const skeleton = byId("skeleton");

function showTrouble(id) {
  byId(id).hidden = false;
  byId("trouble").hidden = false;
}

// The person's own choice of theme, before the program can apply it.
const theme = readPreference("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const language = beginLanguage();

function start() {
  const session = askEarly("/api/v1/session");
  const module = {};
  const heap = new Heap(module);
  let isFirstFrame = true;

  // Who was here before has the program on the device, too.
  const isAccountOpen = readPreference("account") === "open";

  // It arrives and is compiled while the page prepares its side.
  const { href, dataset } = byId("program");
  const program = createProgram({
    heap,
    first: href,
    parts: [
      { name: "home", address: dataset.home, isNear: isAccountOpen },
      { name: "screens", address: dataset.screens, isNear: isAccountOpen && location.pathname !== "/" },
      { name: "questions", address: dataset.questions, isNear: false },
    ],
    onChange: () => frames.request(),
  });

  // Read while the program is on its way. Tabs are heard from before, so that nothing falls between.
  const tabs = createTabs({ heap, onNews: () => frames.request() });
  const storage = createStorage({ heap, onAnswer: () => frames.request() });
  const glyphs = createGlyphs({ storage });

  const frames = createFrames({
    run(isVisible) {
      const isDrawn = module._xueshi_run_frame(isVisible ? 1 : 0) !== 0;
      if (isDrawn && isFirstFrame) {
        isFirstFrame = false;
        skeleton.remove();
        stage.classList.add("running");
        (window.requestIdleCallback ?? setTimeout)(release.start);
      }
      return isDrawn;
    },
    onFailure(error) {
      stage.inert = true;
      showTrouble("trouble-failed");
      throw error;
    },
  });

  const release = createRelease({ onChange: frames.request });

  const display = createDisplay({
    stage,
    probe: byId("probe"),
    scrollProbe: byId("scroll-probe"),
    onChange: (isResized) => (isResized ? frames.runNow() : frames.request()),
  });

  module.bridge = {
    heap,
    frames,
    display,
    painter: createPainter({
      canvas: byId("canvas"),
      display,
      heap,
      isProgramNear: isAccountOpen,
      onContext: frames.request,
      onNoContext() {
        // Nothing can be painted, but everything can be shown: by the plane itself.
        stage.classList.add("unpainted");
        showTrouble("trouble-graphics");
      },
    }),
    glyphs,
    plane: createPlane({
      stage,
      root: byId("plane"),
      polite: byId("polite"),
      assertive: byId("assertive"),
      heap,
      isCoarse: () => display.isCoarse,
      wake: frames.request,
    }),
    navigation: createNavigation({
      heap,
      onChange() {
        frames.request();
        release.moved();
      },
    }),
    language: createLanguage({ heap, early: language, onArrival: frames.request }),
    library: createLibrary({ heap, onArrival: frames.request }),
    lifecycle: createLifecycle({ onChange: frames.request }),
    network: createNetwork({ heap, onAnswer: frames.request, early: session }),
    planner: createPlanner({ heap, onAnswer: frames.request }),
    preferences: createPreferences({
      heap,
      onChange: (key, value) => {
        if (key === "account" && value !== "open") glyphs.forget();
      },
    }),
    program,
    release,
    storage,
    tabs,
    printer: createPrinter({ onFailure: frames.request }),
    files: createFiles({ heap, onFile: frames.request }),
    uploads: createUploads({ heap, onChange: frames.request }),
  };
  display.observe(byId("canvas"));

  // For tests and measurements; nothing in the client reads it.
  window.xueshi = Object.freeze({
    get frames() {
      return frames.count;
    },
    get frameTimes() {
      return frames.times;
    },
  });

  module.instantiateWasm = (imports, receive) => {
    Promise.resolve(language.ready) // nothing to wait for in Chinese
      .then(() => program.instantiate(imports))
      .then(receive, () => showTrouble("trouble-failed"));
    return {};
  };
  module.onRuntimeInitialized = frames.start;
  createClient(module);
}

if (typeof WebAssembly === "object" && "inert" in HTMLElement.prototype) start();
else showTrouble("trouble-old");
