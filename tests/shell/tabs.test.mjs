// The word a page leaves to the next page of its tab.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createTabs } from "../../shell/bridges/tabs.js";

const WORD = "xueshi.tab";

let storage; // of the tab, as sessionStorage keeps it
let isForbidden;
let page;

const sessionStorage = {
  getItem: (name) => allowed().get(name) ?? null,
  setItem: (name, value) => allowed().set(name, value),
  removeItem: (name) => allowed().delete(name),
};

function allowed() {
  if (isForbidden) throw new DOMException("no", "SecurityError");
  return storage;
}

function define(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

// A page begins in the tab; the one before hears nothing any more.
function openPage({ hidden = false } = {}) {
  const target = new EventTarget();
  const document = new EventTarget();
  document.hidden = hidden;
  define("document", document);
  define("addEventListener", target.addEventListener.bind(target));
  page = {
    tell: (name) => target.dispatchEvent(new Event(name)),
    show(isShown) {
      document.hidden = !isShown;
      document.dispatchEvent(new Event("visibilitychange"));
    },
  };
  let text = "";
  const heap = { result: (bytes) => ((text = new TextDecoder().decode(bytes)), bytes.length) };
  const tabs = createTabs({ heap, onNews() {} });
  page.tell("pageshow");
  return { remember: tabs.remember, remembered: () => (tabs.remembered() ? text : "") };
}

beforeEach(() => {
  define("navigator", {});
  define("BroadcastChannel", undefined);
  define("sessionStorage", sessionStorage);
  storage = new Map();
  isForbidden = false;
});

test("a reloaded page is left the word, once and again", () => {
  let tab = openPage();
  assert.equal(tab.remembered(), "");
  tab.remember("t1 h1");
  for (let reloads = 0; reloads < 2; ++reloads) {
    page.tell("pagehide");
    tab = openPage();
    assert.equal(tab.remembered(), "t1 h1");
  }
});

test("a page that was thrown out while it was hidden has left it", () => {
  openPage().remember("t1 h1");
  page.show(false);
  assert.equal(openPage({ hidden: true }).remembered(), "t1 h1");
  // And may be thrown out again before anybody sees it.
  assert.equal(openPage().remembered(), "t1 h1");
});

test("what is learnt while the page is hidden is left, too", () => {
  const tab = openPage();
  page.show(false);
  tab.remember("t1 h2");
  assert.equal(openPage().remembered(), "t1 h2");
});

test("a duplicate of a page that is seen is left nothing", () => {
  openPage().remember("t1 h1");
  page.show(false);
  page.show(true);
  assert.equal(storage.has(WORD), false);
  page.tell("pagehide");
  page.tell("pageshow");
  assert.equal(storage.has(WORD), false);
});

test("where nothing may be left the page works without", () => {
  isForbidden = true;
  const tab = openPage();
  tab.remember("t1 h1");
  page.tell("pagehide");
  assert.equal(tab.remembered(), "t1 h1");
  assert.equal(openPage().remembered(), "");
});
