// Everything a person can read is worded in web/locale, and every refusal has a sentence there.
import assert from "node:assert/strict";
import { test } from "node:test";

import { files, is_cpp, read, without_comments } from "./source_tree.mjs";

// Ideographs: words. Punctuation alone is a matter of line breaking.
const kHan = /[\u4e00-\u9fff]/;

// String literals of the code that hold Chinese, as "path:line: text".
function chinese_literals(paths) {
  return paths.flatMap((path) => {
    const code = without_comments(read(path));
    return [...code.matchAll(/"(?:\\.|[^"\\\n])*"/g)]
      .filter(([literal]) => kHan.test(literal))
      .map((match) => `${path}:${code.slice(0, match.index).split("\n").length}: ${match[0]}`);
  });
}

test("no Chinese outside web/locale in the client", () => {
  const paths = files("web", is_cpp).filter((path) => !path.startsWith("web/locale/"));
  assert.deepEqual(chinese_literals(paths), []);
});

test("projections hold no words of their own", () => {
  assert.deepEqual(chinese_literals(files("core/app", is_cpp)), []);
});

// Codes are declared as `ErrorCode kName{"Name"}` beside the functions that answer with them. Those of the
// command line (server/admin) never reach a person's screen.
const kAnswering = ["core", "server/auth", "server/authority", "server/http", "server/store"];
const declared_codes = () =>
  kAnswering.flatMap((folder) =>
    files(folder, is_cpp).flatMap((path) =>
      [...without_comments(read(path)).matchAll(/ErrorCode\s+k\w+\{"(\w+)"\}/g)].map(([, code]) => code),
    ),
  );

const worded_codes = () =>
  [...read("web/locale/refusals_zh.h").matchAll(/CodeSentence\{\s*"(\w+)"/g)].map(([, code]) => code);

test("every code of a refusal has a sentence that says what to do", () => {
  const worded = new Set(worded_codes());
  assert.deepEqual([...new Set(declared_codes())].filter((code) => !worded.has(code)), []);
});

test("each code is worded once", () => {
  assert.deepEqual(worded_codes(), [...new Set(worded_codes())]);
});

test("no word is left that nothing says", () => {
  const enumeration = read("web/locale/message.h").match(/enum class Message[^{]*\{([\s\S]*?)\};/)[1];
  const keys = [...without_comments(enumeration).matchAll(/\b([A-Z]\w*)\b/g)].map(([, key]) => key);
  const code = files("web", is_cpp)
    .filter((path) => !/^web\/locale\/(message\.h|messages_\w+\.cpp)$/.test(path))
    .map((path) => without_comments(read(path)))
    .join("\n");
  // Keys of a run that locale.cpp counts through from its first one.
  const kRuns = [
    ["WeekdayMonday", 7], ["ShortMonday", 7], ["StageKindergarten", 5], ["SubjectChinese", 17], ["KindPublic", 5],
    ["GroupPublic", 4], ["DeliveryDistance", 3], ["PaymentUnpaid", 3], ["RoleTeacher", 7], ["StateVerified", 4],
    ["FitHeld", 12], ["WhyHeld", 11], ["TroubleGone", 9],
  ];
  const counted = new Set(
    kRuns.flatMap(([first, count]) => keys.slice(keys.indexOf(first), keys.indexOf(first) + count)),
  );
  const unsaid = keys.filter(
    (key) => key !== "Count" && !counted.has(key) && !new RegExp(`Message::${key}\\b`).test(code),
  );
  assert.deepEqual(unsaid, []);
});
