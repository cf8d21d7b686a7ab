// Keeps the page on the device, one whole release at a time (docs/formats/releases.md).
//
// A release is taken whole or not at all, into a cache of its own. Every address of the application is
// answered with the release's page; a page's other files are named after their content, so that it can
// only ever get those it was made with. The former release stays for the pages that still run it. The
// server's data is never touched here, and a new release waits until a page asks for it.

// Filled in by web/bundle_client.mjs.
const BUILD = "%BUILD%";
const DIGESTS = new Map(Object.entries("%ASSETS%")); // path → first digits of the content's SHA-256

const PREFIX = "release-";
const OWN = PREFIX + BUILD;
const PAGE = "/index.html";
const TURN = "/index.html?turn"; // kept with a release: the how-manieth it was to become active
// What certificates are checked with, as last seen: in a cache of its own, for it belongs to no release.
const KEYS = "/api/v1/certificate-keys";
const KEYS_CACHE = "certificate-keys";
const KEYS_PATIENCE = 4000; // ms
const NAMED_BY_CONTENT = /\.[0-9a-f]{10}\.\w+$/;

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What a captive portal, a proxy or the next release answered instead is not taken. The browser's own
// cache may hold it from before, so it is asked once more without.
async function fetchWhole(path, digest) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(path, { cache });
    const bytes = await response.arrayBuffer();
    if (!(await digestOf(bytes)).startsWith(digest)) continue;
    return new Response(bytes, { headers: response.headers });
  }
  throw new Error(`${path} did not arrive whole`);
}

async function fetchKeys() {
  const response = await fetch(KEYS, { cache: "no-cache", signal: AbortSignal.timeout(KEYS_PATIENCE) });
  const text = await response.text();
  if (response.ok) {
    const headers = { "Content-Type": "application/json", "X-Seen-At": new Date().toISOString() };
    await (await caches.open(KEYS_CACHE)).put(KEYS, new Response(text, { headers }));
  }
  return new Response(text, { status: response.status, headers: { "Content-Type": "application/json" } });
}

// From the network, and from before where there is none.
async function findKeys() {
  try {
    return await fetchKeys();
  } catch {
    return (await caches.match(KEYS, { cacheName: KEYS_CACHE })) ?? Response.error();
  }
}

// The page is stored last: where it is, everything is.
const isWhole = () => caches.match(PAGE, { cacheName: OWN });

async function install() {
  if (await isWhole()) return; // a return to a release that is still kept
  const paths = [...DIGESTS.keys()].map((path) => `/${path}`);
  // Nothing is stored before everything is there.
  const whole = Promise.all(paths.map((path) => fetchWhole(path, DIGESTS.get(path.slice(1)))));
  // Whoever never opened the verifier's page can use it without a network, too.
  const [responses] = await Promise.all([whole, fetchKeys().catch(() => {})]);
  try {
    const cache = await caches.open(OWN);
    const page = paths.indexOf(PAGE);
    await Promise.all(paths.map((path, i) => (i === page ? null : cache.put(path, responses[i]))));
    await cache.put(PAGE, responses[page]);
    if (!(await isWhole())) throw new Error("the cache was deleted meanwhile");
  } catch (error) {
    await caches.delete(OWN); // the device is full
    throw error;
  }
}

async function turnOf(name) {
  const response = await caches.match(TURN, { cacheName: name });
  return response ? Number(await response.text()) : 0;
}

async function activate() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  const turns = await Promise.all(names.map(turnOf));
  const former = Math.max(0, ...turns);
  const own = await caches.open(OWN);
  await own.put(TURN, new Response(String(former + 1)));
  // Not while another one is coming: it may be an old one coming back, that has seen that what it keeps is whole.
  if (!registration.installing && !registration.waiting) {
    // A release that never had its turn is what an interrupted installation left.
    const isOld = (turn) => turn === 0 || turn < former;
    await Promise.all(names.filter((_, i) => isOld(turns[i])).map((name) => caches.delete(name)));
  }
  await clients.claim();
}

const isApi = (path) => path === "/api" || path.startsWith("/api/");
// As the server has it: a last segment without a dot.
const isRoute = (path) => !path.slice(path.lastIndexOf("/") + 1).includes(".");

// A page of its own, or the application, which looks at the address itself.
const pageOf = (path) => (DIGESTS.has(`${path}.html`.slice(1)) ? `${path}.html` : PAGE);

async function find(path, request) {
  try {
    const own = await caches.match(path, { cacheName: OWN });
    if (own) return own;
    const former = NAMED_BY_CONTENT.test(path) && (await caches.match(path));
    if (former) return former;
  } catch {
    // Some browsers refuse their caches when the device is full.
  }
  return fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("message", (event) => {
  if (event.data === "take") event.waitUntil(skipWaiting());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname === KEYS) return event.respondWith(findKeys());
  if (isApi(pathname)) return;
  const path = request.mode === "navigate" && isRoute(pathname) ? pageOf(pathname) : pathname;
  if (DIGESTS.has(path.slice(1)) || NAMED_BY_CONTENT.test(path)) event.respondWith(find(path, request));
});
