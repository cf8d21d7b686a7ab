// The service worker over caches and a network made by the test: whole releases or none, every route from
// the device, two releases kept, the server's data untouched.

import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import vm from "node:vm";

const SOURCE = readFileSync(new URL("../../shell/service_worker.js", import.meta.url), "utf8");
const ORIGIN = "https://hours.example";

const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 10);
const pathOf = (request) => new URL(request.url ?? request, ORIGIN).href.slice(ORIGIN.length);

// Cache storage of one origin, in the order of creation.
class Caches {
  stores = new Map();
  isFull = false;

  async open(name) {
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    const store = this.stores.get(name);
    return {
      put: async (request, response) => {
        if (this.isFull) throw new DOMException("", "QuotaExceededError");
        store.set(pathOf(request), await response.text());
      },
    };
  }
  async keys() {
    return [...this.stores.keys()];
  }
  async delete(name) {
    return this.stores.delete(name);
  }
  async match(request, { cacheName } = {}) {
    for (const [name, store] of this.stores) {
      const text = cacheName && cacheName !== name ? undefined : store.get(pathOf(request));
      if (text !== undefined) return new Response(text);
    }
    return undefined;
  }
}

// What the server answers: path → text, or a status.
let served;
let fetched;
let caches;

async function answer(request, options) {
  const path = pathOf(request);
  fetched.push(options?.cache === "reload" ? `${path} anew` : path);
  const text = options?.cache === "default" && served.httpCache?.[path] ? served.httpCache[path] : served.files[path];
  if (served.isDown) throw new TypeError("no network");
  if (typeof text !== "string") return new Response("", { status: text ?? 404 });
  return new Response(text);
}

// A release by its name: a page, a script and a lazily fetched program, each named after its content.
function release(name) {
  const boot = `boot of ${name}`;
  const lazy = `planner of ${name}`;
  const names = { boot: `/boot.${digest(boot)}.js`, lazy: `/planner.${digest(lazy)}.wasm` };
  const files = { "/index.html": `page of ${name}`, [names.boot]: boot, [names.lazy]: lazy };
  const assets = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(1), digest(text)]));
  return { name, cache: `release-${name}`, files, assets, ...names };
}

class Worker {
  #handlers = {};
  claimed = 0;
  skipped = 0;
  registration = { installing: null, waiting: null };

  constructor({ name, assets }) {
    const source = SOURCE.replace("%BUILD%", name).replace('"%ASSETS%"', JSON.stringify(assets));
    const context = {
      caches, fetch: answer, crypto: webcrypto, Response, URL, Uint8Array, AbortSignal, Date,
      location: new URL(ORIGIN),
      registration: this.registration,
      clients: { claim: async () => ++this.claimed },
      skipWaiting: async () => ++this.skipped,
      addEventListener: (type, handle) => (this.#handlers[type] = handle),
    };
    vm.runInNewContext(source, context);
  }
  #send(type, event = {}) {
    let work;
    this.#handlers[type]({ ...event, waitUntil: (promise) => (work = promise) });
    return work;
  }
  install = () => this.#send("install");
  activate = () => this.#send("activate");
  tell = (data) => this.#send("message", { data });

  // The text answered, or null when the request is left to the network.
  async ask(path, { mode = "no-cors", method = "GET" } = {}) {
    let response = null;
    const url = new URL(path, ORIGIN).href;
    this.#handlers.fetch({ request: { url, mode, method }, respondWith: (promise) => (response = promise) });
    return response && (await response).text();
  }
  open = (path) => this.ask(path, { mode: "navigate" });
}

async function deploy(made) {
  served.files = made.files;
  const worker = new Worker(made);
  await worker.install();
  return worker;
}
async function take(made) {
  const worker = await deploy(made);
  await worker.activate();
  return worker;
}

const kept = () => [...caches.stores.keys()];
const [a, b, c] = ["a", "b", "c"].map(release);

beforeEach(() => {
  served = { files: {}, isDown: false };
  fetched = [];
  caches = new Caches();
});

test("after it was installed, every route and every file is there without a network", async () => {
  const worker = await take(a);
  served.isDown = true;
  for (const route of ["/", "/plan", "/catalogue?run=N0005-1", "/profile?sync", "/nowhere"]) {
    assert.equal(await worker.open(route), "page of a", route);
  }
  for (const [path, text] of Object.entries(a.files)) assert.equal(await worker.ask(path), text, path);
  assert.equal(worker.claimed, 1, "the page that was there first is served, too");
});

test("the server's data, changes and other origins are never touched", async () => {
  const worker = await take(a);
  for (const path of ["/api", "/api/v1/session", "/api/v1/feeds/me?after=3"]) {
    assert.equal(await worker.ask(path), null, path);
    assert.equal(await worker.open(path), null, path);
  }
  assert.equal(await worker.ask("/", { method: "POST", mode: "navigate" }), null);
  assert.equal(await worker.ask("https://elsewhere.example/index.html"), null);
  assert.equal(await worker.ask("/service_worker.js"), null);
  assert.equal(await worker.open("/notes.txt"), null, "a last segment with a dot is no route");
});

for (const [what, answer] of [
  ["answers 500", 500],
  ["is missing", 404],
  ["is another release's or a login portal's", "something else"],
]) {
  for (const file of ["lazy", "page"]) {
    test(`nothing is taken when the ${file} ${what}`, async () => {
      const former = await take(a);
      served.files = { ...b.files, [file === "lazy" ? b.lazy : "/index.html"]: answer };
      await assert.rejects(new Worker(b).install());
      assert.deepEqual(kept(), [a.cache]);
      assert.equal(await former.open("/plan"), "page of a");
    });
  }
}

test("nothing stays behind when the device is full", async () => {
  await take(a);
  caches.isFull = true;
  await assert.rejects(deploy(b));
  assert.deepEqual(kept(), [a.cache]);
});

test("a damaged file in the browser's own cache is fetched anew", async () => {
  served.httpCache = { [a.lazy]: "half of it" };
  const worker = await take(a);
  assert.ok(fetched.includes(`${a.lazy} anew`));
  assert.equal(await worker.ask(a.lazy), a.files[a.lazy]);
});

test("the former release's pages find their files, the one before is deleted", async () => {
  await take(a);
  await take(b);
  const worker = await take(c);
  served.isDown = true;
  assert.deepEqual(kept(), [b.cache, c.cache]);
  assert.equal(await worker.ask(b.lazy), b.files[b.lazy]);
  assert.equal(await worker.open("/"), "page of c");
  assert.equal(await worker.ask("/index.html"), "page of c", "what is not named by its content is the own one");
  await assert.rejects(worker.ask(a.lazy));
});

test("a return to the former release keeps the one that was left", async () => {
  await take(a);
  await take(b);
  fetched = [];
  await take(a);
  assert.deepEqual(fetched, [], "it was still whole");
  const worker = await take(c);
  served.isDown = true;
  assert.deepEqual(kept(), [a.cache, c.cache]);
  assert.equal(await worker.ask(a.lazy), a.files[a.lazy]);
});

test("what an interrupted installation left is filled up, or deleted with the next release", async () => {
  await take(a);
  await (await caches.open(b.cache)).put(b.lazy, new Response(b.files[b.lazy]));
  const worker = await take(b);
  assert.equal(await worker.open("/"), "page of b");
  await caches.open("release-debris");
  await take(c);
  assert.deepEqual(kept(), [b.cache, c.cache]);
});

test("a release that is being fetched is not deleted by one that becomes active", async () => {
  await take(a);
  const worker = await deploy(b);
  await deploy(c);
  worker.registration.waiting = {};
  await worker.activate();
  assert.deepEqual(kept(), [a.cache, b.cache, c.cache]);
});

test("an old release that is coming back is not deleted by one that becomes active", async () => {
  await take(a);
  await take(b);
  const worker = await deploy(c);
  fetched = [];
  const returning = await deploy(a);
  assert.deepEqual(fetched, [], "it was still whole");
  worker.registration.waiting = {};
  await worker.activate();
  await returning.activate();
  served.isDown = true;
  assert.equal(await returning.open("/"), "page of a");
  assert.equal(await returning.ask(a.lazy), a.files[a.lazy]);
});

const KEYS = "/api/v1/certificate-keys";

test("a page of its own is answered with its own file, whatever is asked of it", async () => {
  const made = release("d");
  made.files["/verify.html"] = "verifier of d";
  made.assets["verify.html"] = digest("verifier of d");
  const worker = await take(made);
  served.isDown = true;
  assert.equal(await worker.open("/verify"), "verifier of d");
  assert.equal(await worker.open("/verifyx"), "page of d");
  assert.equal(await worker.ask("/verify.html"), "verifier of d");
});

test("certificate keys come from the network, and without one as they were seen last, whatever the release", async () => {
  const withKeys = (made, keys) => ({ ...made, files: { ...made.files, [KEYS]: keys } });
  await take(withKeys(a, "old keys"));
  const worker = await take(withKeys(b, "keys"));
  served.isDown = true;
  assert.equal(await worker.ask(KEYS), "keys", "kept with the installation");
  served.isDown = false;
  served.files[KEYS] = "newer keys";
  assert.equal(await worker.ask(KEYS), "newer keys");
  served.files[KEYS] = 503;
  assert.equal(await worker.ask(KEYS), "", "an answer is an answer");
  served.isDown = true;
  assert.equal(await worker.ask(KEYS), "newer keys", "and what is no list of keys is not kept");
  assert.deepEqual(kept(), ["certificate-keys", a.cache, b.cache]);
});

test("a release is taken where there are no keys", async () => {
  const worker = await take(a);
  assert.deepEqual(kept(), [a.cache]);
  served.isDown = true;
  assert.equal(await worker.ask(KEYS), "", "no answer");
});

test("a new release waits until a page asks for it", async () => {
  await take(a);
  const worker = await deploy(b);
  assert.equal(worker.skipped, 0);
  await worker.tell("anything");
  assert.equal(worker.skipped, 0);
  await worker.tell("take");
  assert.equal(worker.skipped, 1);
});

test("without its cache the network answers", async () => {
  const worker = await take(a);
  caches.stores.clear();
  assert.equal(await worker.ask(a.boot), a.files[a.boot]);
  caches.match = async () => {
    throw new DOMException("", "UnknownError");
  };
  assert.equal(await worker.ask("/index.html"), "page of a");
});
