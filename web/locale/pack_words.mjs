// node pack_words.mjs <English> <later Chinese>
//
// Packs English (messages_en.txt, refusals_en.txt) into the file that the page fetches; its form is told in
// english.h. And the Chinese that comes with the screens (messages_zh_screens.cpp, refusals_zh_screens.h), as
// later_words.h tells. Fails, naming what is wrong, when a key or a refusal that Chinese has is missing here, is said
// twice, is not known, or speaks of other values.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = dirname(fileURLToPath(import.meta.url));
const UNKNOWN = "Unknown";

const withoutComments = (code) => code.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*/g, (_, string) => string ?? "");

// Adjacent literals are one: "a" "b".
const textOf = (literals) => [...literals.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, text]) => text).join("");
const LITERAL = String.raw`((?:"(?:\\.|[^"\\])*"\s*)+)`;

// The keys of message.h, in their order.
export function keysOf(header) {
  const [, keys] = withoutComments(header).match(/enum class Message[^{]*\{([\s\S]*?)\};/);
  return [...keys.matchAll(/\w+/g)].map(([key]) => key).filter((key) => key !== "Count");
}

// [key, words] of messages_zh.cpp.
export function chineseMessages(code) {
  const entry = new RegExp(String.raw`\{(\w+),\s*${LITERAL}\}`, "g");
  return [...withoutComments(code).matchAll(entry)].map(([, key, literals]) => [key, textOf(literals)]);
}

// [code, sentence] of refusals_zh.h and refusals_zh_screens.h; a named sentence goes under "Code {0}", the sentence for
// an unknown one, which the first has, under "Unknown".
export function chineseRefusals(code) {
  const plain = withoutComments(code);
  const entry = new RegExp(String.raw`CodeSentence\{\s*"(\w+)",\s*${LITERAL}(?:,\s*${LITERAL})?\}`, "g");
  const unknown = plain.match(new RegExp(String.raw`kUnknownRefusalZh\s*=\s*${LITERAL}`));
  return [
    ...(unknown ? [[UNKNOWN, textOf(unknown[1])]] : []),
    ...[...plain.matchAll(entry)].flatMap(([, name, sentence, named]) => [
      [name, textOf(sentence)],
      ...(named ? [[`${name} {0}`, textOf(named)]] : []),
    ]),
  ];
}

// [key, words] of a file of English.
export function englishWords(text) {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const colon = line.indexOf(":");
      const words = line.slice(colon + 1).trim();
      return [line.slice(0, colon).trim(), words.match(/^"([^"]*)"$/)?.[1] ?? words];
    });
}

// The values a text speaks of: "{0}" and "{0|hour|hours}" are the same one.
export const placesOf = (words) =>
  [...new Set([...words.matchAll(/\{(\d)(?:\|[^|{}]*\|[^|{}]*)?\}/g)].map(([, index]) => index))].sort().join("");

// Complaints about one table of English against that of Chinese.
export function differences(chinese, english, file) {
  const wanted = new Map(chinese);
  const found = new Map(english);
  const wrong = english
    .filter(([key], index) => english.findIndex(([other]) => other === key) !== index)
    .map(([key]) => `${file}: ${key} is said twice`);
  for (const [key, words] of found) {
    if (!wanted.has(key)) wrong.push(`${file}: ${key} is not known`);
    else if (placesOf(words) !== placesOf(wanted.get(key))) wrong.push(`${file}: ${key} speaks of other values`);
    if (words === "" || /[\t\\]/.test(words)) wrong.push(`${file}: ${key} has no words, a tab or a backslash`);
    if (/[{}]/.test(words.replace(/\{\d(\|[^|{}]*\|[^|{}]*)?\}/g, ""))) wrong.push(`${file}: ${key} has a stray brace`);
  }
  for (const key of wanted.keys()) if (!found.has(key)) wrong.push(`${file}: ${key} is missing`);
  return wrong;
}

// A line for each code.
function refusalLines(refusals) {
  const sentences = new Map(refusals);
  const named = (code) => sentences.get(`${code} {0}`) ?? "";
  const codes = [...sentences.keys()].filter((code) => /^\w+$/.test(code) && code !== UNKNOWN);
  return codes.map((code) => `${code}\t${sentences.get(code)}\t${named(code)}`);
}

export function packed({ keys, messages, refusals }) {
  return [
    "xueshi.words/1 en",
    ...keys.map((key) => new Map(messages).get(key)),
    new Map(refusals).get(UNKNOWN),
    ...refusalLines(refusals),
    "",
  ].join("\n");
}

export function packedLater({ keys, later, laterRefusals }) {
  const words = new Map(later);
  const lines = [...keys.map((key) => words.get(key) ?? ""), ...refusalLines(laterRefusals)];
  return ["xueshi.words/2 zh-CN screens", ...lines, ""].join("\n");
}

export function readTables(folder = FOLDER) {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const laterRefusals = chineseRefusals(read("refusals_zh_screens.h"));
  return {
    keys: keysOf(read("message.h")),
    chinese: {
      messages: [...chineseMessages(read("messages_zh.cpp")), ...chineseMessages(read("messages_zh_screens.cpp"))],
      later: chineseMessages(read("messages_zh_screens.cpp")),
      refusals: [...chineseRefusals(read("refusals_zh.h")), ...laterRefusals],
      laterRefusals,
    },
    english: {
      messages: englishWords(read("messages_en.txt")),
      refusals: englishWords(read("refusals_en.txt")),
    },
  };
}

export function allDifferences({ keys, chinese, english }) {
  const known = new Set(chinese.messages.map(([key]) => key));
  return [
    ...keys.filter((key) => !known.has(key)).map((key) => `messages_zh.cpp: ${key} is missing`),
    ...(known.size < chinese.messages.length ? ["messages_zh.cpp and messages_zh_screens.cpp say a key both"] : []),
    ...differences(chinese.messages, english.messages, "messages_en.txt"),
    ...differences(chinese.refusals, english.refusals, "refusals_en.txt"),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tables = readTables();
  const wrong = allDifferences(tables);
  if (wrong.length > 0) {
    console.error(wrong.map((line) => `web/locale/${line}`).join("\n"));
    process.exit(1);
  }
  writeFileSync(process.argv[2], packed({ keys: tables.keys, ...tables.english }));
  writeFileSync(process.argv[3], packedLater({ keys: tables.keys, ...tables.chinese }));
}
