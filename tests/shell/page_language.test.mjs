// Which language a page begins in, and that its words are there when the program first asks.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const page = { lang: "zh-CN" };
const description = { content: "规划", dataset: { en: "Planning" } };
globalThis.document = {
  documentElement: page,
  baseURI: "http://city.example/plan",
  title: "学时",
  querySelector: (what) => (what === "title" ? { dataset: { en: "Xueshi" } } : description),
};
const stored = new Map();
globalThis.localStorage = { getItem: (key) => stored.get(key) ?? null, setItem() {}, removeItem() {} };
const asks = (languages) =>
  Object.defineProperty(globalThis, "navigator", { value: { languages }, configurable: true });

const { beginLanguage, createLanguage } = await import("../../shell/bridges/language.js");

const heap = { result: (bytes) => ((heap.last = bytes), bytes.length) };
const answering = (answer) => (globalThis.fetch = async () => answer());
const words = () => ({ ok: true, arrayBuffer: async () => new TextEncoder().encode("words").buffer });

beforeEach(() => {
  page.lang = "zh-CN";
  stored.clear();
  answering(words);
});

for (const [languages, chosen, expected] of [
  [["zh-CN"], null, "zh-CN"],
  [["zh-Hant-HK", "en"], null, "zh-CN"],
  [["en-US", "ZH"], null, "zh-CN"],
  [[], null, "zh-CN"],
  [undefined, null, "zh-CN"],
  [["en-GB"], null, "en"],
  [["de", "fr"], null, "en"],
  [["zha"], null, "en"],
  [["en-GB"], "zh-CN", "zh-CN"],
  [["zh-CN"], "en", "en"],
  [["zh-CN"], "toString", "zh-CN"],
]) {
  test(`asked for ${languages}, chosen ${chosen}: ${expected}`, () => {
    asks(languages);
    if (chosen) stored.set("xueshi.language", chosen);
    beginLanguage();
    assert.equal(page.lang, expected);
    assert.equal(description.content, expected === "en" ? "Planning" : "规划");
  });
}

test("who changes the language changes what the browser says of the page", () => {
  asks(["zh-CN"]);
  const language = createLanguage({ heap, early: beginLanguage(), onArrival() {} });
  language.setTag("en");
  assert.deepEqual([page.lang, description.content], ["en", "Planning"]);
  language.setTag("zh-CN");
  assert.deepEqual([page.lang, description.content], ["zh-CN", "规划"]);
});

test("words that arrived before the program are handed over in the frame that asks for them", async () => {
  asks(["en"]);
  const early = beginLanguage();
  await early.ready;
  const language = createLanguage({ heap, early, onArrival() {} });
  assert.equal(language.next(), -1);
  language.fetch("en");
  assert.equal(language.next(), 5);
  assert.equal(new TextDecoder().decode(heap.last), "words");
  assert.equal(language.next(), -1);
});

test("what cannot be had arrives as nothing, and is asked for anew", async () => {
  asks(["zh-CN"]);
  let arrivals = 0;
  const language = createLanguage({ heap, early: beginLanguage(), onArrival: () => ++arrivals });
  answering(() => Promise.reject(new TypeError("offline")));
  await language.fetch("en");
  assert.equal(language.next(), 0);
  answering(() => ({ ok: false }));
  await language.fetch("en");
  assert.equal(language.next(), 0);
  answering(words);
  await language.fetch("en");
  assert.equal(language.next(), 5);
  assert.equal(arrivals, 3);
});
