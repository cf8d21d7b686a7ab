// Everything a person can read is worded in web/locale, in Chinese and in English, and every refusal has a
// sentence there. The page's own few words stand in shell/index.html, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";

import { allDifferences, placesOf, readTables } from "../../web/locale/pack_words.mjs";
import { files, is_cpp, is_script, read, without_comments } from "./source_tree.mjs";

// Ideographs: words. Punctuation alone is a matter of line breaking.
const kHan = /[\u4e00-\u9fff]/;

// String literals of code, as { text, at, place: "path:line: literal" }.
function literals(path, code = without_comments(read(path))) {
  const line = (at) => code.slice(0, at).split("\n").length;
  const literal = is_script(path) ? /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g : /"(?:\\.|[^"\\\n])*"/g;
  return [...code.matchAll(literal)].map(({ 0: found, index }) => ({
    text: found.slice(1, -1),
    at: index,
    place: `${path}:${line(index)}: ${found}`,
  }));
}

const chinese_literals = (paths) =>
  paths.flatMap((path) => literals(path).filter(({ text }) => kHan.test(text)).map(({ place }) => place));

// What stands between the brackets that open at `from`.
function arguments_at(code, from) {
  let depth = 0;
  for (let at = from; at < code.length; ++at) {
    if (code[at] === '"') at += code.slice(at).match(/^"(?:\\.|[^"\\\n])*"/)?.[0].length - 1 || 0;
    if (code[at] === "(") ++depth;
    if (code[at] === ")" && --depth === 0) return code.slice(from + 1, at);
  }
  return "";
}

const client_sources = () => files("web", is_cpp).filter((path) => !path.startsWith("web/locale/"));

test("no Chinese outside web/locale in the client", () => {
  assert.deepEqual(chinese_literals([...client_sources(), ...files("shell", is_script)]), []);
});

// Codes that the runtime posts: they are worded, not shown.
const notice_codes = () =>
  [...read("web/locale/locale.cpp").matchAll(/NoticeSentence\{"(\w+)"/g)].map(([, code]) => code);

test("no English outside web/locale in the client: no sentence, no word with a capital", () => {
  const keys = ["ArrowUp", "ArrowDown"]; // as the browser names them
  const codes = new Set([...notice_codes(), ...worded_codes(), ...keys]);
  const is_said = ({ text }) =>
    !codes.has(text) && (/^[A-Z][a-z]/.test(text) || /[A-Za-z]{2}[,.:;]? [A-Za-z]{2}/.test(text));
  const wrong = client_sources()
    .filter((path) => !path.startsWith("web/bridge/")) // its scripts are strings to the compiler
    .flatMap((path) => literals(path).filter(is_said).map(({ place }) => place));
  assert.deepEqual(wrong, []);
});

// The expression that begins at `from`: up to the comma, bracket or semicolon that ends it.
function expression_at(code, from) {
  let depth = 0;
  for (let at = from; at < code.length; ++at) {
    if (code[at] === '"') at += code.slice(at).match(/^"(?:\\.|[^"\\\n])*"/)?.[0].length - 1 || 0;
    else if (/[([{]/.test(code[at])) ++depth;
    else if (/[)\]}]/.test(code[at]) && --depth < 0) return code.slice(from, at);
    else if (/[,;]/.test(code[at]) && depth === 0) return code.slice(from, at);
  }
  return code.slice(from);
}

// Literals with a letter that an expression can come to: what is compared with is none, nor is the name of a node.
const words_in = (expression) =>
  [...expression.matchAll(/([!=]=\s*|\bid\(\s*)?"((?:\\.|[^"\\\n])*)"/g)]
    .filter(([, before, text]) => !before && /[A-Za-z]/.test(text))
    .map(([, , text]) => text);

const kFields =
  /\.(label|title|text|note|name|second|sentence|placeholder|error|caption|safe|primary|secondary|confirm|cancel|close_name|back_name|action_name|percent_text|description|hint|message|action|value)\s*\+?=(?!=)\s*/g;

// [index, literal] of what a field that is read out or drawn is given.
const literals_of_fields = (code) =>
  [...code.matchAll(kFields)].flatMap((match) =>
    words_in(expression_at(code, match.index + match[0].length)).map((text) => [match.index, text]),
  );

test("the scan sees literals behind conditions, conversions and sums, and not what is compared", () => {
  const found = (code) => literals_of_fields(code).map(([, text]) => text);
  assert.deepEqual(found('{.label = is_busy ? "saving" : "saved", .icon = x}'), ["saving", "saved"]);
  assert.deepEqual(found('look.title = std::string("offline");'), ["offline"]);
  assert.deepEqual(found('{.text = count + " h"}'), [" h"]);
  assert.deepEqual(found('look.note += "s";'), ["s"]);
  assert.deepEqual(found('{.label = words.format(Message::Some, {"a few"})}'), ["a few"]);
  assert.deepEqual(found('{.label = kind == "late" ? words(Message::A) : words(Message::B)}; f("x")'), []);
  assert.deepEqual(found('{.title = name, .id = "title"}; if (look.title == "x") f("y");'), []);
});

test("what draws text or names a control is not given a literal", () => {
  const kCalls = /\b(draw_text|draw_paragraph|draw_runs|measure_text|measure_paragraph|add_node|announce)\s*\(/g;
  const wrong = [];
  for (const path of client_sources()) {
    const code = without_comments(read(path)).replace(/\b(node_)?id\(\s*"\w*"/g, (id) => " ".repeat(id.length));
    const tell = (at, what) => wrong.push(`${path}:${code.slice(0, at).split("\n").length}: ${what}`);
    for (const [at, text] of literals_of_fields(code)) tell(at, text);
    for (const match of code.matchAll(kCalls)) {
      const given = arguments_at(code, match.index + match[0].length - 1);
      if (/"[^"]*[A-Za-z][^"]*"/.test(given)) tell(match.index, match[1]);
    }
    // A scope's first literal is its id; a second one would be a name.
    for (const match of code.matchAll(/\bNodeScope \w+\s*\(/g)) {
      const given = arguments_at(code, match.index + match[0].length - 1);
      if ((given.match(/"\w+"/g) ?? []).length > 1) tell(match.index, "NodeScope");
    }
  }
  assert.deepEqual(wrong, []);
});

test("the shell's scripts say nothing", () => {
  const wrong = [];
  for (const path of files("shell", is_script)) {
    const code = without_comments(read(path));
    for (const { text, at, place } of literals(path, code)) {
      const is_sentence = /^[A-Za-z][\w’',-]*( [\w’',-]+)+[.!?…]?$/.test(text);
      const is_complaint = /Error\($/.test(code.slice(0, at));
      if (is_sentence && !is_complaint) wrong.push(place);
      const kShown = /(textContent|innerText|\.title|placeholder|ariaLabel|"aria-label",?|alert\()\s*[=(,]?\s*$/;
      if (kShown.test(code.slice(Math.max(0, at - 40), at)) && /[A-Za-z]{2}/.test(text)) wrong.push(place);
    }
  }
  assert.deepEqual(wrong, []);
});

for (const page of ["shell/index.html", "shell/verify.html"]) {
  test(`the own words of ${page} stand there in both languages`, () => {
    const html = read(page).replace(/<!doctype html>|<!--[\s\S]*?-->/g, "");
    const wrong = [];
    const open = []; // [tag, lang] down to where the text stands
    for (const [, closing, tag, attributes, text] of html.matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi)) {
      if (text === undefined) {
        if (closing) open.splice(open.findLastIndex(([name]) => name === tag));
        else if (!/\/$/.test(attributes) && !/^(meta|link|br|input)$/.test(tag)) {
          open.push([tag, attributes.match(/\blang="([\w-]+)"/)?.[1]]);
        }
        if (tag !== "meta" && /\b(alt|title|aria-label|placeholder)="[^"]/.test(attributes)) wrong.push(`<${tag}${attributes}>`);
        continue;
      }
      if (text.trim() === "" || open.some(([name]) => name === "script")) continue;
      const [name, lang] = open.at(-1);
      if (name === "title") continue;
      const is_right = lang === "en" ? !kHan.test(text) : lang === "zh-CN" && kHan.test(text) && name !== "html";
      if (!is_right) wrong.push(text.trim());
    }
    const pairs = html.match(/<span lang="zh-CN">[^<]*<\/span>\s*<span lang="en">[^<]*<\/span>/g) ?? [];
    assert.deepEqual(wrong, []);
    assert.equal(pairs.length, html.match(/<span lang=/g).length / 2);
    assert.match(html, /<title data-en="[\w ]+">/);
    const [, chinese, english] = html.match(/<meta name="description" content="([^"]*)" data-en="([^"]*)">/) ?? [];
    assert.ok(kHan.test(chinese) && english && !kHan.test(english), "the description stands there in both, too");
  });
}

// The manifest's own words are Chinese, as its "lang" says; browsers that know localised members take the others.
test("the manifest says everything in English, too", () => {
  const manifest = JSON.parse(read("shell/manifest.webmanifest"));
  assert.equal(manifest.lang, "zh-CN");
  const wrong = [];
  for (const part of [manifest, ...manifest.shortcuts]) {
    for (const [key, words] of Object.entries(part)) {
      if (typeof words !== "string" || !kHan.test(words)) continue;
      const english = part[`${key}_localized`]?.en;
      if (!english || kHan.test(english)) wrong.push(key);
    }
  }
  assert.deepEqual(wrong, []);
});

test("projections hold no words of their own", () => {
  assert.deepEqual(chinese_literals(files("core/app", is_cpp)), []);
});

test("English says what Chinese says: every key, every refusal, the same values", () => {
  assert.deepEqual(allDifferences(readTables()), []);
});

test("a word that English lacks, repeats, invents or fills differently is named", () => {
  const tables = readTables();
  const [[key, words], ...rest] = tables.english.messages;
  const said = (messages) => allDifferences({ ...tables, english: { ...tables.english, messages } });
  assert.deepEqual(said(rest), [`messages_en.txt: ${key} is missing`]);
  assert.deepEqual(said([...tables.english.messages, [key, words]]), [`messages_en.txt: ${key} is said twice`]);
  assert.deepEqual(said([...tables.english.messages, ["Nothing", "x"]]), ["messages_en.txt: Nothing is not known"]);
  assert.deepEqual(said([[key, `${words} {0}`], ...rest]), [`messages_en.txt: ${key} speaks of other values`]);
  const refusals = tables.english.refusals.slice(1);
  assert.equal(allDifferences({ ...tables, english: { ...tables.english, refusals } }).length, 1);
  assert.equal(placesOf("{1} {0|hour|hours} of {1}"), "01");
});

test("no language leaks into the other", () => {
  const { chinese, english } = readTables();
  const kBothLanguages = new Set(["LanguageEnglish", "LanguageChinese", "NoticeLanguageUnavailable"]);
  const kInitials = /xxjs|Safari|Chrome|PDF|JPEG|PNG/g; // an example of what can be typed; names
  const entries = (table) => [...table.messages, ...table.refusals].filter(([key]) => !kBothLanguages.has(key));
  const latin = entries(chinese).filter(([, words]) => /[A-Za-z]{2}/.test(words.replace(kInitials, "")));
  const han = entries(english).filter(([, words]) => /[\u3000-\u9fff\uff00-\uffef]/.test(words));
  assert.deepEqual({ latin, han }, { latin: [], han: [] });
});

test("English counts one as one", () => {
  // A year's hours are many; "receipt {0} becomes" is no plural.
  const kOthers = new Set(["ArrangedNoteShort", "NewsReceiptLostTitle", "PlanEmptyText", "WithdrawText"]);
  const wrong = readTables().english.messages.filter(
    ([key, words]) => !kOthers.has(key) && /\{\d\} [a-z]+s\b/.test(words),
  );
  assert.deepEqual(wrong, []);
});

// Codes are declared as `ErrorCode kName{"Name"}` beside the functions that answer with them. Those of the
// command line (server/admin) never reach a person's screen.
const kAnswering = ["core", "server/auth", "server/authority", "server/certificates", "server/http", "server/store"];
const declared_codes = (folders = kAnswering) =>
  folders.flatMap((folder) =>
    files(folder, is_cpp).flatMap((path) =>
      [...without_comments(read(path)).matchAll(/ErrorCode\s+k\w+\{"(\w+)"\}/g)].map(([, code]) => code),
    ),
  );

const codes_of = (file) => [...read(file).matchAll(/CodeSentence\{\s*"(\w+)"/g)].map(([, code]) => code);
const first_codes = () => codes_of("web/locale/refusals_zh.h");
const worded_codes = () => [...first_codes(), ...codes_of("web/locale/refusals_zh_screens.h")];

test("every code of a refusal has a sentence that says what to do", () => {
  const worded = new Set(worded_codes());
  assert.deepEqual([...new Set(declared_codes())].filter((code) => !worded.has(code)), []);
});

test("what the log-in, the sync and the store can answer is worded from the start", () => {
  const first = new Set(first_codes());
  assert.deepEqual(declared_codes(["core/sync", "server/auth", "server/store"]).filter((code) => !first.has(code)), []);
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
  // Keys of a run that web/locale counts through from its first one.
  const kRuns = [
    ["MonthJanuary", 12], ["MonthShortJanuary", 12], ["WeekdayMonday", 7], ["ShortMonday", 7], ["StageKindergarten", 5], ["SubjectChinese", 17], ["KindPublic", 5],
    ["GroupPublic", 4], ["DeliveryDistance", 3], ["PaymentUnpaid", 3], ["RoleTeacher", 7], ["StateVerified", 4],
    ["FitHeld", 12], ["WhyHeld", 11], ["TroubleGone", 9], ["DisagreementRun", 7], ["DidRemove", 4],
  ];
  const counted = new Set(
    kRuns.flatMap(([first, count]) => keys.slice(keys.indexOf(first), keys.indexOf(first) + count)),
  );
  const unsaid = keys.filter(
    (key) => key !== "Count" && !counted.has(key) && !new RegExp(`Message::${key}\\b`).test(code),
  );
  assert.deepEqual(unsaid, []);
});

// Views of the screens' part of the program and what only they use (web/program_parts.txt).
const kLaterViews = /^web\/views\/(desk_|hours_|hour_words|kept_files|registers_|special_|substitution_|receipt_lookup|plan_|profile_view|statistics_view|diagnostic_)/;

test("words that come with the screens are asked for by their views alone", () => {
  const later = new Set(readTables().chinese.later.map(([key]) => key));
  assert.ok(later.size > 500);
  const early = files("web", is_cpp).filter((path) => !kLaterViews.test(path) && !/^web\/locale\/messages?_|message\.h$/.test(path));
  const asked = early.flatMap((path) =>
    [...without_comments(read(path)).matchAll(/Message::(\w+)/g)].filter(([, key]) => later.has(key)).map(([, key]) => `${path}: ${key}`),
  );
  assert.deepEqual(asked, []);
});
