// Releases of the client: the built one, and others made of it by the bundler that differ in a file of the
// first picture and in one that is fetched later.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const OUTPUT = process.env.XUESHI_OUTPUT_DIR ?? join(ROOT, "build");
const NAMED_BY_CONTENT = /\.[0-9a-f]{10}\.\w+$/;

const isCompressed = (path) => path.endsWith(".br") || path.endsWith(".gz");

class Release {
  constructor(folder) {
    this.folder = folder;
    const page = readFileSync(join(folder, "index.html"), "utf8");
    this.files = readdirSync(folder, { recursive: true })
      .filter((path) => NAMED_BY_CONTENT.test(path))
      .map((path) => `/${path}`);
    this.style = this.files.find((path) => page.includes(path) && path.endsWith(".css"));
    this.lazy = this.files.filter((path) => path.startsWith("/planner"));
  }
}

export class Releases {
  #folder = mkdtempSync(join(tmpdir(), "xueshi-releases-"));

  built() {
    return new Release(join(OUTPUT, "web"));
  }

  make(name) {
    const sources = join(this.#folder, `${name}-sources`);
    const folder = join(this.#folder, name);
    mkdirSync(sources);
    cpSync(join(OUTPUT, "web"), sources, { recursive: true, filter: (path) => !isCompressed(path) });
    cpSync(join(ROOT, "shell", "service_worker.js"), join(sources, "service_worker.js"));
    for (const path of readdirSync(sources)) {
      if (!/^(app|planner_worker)\./.test(path)) continue;
      writeFileSync(join(sources, path), `${readFileSync(join(sources, path), "utf8")}\n/* ${name} */\n`);
    }
    execFileSync("node", [join(ROOT, "web", "bundle_client.mjs"), folder, sources]);
    return new Release(folder);
  }

  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

// The worker answers for this page, and has its release whole.
export async function kept(page) {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    const { active } = await serviceWorker.ready;
    if (!serviceWorker.controller) {
      await new Promise((done) => serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
    if (active.state !== "activated") {
      await new Promise((done) => active.addEventListener("statechange", done, { once: true }));
    }
  });
}

// The next load comes from the network alone.
export async function forgotten(page) {
  await kept(page);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister());
}

// As if the person came back to the page after a while.
export function comeBack(page) {
  return page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 120_000;
    dispatchEvent(new Event("online"));
    Date.now = now;
  });
}

export const cachesOf = (page) => page.evaluate(() => caches.keys());

// The addresses of everything the page was made of.
export function partsOf(page) {
  return page.evaluate(() => {
    const linked = [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload], script[src]")];
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const paths = [...linked.map(({ href, src }) => href || src), ...loaded].map((url) => new URL(url).pathname);
    return [...new Set(paths)].filter((path) => /\.[0-9a-f]{10}\.\w+$/.test(path));
  });
}
