// The language of the page, and the words of the one that is not part of the program
// (web/ports/page_language.h).

import { readPreference } from "./preferences.js";

const CHINESE = "zh-CN";
const FILES = new Map([["en", "words_en.txt"]]);
const PATIENCE = 3000; // ms the first picture waits for words, unless they are there

const encoder = new TextEncoder();
const page = document.documentElement;
const description = document.querySelector("meta[name=description]");
const descriptions = { [CHINESE]: description.content, ...description.dataset };

// The person's choice on this device, else Chinese unless the browser asks for other languages alone.
function firstLanguage() {
  const chosen = readPreference("language");
  if (chosen === CHINESE || FILES.has(chosen)) return chosen;
  const asked = navigator.languages ?? [];
  return asked.length > 0 && !asked.some((tag) => /^zh\b/i.test(tag)) ? "en" : CHINESE;
}

// What the browser says of the page is in its language, too.
function setLanguage(tag) {
  page.lang = tag;
  description.content = descriptions[tag];
}

// Bytes; none when they could not be had.
async function load(tag) {
  try {
    const response = await fetch(new URL(FILES.get(tag), document.baseURI));
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // as good as an answer without words
  }
  return new Uint8Array();
}

// Before the first picture: it is in the right language, and the program's words are under way. The program
// waits for `ready`, so that it does not begin in another one.
export function beginLanguage() {
  const early = { tag: firstLanguage(), words: null, loaded: null, ready: null };
  setLanguage(early.tag);
  if (!FILES.has(early.tag)) return early;
  document.title = document.querySelector("title").dataset[early.tag];
  early.loaded = load(early.tag).then((words) => {
    early.words = words;
  });
  early.ready = Promise.race([early.loaded, new Promise((done) => setTimeout(done, PATIENCE))]);
  return early;
}

// `early` is what beginLanguage answered: its words serve the first time they are asked for.
export function createLanguage({ heap, early, onArrival }) {
  const arrived = [];

  return {
    tag: () => heap.result(encoder.encode(page.lang)),
    setTag: setLanguage,
    async fetch(tag) {
      if (tag === early.tag) {
        early.tag = null;
        if (!early.words) await early.loaded; // not where they are here: the frame that asks has them
        arrived.push(early.words);
      } else {
        arrived.push(await load(tag));
      }
      onArrival();
    },
    // The size of the next file, or -1.
    next: () => (arrived.length === 0 ? -1 : heap.result(arrived.shift())),
  };
}
