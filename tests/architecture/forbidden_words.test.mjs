// What must not be said in a place: calls that would make the core impure, platform switches
// outside the platform layer, domain words in the widget layer, decisions in the HTTP layer.
import assert from "node:assert/strict";
import { test } from "node:test";

import { files, is_cpp, is_script, matches, read, without_comments, without_strings }
  from "./source_tree.mjs";

const code_of = (path) => without_strings(without_comments(read(path)));

function all_matches(paths, rules) {
  return paths.flatMap((path) => {
    const code = code_of(path);
    return rules.flatMap(([pattern, what]) => matches(path, code, pattern, what));
  });
}

test("core has no clock, chance, thread, exception or outside world", () => {
  const rules = [
    [/(?<![\w.>])(std::)?time\s*\(\s*(0|NULL|nullptr|&)/g, "time()"],
    [/\b(system|steady|high_resolution|utc|tai|gps|file)_clock\b/g, "a clock"],
    [/\bclock\s*\(\s*\)/g, "clock()"],
    [/(::|\.)now\s*\(/g, "now()"],
    [/\b(std::)?(gmtime|localtime|mktime|strftime|gettimeofday|clock_gettime)\s*\(/g, "the C clock"],
    [/\b(s?rand|random|arc4random)\s*\(/g, "rand()"],
    [/\brandom_device\b|\bmt19937/g, "a random generator"],
    [/\bstd::(jthread|thread|async|mutex|atomic)\b/g, "threads"],
    [/\bstd::(cout|cerr|clog|cin)\b/g, "standard streams"],
    [/\bf?printf\s*\(|\bputs\s*\(|\bfopen\s*\(/g, "C input and output"],
    [/\b(getenv|setenv|system|exit|abort)\s*\(/g, "the process"],
    [/\bthrow\b|\btry\s*\{|\bcatch\s*\(/g, "exceptions"],
    [/\bdynamic_cast\b|\btypeid\b/g, "run-time types"],
  ];
  assert.deepEqual(all_matches(files("core", is_cpp), rules), []);
});

test("core computes hours and money in whole numbers", () => {
  // Scores and fits are ratios and may be floating; amounts that a rule compares may not.
  const paths = ["core/ledger", "core/verification", "core/rules"].flatMap((folder) => {
    try {
      return files(folder, is_cpp);
    } catch {
      return [];
    }
  });
  assert.deepEqual(all_matches(paths, [[/\b(float|double)\b/g, "floating point"]]), []);
});

test("the platform is asked for in web/bridge and main.cpp only", () => {
  const paths = ["core", "web", "server", "tests"]
    .flatMap((folder) => files(folder, is_cpp))
    .filter((path) => !path.startsWith("web/bridge/") && path !== "web/main.cpp");
  const rules = [[/\b__EMSCRIPTEN__\b|\bEM_ASM|\bEM_JS\b|\bEMSCRIPTEN_KEEPALIVE\b/g]];
  assert.deepEqual(all_matches(paths, rules), []);
});

const kDomainWords =
  /teacher|course|enrol|ledger|diagnos|catalogue|quota|allocat(ed|ion)_?year|deci_?hours|district/gi;

test("the widget layer knows no domain word", () => {
  assert.deepEqual(all_matches(files("web/ui", is_cpp), [[kDomainWords]]), []);
});

test("the shell's scripts know no domain word", () => {
  assert.deepEqual(all_matches(files("shell", is_script), [[kDomainWords]]), []);
});

test("the HTTP layer never decides", () => {
  assert.deepEqual(all_matches(files("server/http", is_cpp), [[/\bdecide(_\w+)?\s*\(/g]]), []);
});

test("unfinished work is in the issue tracker, with its number", () => {
  const paths = files("", (path) => is_cpp(path) || is_script(path) || /\.(css|html|cmake|sh)$/.test(path));
  const wrong = paths.flatMap((path) => matches(path, read(path), /\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/g));
  const itself = "tests/architecture/forbidden_words.test.mjs";
  assert.deepEqual(wrong.filter((line) => !line.startsWith(itself)), []);
});
