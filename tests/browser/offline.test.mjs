// The client on the device: one visit is enough, releases are offered whole and never forced, and all of it
// can be called back.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { go, launch, openPage, settled } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";
import { Releases, cachesOf, comeBack, kept, partsOf } from "./support/releases.mjs";

// Each with its heading: a page that says that it cannot be shown has another.
const ROUTES = [
  ["/", /上午好/],
  ["/plan", "规划"],
  ["/plan?compare", "对比几种排法"],
  ["/catalogue", "课程超市"],
  ["/catalogue?run=N0005-1", "课程详情"],
  ["/profile", "我的"],
  ["/sync", "同步"],
  ["/nowhere", "没有这个页面"],
];

const SMALL = { viewport: { width: 400, height: 720 } };

let browser;
let city;
let releases;
let a;
let b;
let c;
before(async () => {
  releases = new Releases();
  a = releases.built();
  b = releases.make("b");
  c = releases.make("c");
  browser = await launch();
  city = await City.open();
});
after(async () => {
  await browser.close();
  await city.close();
  releases.close();
});

let contexts = [];
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});

async function serve(release, options = []) {
  await city.kill();
  await city.start({ web: release.folder, options });
}

const running = (page) => page.waitForFunction(() => window.xueshi?.frames > 0);

async function visit(route = "/") {
  const opened = await openPage(browser, city.url + route, SMALL);
  contexts.push(opened.context);
  await running(opened.page);
  return opened;
}

async function visitSignedIn() {
  const opened = await visit();
  await signIn(opened.page, city.account("teacher"));
  await kept(opened.page);
  return opened;
}

async function openTab(context, route = "/") {
  const page = await context.newPage();
  await page.goto(city.url + route);
  await running(page);
  return page;
}

async function runs(page, release) {
  const parts = await partsOf(page);
  assert.ok(parts.includes(release.style), `${parts} should be of ${release.folder}`);
  assert.deepEqual(parts.filter((path) => !release.files.includes(path)), [], "nothing of another release");
}

const fetchAll = (page, paths) =>
  page.evaluate(
    async (wanted) => {
      const statuses = [];
      for (const path of wanted) {
        // Past the browser's own cache, which may hold it from the installation.
        const response = await fetch(path, { cache: "reload" }).catch(() => null);
        await response?.arrayBuffer();
        statuses.push(response?.status ?? 0);
      }
      return statuses;
    },
    paths,
  );

const offer = (page) => page.getByRole("button", { name: "现在换" });

test("after one visit every route shows its screen without a network, down to the files fetched later", async () => {
  await serve(a);
  const { context, page, complaints } = await visitSignedIn();
  await settled(page);
  assert.deepEqual(complaints, []);
  await city.kill();
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  for (const [route, name] of ROUTES) {
    await tab.goto(city.url + route);
    await running(tab);
    await tab.getByRole("heading", { name }).first().waitFor({ state: "attached" });
    assert.equal(await tab.getByText("连不上服务器").count(), 0, route);
    await runs(tab, a);
  }
  assert.deepEqual(await fetchAll(tab, a.files), a.files.map(() => 200));
  assert.equal(await tab.evaluate(() => fetch("/api/v1/health").then(() => "answered", () => "failed")), "failed");
});

test("without a network the catalogue is searched by its characters and by the initials of their sounds", async () => {
  await serve(a);
  const { context, page } = await visitSignedIn();
  await settled(page);
  await city.kill();
  await page.close();
  const tab = await openTab(context, "/catalogue");
  const search = tab.getByRole("searchbox");
  for (const typed of ["信息技术", "xxjs"]) {
    await search.click();
    await tab.keyboard.press("Control+A");
    await tab.keyboard.type(typed);
    await tab.getByText(/^找到 [1-9]\d* 门，最贴近的在前$/).first().waitFor({ state: "attached" });
    const rows = tab.getByRole("listitem").filter({ hasText: "信息技术" });
    await rows.first().waitFor({ state: "attached" });
  }
  await search.click();
  await tab.keyboard.press("Control+A");
  await tab.keyboard.type("没有这样的课");
  await tab.getByText("没有找到符合条件的课程").first().waitFor({ state: "attached" });
});

test("a page that was open before plans without a network", async () => {
  await serve(a);
  const { page } = await visitSignedIn();
  await city.kill();
  await go(page, "规划");
  await page.getByRole("button", { name: "一键排满" }).first().click();
  await page.getByText(/排满了/).first().waitFor();
});

test("a new release is offered, not forced; the press takes it with one reload, other tabs keep theirs", async () => {
  await serve(a);
  const { context, page, complaints } = await visitSignedIn();
  const other = await openTab(context);
  await serve(b);
  await comeBack(page);
  await offer(page).waitFor();
  await offer(other).waitFor();

  await go(page, "我的");
  await page.reload();
  await running(page);
  await runs(page, a);
  await offer(page).waitFor();

  let loads = 0;
  let loadsOfOther = 0;
  page.on("load", () => ++loads);
  other.on("load", () => ++loadsOfOther);
  await offer(page).click();
  await page.waitForFunction((style) => document.querySelector(`link[href="${style}"]`), b.style);
  await running(page);
  await page.getByRole("heading", { name: "我的" }).waitFor();
  await runs(page, b);
  assert.equal(await offer(page).count(), 0);

  await runs(other, a);
  assert.deepEqual(await fetchAll(other, a.lazy), a.lazy.map(() => 200), "the server has none of them any more");
  await offer(other).click();
  await other.waitForFunction((style) => document.querySelector(`link[href="${style}"]`), b.style);
  await running(other);
  await page.waitForTimeout(500);
  assert.deepEqual([loads, loadsOfOther], [1, 1]);
  assert.deepEqual(complaints, []);
});

test("a release is taken over an edit no server has confirmed, and the new one sends it", async () => {
  await serve(a);
  const { page } = await visitSignedIn();
  await go(page, "我的");
  await serve(b);
  await comeBack(page);
  await offer(page).waitFor();
  await page.context().route("**/api/v1/push", (route) => route.abort());
  await page.getByRole("tab", { name: "深色" }).click();
  await page.getByText("还有 1 处改动没有送到服务器").first().waitFor();
  await offer(page).click();
  await page.waitForFunction((style) => document.querySelector(`link[href="${style}"]`), b.style);
  await running(page);
  assert.equal(await page.getByRole("tab", { name: "深色" }).getAttribute("aria-selected"), "true");
  await page.context().unroute("**/api/v1/push");
  const taken = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/push") && answer.ok(), {
    timeout: 60_000,
  });
  await page.reload();
  await running(page);
  await taken;
  await page.getByText("所有改动都在服务器上").first().waitFor();

  const other = await visitSignedIn();
  await go(other.page, "我的");
  await other.page.getByRole("tab", { name: "深色", selected: true }).waitFor();
});

test("a release of which one file does not come is not taken, and the old one goes on", async () => {
  await serve(a);
  const { context, page } = await visitSignedIn();
  const before = await cachesOf(page);
  await serve(b);
  await context.route(`**${b.lazy[0]}`, (route) => route.fulfill({ status: 500, body: "broken" }));
  const ended = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await new Promise((done) => registration.addEventListener("updatefound", done, { once: true }));
    const worker = registration.installing;
    while (!["installed", "redundant"].includes(worker.state)) {
      await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    }
    return worker.state;
  });
  await comeBack(page);
  assert.equal(await ended, "redundant");
  assert.deepEqual(await cachesOf(page), before);
  await settled(page);
  assert.equal(await offer(page).count(), 0);
  await city.kill();
  await page.reload();
  await running(page);
  await runs(page, a);
  await context.unroute(`**${b.lazy[0]}`);
  await serve(b);
  await page.reload();
  await running(page);
  await offer(page).waitFor();
});

test("no page is ever made of two releases, however deployments, tabs and failures interleave", async () => {
  const all = [a, b, c];
  let seed = 20170310;
  const chance = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  await serve(a);
  const { context, page } = await visit();
  await kept(page);
  const tabs = [page, await openTab(context), await openTab(context)];
  const seen = new Set();
  const reload = async (tab) => {
    await tab.reload();
    await running(tab);
    const parts = await partsOf(tab);
    const own = all.find(({ style }) => parts.includes(style));
    assert.deepEqual(parts.filter((path) => !own?.files.includes(path)), []);
    seen.add(own);
  };
  // To the end: browsers may lose a navigation that meets a worker on its way to becoming active.
  const take = (tab) =>
    tab.evaluate(async () => {
      const { waiting } = await navigator.serviceWorker.ready;
      waiting?.postMessage("take");
      while (waiting && !["activated", "redundant"].includes(waiting.state)) {
        await new Promise((done) => waiting.addEventListener("statechange", done, { once: true }));
      }
    });
  const deployments = [() => serve(all[chance(3)]), () => city.kill(), () => undefined];
  const uses = [reload, comeBack];
  for (let round = 0; round < 24; ++round) {
    const [first, second] = [chance(3), chance(2) + 1];
    // At the same time, so that a release is replaced while it is being fetched, loaded or taken.
    await Promise.all([
      deployments[chance(deployments.length)](),
      uses[chance(uses.length)](tabs[first]),
      uses[chance(uses.length)](tabs[(first + second) % 3]),
    ]);
    if (chance(2) === 0) await Promise.all([take(tabs[first]), deployments[chance(deployments.length)]()]);
  }
  for (const release of all) {
    await serve(release);
    await reload(tabs[0]);
    await comeBack(tabs[0]);
    for (let attempt = 0; attempt < 100 && !seen.has(release); ++attempt) {
      await take(tabs[0]);
      await reload(tabs[0]);
    }
  }
  assert.equal(seen.size, all.length, "every release was run");
  await city.kill();
  for (const tab of tabs) await reload(tab);
});

test("offline use can be called back: releases go, the page and its own data stay", async () => {
  await serve(a);
  const { page, complaints } = await visitSignedIn();
  await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open("kept", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("drafts").put("a draft", 1);
        request.onsuccess = () => done(request.result.close());
      }),
  );
  let loads = 0;
  page.on("load", () => ++loads);
  await serve(a, ["--retire-offline"]);
  await comeBack(page);
  await page.waitForFunction(async () => (await caches.keys()).length === 0);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  await go(page, "规划");
  await page.getByRole("button", { name: "一键排满" }).first().waitFor();
  assert.deepEqual(await fetchAll(page, a.lazy), a.lazy.map(() => 200));
  assert.equal(await offer(page).count(), 0);
  assert.equal(loads, 0);

  await page.reload();
  await running(page);
  await page.waitForTimeout(300);
  assert.deepEqual(await cachesOf(page), []);
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  assert.ok(databases.includes("kept"));
  assert.deepEqual(complaints, []);

  await serve(a);
  await page.reload();
  await running(page);
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
});

test("the browser's offer to install is a button in the profile", async () => {
  await serve(a);
  const { page } = await visitSignedIn();
  await go(page, "我的");
  await page.getByText("断了网也能打开学时").first().waitFor();
  const install = page.getByRole("button", { name: "安装到桌面" });
  assert.equal(await install.count(), 0);
  await page.evaluate(() => {
    // The browser's own offer, should it come, is not what is looked at here.
    const silence = (event) => event.isTrusted && event.stopImmediatePropagation();
    addEventListener("beforeinstallprompt", silence, { capture: true });
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = () => (document.documentElement.dataset.prompted = "yes");
    dispatchEvent(event);
  });
  await install.click();
  await page.waitForFunction(() => document.documentElement.dataset.prompted === "yes");
  await page.keyboard.press("Tab"); // what has the focus stays until it leaves
  await install.waitFor({ state: "detached" });
});
