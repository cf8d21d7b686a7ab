// The page's side of releases: found without timers, offered and not forced, taken with exactly one reload.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createRelease } from "../../shell/bridges/release.js";

const kReady = 1;
const kInstallable = 2;
const kByMenu = 4;
const kOpensOffline = 8;
const kNeverOffline = 16;

const MINUTE = 60_000;

class FakeWorker extends EventTarget {
  told = [];
  constructor(state) {
    super();
    this.state = state;
  }
  postMessage(data) {
    this.told.push(data);
  }
  becomes(state) {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  installing = null;
  waiting = null;
  active = null;
  updates = 0;
  async update() {
    ++this.updates;
  }
  find() {
    this.installing = new FakeWorker("installing");
    this.dispatchEvent(new Event("updatefound"));
    return this.installing;
  }
  finishInstalling() {
    const worker = this.installing;
    this.installing = null;
    this.waiting = worker;
    worker.becomes("installed");
  }
}

let workers;
let registration;
let page;
let now;
let reloads;
let wakes;
let release;

function define(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

function open({ navigator = {}, isControlled = false } = {}) {
  workers = new EventTarget();
  workers.controller = isControlled ? {} : null;
  workers.registered = [];
  workers.register = async (...call) => {
    workers.registered.push(call);
    if (workers.isUnreachable) throw new TypeError("no network");
    return registration;
  };
  registration = new FakeRegistration();
  if (isControlled) registration.active = new FakeWorker("activated");
  page = new EventTarget();
  page.hidden = false;
  const scope = new EventTarget();
  define("document", page);
  define("navigator", { serviceWorker: workers, ...navigator });
  define("location", { reload: () => ++reloads });
  define("addEventListener", scope.addEventListener.bind(scope));
  define("dispatchEvent", scope.dispatchEvent.bind(scope));
  reloads = 0;
  wakes = 0;
  release = createRelease({ onChange: () => ++wakes });
}

const says = (flag) => (release.flags() & flag) !== 0;
const taken = () => workers.dispatchEvent(new Event("controllerchange"));
const settle = () => new Promise((done) => setImmediate(done));

beforeEach(() => {
  now = 1_000_000;
  Date.now = () => now;
});

test("the first release makes the page open offline, and is no update", async () => {
  open();
  await release.start();
  assert.deepEqual(workers.registered, [["/service_worker.js", { updateViaCache: "none" }]]);
  const worker = registration.find();
  registration.finishInstalling();
  assert.equal(says(kReady), false);
  assert.equal(says(kOpensOffline), false);
  [registration.waiting, registration.active] = [null, worker];
  worker.becomes("activated");
  taken();
  assert.equal(says(kOpensOffline), true);
  assert.equal(says(kReady), false, "the page runs what was just kept");
  assert.equal(wakes, 1);
  assert.equal(reloads, 0);
});

test("a newer release is offered once it is whole, and taken by one press with one reload", async () => {
  open({ isControlled: true });
  await release.start();
  assert.equal(registration.updates, 1, "looked for at the start");
  const worker = registration.find();
  assert.equal(says(kReady), false);
  registration.finishInstalling();
  assert.equal(says(kReady), true);
  assert.deepEqual(worker.told, []);
  release.take();
  assert.deepEqual(worker.told, ["take"]);
  assert.equal(reloads, 0, "not before the new release answers");
  worker.state = "activating";
  workers.controller = worker;
  taken();
  taken();
  assert.equal(reloads, 0, "not while it is still becoming active");
  worker.becomes("activated");
  worker.becomes("redundant");
  assert.equal(reloads, 1);
});

test("a page whose neighbour took the release is not reloaded, but offered it", async () => {
  open({ isControlled: true });
  await release.start();
  registration.find();
  registration.finishInstalling();
  [registration.active, registration.waiting] = [registration.waiting, null];
  taken();
  assert.equal(reloads, 0);
  assert.equal(says(kReady), true);
  release.take();
  assert.equal(reloads, 1);
});

test("an installation that fails offers nothing", async () => {
  open({ isControlled: true });
  await release.start();
  const worker = registration.find();
  registration.installing = null;
  worker.becomes("redundant");
  assert.equal(says(kReady), false);
  assert.equal(says(kOpensOffline), true);
});

test("looks again when the page is seen or connected again, and hourly as the person moves about", async () => {
  open({ isControlled: true });
  const look = (event, target = globalThis) => target.dispatchEvent(new Event(event));
  look("online");
  release.moved();
  assert.equal(workers.registered.length, 0, "nothing before the first frame");
  await release.start();
  const seen = (hidden) => {
    page.hidden = hidden;
    look("visibilitychange", page);
  };
  seen(false);
  assert.equal(registration.updates, 1, "just looked");
  now += MINUTE;
  seen(true);
  assert.equal(registration.updates, 1);
  seen(false);
  assert.equal(registration.updates, 2);
  now += 59 * MINUTE;
  release.moved();
  assert.equal(registration.updates, 2);
  now += MINUTE;
  release.moved();
  assert.equal(registration.updates, 3);
  now += MINUTE;
  look("online");
  assert.equal(registration.updates, 4);
});

test("a registration that found no network is tried again", async () => {
  open();
  workers.isUnreachable = true;
  await release.start();
  workers.isUnreachable = false;
  now += MINUTE;
  dispatchEvent(new Event("online"));
  await settle();
  registration.find();
  assert.equal(workers.registered.length, 2);
});

test("a retired release offers and promises nothing", async () => {
  open({ isControlled: true });
  await release.start();
  assert.equal(says(kOpensOffline), true);
  workers.dispatchEvent(new MessageEvent("message", { data: "retired" }));
  taken();
  assert.equal(says(kOpensOffline), false);
  assert.equal(says(kReady), false);
  assert.equal(says(kNeverOffline), false);
  assert.equal(reloads, 0);
});

test("a browser without service workers says so and does nothing", async () => {
  open({ navigator: { serviceWorker: undefined, standalone: false } });
  await release.start();
  assert.equal(release.flags(), kNeverOffline);
  release.take();
  assert.equal(reloads, 1);
});

test("the browser's offer to install is kept for the person's press, and used once", () => {
  open();
  assert.equal(says(kInstallable), false);
  let prompted = 0;
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = () => ++prompted;
  dispatchEvent(offer);
  assert.equal(offer.defaultPrevented, true);
  assert.equal(says(kInstallable), true);
  release.install();
  release.install();
  assert.equal(prompted, 1);
  assert.equal(says(kInstallable), false);
  dispatchEvent(offer);
  dispatchEvent(new Event("appinstalled"));
  assert.equal(says(kInstallable), false);
});

test("where only the browser's menu installs, that is said until it is done", () => {
  open({ navigator: { standalone: false } });
  assert.equal(says(kByMenu), true);
  open({ navigator: { standalone: true } });
  assert.equal(says(kByMenu), false);
});
