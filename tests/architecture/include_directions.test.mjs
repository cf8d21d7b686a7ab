// Who may include whom. The tables are docs/ARCHITECTURE.md in a form that can fail.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { files, includes, is_cpp, kRoot, read } from "./source_tree.mjs";

// A room includes itself and rooms of earlier levels; two features of one level never meet.
const kCoreLevels = [
  ["base"],
  ["rules", "organisation", "catalogue", "sync"],
  ["enrolment", "ledger", "diagnostic"],
  ["verification"],
  ["plan", "allocation", "registration", "certificate"],
  ["app"],
  ["codec"],
];

const core_below = (level) => kCoreLevels.slice(0, level).flat().map((room) => `core/${room}`);
const kCoreUpToApp = core_below(6);
const kWholeCore = [...core_below(7), "core/packs"];

// Folder → folders and files whose headers it may include, beside its own.
const kMayInclude = {
  "core/packs": [],

  // A text field or a list knows no domain word; ids and times of the base are as far as it goes.
  "web/ui": ["core/base"],
  "web/ports": ["core/base", "core/sync", "web/ui/semantics.h", "web/ui/plane_patch.h"],
  "web/locale": kCoreUpToApp,
  // The runtime fills what views ask for: their command sink and their status line.
  "web/runtime": [
    ...[...kWholeCore, "web/ports", "web/ui"],
    ...["web/views/actions.h", "web/views/status.h"],
  ],
  "web/bridge": ["core/base", "core/sync", "web/ports", "web/ui"],
  "web/native": ["core/base", "core/sync", "web/ports", "web/ui"],
  // Never ports, bridge, runtime or codec: a projection, a UI state and a command sink.
  "web/views": [...kCoreUpToApp, "web/ui", "web/locale"],

  "server/store": ["core/base", "core/sync", "core/organisation", "server/embedded_texts.h"],
  "server/readings": ["core/base", "core/catalogue"],
  "server/exchange": ["core/base", "core/diagnostic", "core/codec"],
  "server/tables": ["core/base", "server/exchange"],
  "server/auth": ["core/base", "core/organisation", "server/store"],
  "server/authority": [...kWholeCore, "server/store", "server/embedded_questions.h"],
  "server/certificates": [...kWholeCore, "server/store", "server/authority"],
  "server/http": [
    ...["core/base", "core/sync", "core/codec"],
    ...["server/authority", "server/certificates", "server/store", "server/auth", "server/embedded_texts.h"],
  ],
  "server/bureau": [
    ...[...kWholeCore, "server/store", "server/auth", "server/authority"],
    ...["server/tables"],
  ],
  "server/sample": [
    ...[...kWholeCore, "server/store"],
    ...["server/auth", "server/authority", "server/readings"],
  ],
  "server/admin/pure": kWholeCore,
  "server/admin": [...kWholeCore, "server"],
};
kCoreLevels.forEach((rooms, level) => {
  for (const room of rooms) kMayInclude[`core/${room}`] = core_below(level);
});
kMayInclude["core/codec"].push("core/packs");

// The composition roots alone know everything of their side, and whatever stands beside them.
const kUnlisted = { core: [], web: ["core", "web"], server: ["core", "server"] };

// Libraries, and the only places that see them. core is held to the standard library below.
const kLibraries = [
  { header: /^nlohmann\//, places: ["core/codec/", "server/"] },
  { header: /^(emscripten|GLES|EGL|webgl)/, places: ["web/bridge/"] },
  { header: /^(imgui|backends\/|misc\/)/, places: ["web/ui/", "web/bridge/"] },
  { header: /^sqlite3/, places: ["server/store/"] },
  { header: /^sodium/, places: ["server/"] },
  { header: /^pugixml/, places: ["server/exchange/", "server/tables/"] },
  { header: /^(zip|xlsxwriter|iconv)\.h/, places: ["server/tables/"] },
  { header: /^httplib/, places: ["server/http/", "server/admin/", "tests/"] },
];

// Standard headers that would bring a clock, a thread, chance or the outside world into the core.
const kNotInCore = new Set([
  ...["iostream", "istream", "ostream", "fstream", "sstream", "print", "cstdio", "filesystem"],
  ...["ctime", "random", "thread", "mutex", "shared_mutex", "condition_variable", "future"],
  ...["semaphore", "latch", "barrier", "stop_token", "atomic", "csignal", "exception"],
  ...["stdexcept", "typeinfo", "typeindex", "any", "locale", "regex"],
]);

const starts_with_one_of = (path, places) =>
  places.some((place) => path === place || path.startsWith(place.endsWith("/") ? place : `${place}/`));

// The longest listed folder a file lies in: server/admin/pure before server/admin.
function listed_folder(path) {
  let folder = dirname(path);
  while (folder !== "." && !(folder in kMayInclude)) folder = dirname(folder);
  return folder === "." ? undefined : folder;
}

function allowed_targets(path) {
  const folder = listed_folder(path);
  if (folder) return [folder, ...kMayInclude[folder]];
  const [side, rest] = path.split(/\/(.*)/);
  return rest.includes("/") ? undefined : kUnlisted[side];
}

const sources = ["core", "web", "server"].flatMap((folder) => files(folder, is_cpp));

test("every source folder stands in the table", () => {
  const strangers = sources.filter((path) => !allowed_targets(path)).map((path) => dirname(path));
  assert.deepEqual([...new Set(strangers)], []);
});

test("includes of the project follow the table", () => {
  const wrong = [];
  for (const path of sources) {
    const allowed = allowed_targets(path) ?? [];
    for (const { line, target, quoted } of includes(read(path))) {
      if (quoted && !starts_with_one_of(target, allowed)) wrong.push(`${path}:${line}: ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("quoted includes name a file from the root", () => {
  const wrong = [];
  for (const path of [...sources, ...files("tests", is_cpp)]) {
    for (const { line, target, quoted } of includes(read(path))) {
      if (quoted && !existsSync(join(kRoot, target))) wrong.push(`${path}:${line}: ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("a .cpp includes its own header before anything else, and so proves that it stands alone", () => {
  const wrong = sources
    .filter((path) => path.endsWith(".cpp"))
    .map((path) => ({ path, own: path.replace(/\.cpp$/, ".h") }))
    .filter(({ path, own }) => existsSync(join(kRoot, own)) && includes(read(path))[0]?.target !== own)
    .map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test("libraries are included in their own places only", () => {
  const wrong = [];
  for (const path of sources) {
    for (const { line, target, quoted } of includes(read(path))) {
      if (quoted) continue;
      const library = kLibraries.find(({ header }) => header.test(target));
      const wide_enough = !library || library.places.some((place) => path.startsWith(place));
      if (!wide_enough) wrong.push(`${path}:${line}: ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("core includes the standard library only, and of it what is pure", () => {
  const wrong = [];
  for (const path of sources.filter((source) => source.startsWith("core/"))) {
    for (const { line, target, quoted } of includes(read(path))) {
      if (quoted || (path.startsWith("core/codec/") && target.startsWith("nlohmann/"))) continue;
      const is_standard = /^[a-z0-9_]+$/.test(target);
      if (!is_standard || kNotInCore.has(target)) wrong.push(`${path}:${line}: ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});
