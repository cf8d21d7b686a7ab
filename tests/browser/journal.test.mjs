// Nothing is lost: edits and a submission without a network, a killed browser, an ended session, and files of
// unsynced work, by clicks in a real browser.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, go, killBrowser, launch, launchPersistent, openTab, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

let city;
const folders = [];
before(async () => {
  city = await City.open();
});
after(async () => {
  await city.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const profile = () => {
  const folder = mkdtempSync(join(tmpdir(), "xueshi-profile-"));
  folders.push(folder);
  return folder;
};

const openPage = (context, path = "/") => openTab(context, city.url + path);

async function openSignedIn(context, role = "teacher") {
  const page = await openPage(context);
  await signIn(page, city.account(role));
  await settled(page);
  return page;
}

const plans = (page) => page.getByRole("tab").allTextContents();
const newPlan = async (page) => {
  await page.getByRole("tab", { name: "新建一个方案" }).click();
  await settled(page);
};
// What is older than this was saved long ago.
const saved = (page) => page.waitForTimeout(500);

test("edits and a submission without a network are there after the browser was killed, and are sent without a question", async () => {
  const folder = profile();
  let context = await launchPersistent(folder, DESKTOP);
  let page = await openSignedIn(context);
  await go(page, "规划");
  await page.getByRole("button", { name: "一键排满" }).first().click();
  await page.getByText(/排满了/).first().waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  await context.setOffline(true);
  const before = (await plans(page)).length;
  await newPlan(page);
  await page.getByRole("tab").first().click();
  await settled(page);
  await page.getByRole("button", { name: "提交选课" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await page.getByRole("button", { name: "已记下，联网后送出" }).first().waitFor();
  await saved(page);
  killBrowser(folder);
  await context.close().catch(() => {});

  context = await launchPersistent(folder, DESKTOP);
  await context.setOffline(true);
  page = await openPage(context, "/plan");
  assert.equal((await plans(page)).length, before + 1, "the new draft is there without a network");
  await page.getByRole("button", { name: "已记下，联网后送出" }).first().waitFor();
  await page.getByRole("button", { name: /^撤销：新建/ }).first().waitFor();
  await context.setOffline(false);
  // A browser that is killed may not have written its cookie yet: then the work waits for a sign-in.
  const expired = page.getByRole("button", { name: "登录", exact: true }).first();
  const receipt = page.getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/).first();
  await expired.or(receipt).first().waitFor({ timeout: 60_000 });
  if (await expired.isVisible()) {
    await expired.click();
    await settled(page);
    await signIn(page, city.account("teacher"));
    await go(page, "规划");
  }
  await page.getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/).first().waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });
  await context.close();
});

// Signed in, on the catalogue, in a browser of its own. The page counts in `written` the transactions that took edits
// to the disk, keeps them open while `isHeld`, and notes in `keptAt` how many there were when it asked to be kept.
async function openCatalogue(t) {
  const browser = await launch();
  t.after(() => browser.close());
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  await context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    window.written = new Set();
    window.isHeld = false;
    window.keptAt = [];
    IDBObjectStore.prototype.put = function (value, name) {
      if (name.includes("/op/")) {
        // A transaction lasts as long as something is asked of it.
        const hold = () => window.isHeld && (this.get(name).onsuccess = hold);
        hold();
        this.transaction.addEventListener("complete", () => window.written.add(this.transaction));
      }
      return put.call(this, value, name);
    };
    navigator.storage.persist = async () => window.keptAt.push(window.written.size) > 0;
  });
  const page = await openSignedIn(context);
  await go(page, "课程");
  return { context, page, add: page.getByRole("button", { name: /加入方案/ }) };
}

const written = (page, count) =>
  page.waitForFunction((wanted) => window.written.size === wanted, count, { polling: 50, timeout: 5000 });

// On a slow device pictures are far apart, and a browser may be killed between two.
test("an edit is on the disk after the one frame that takes the press", async (t) => {
  const { page, add } = await openCatalogue(t);
  await page.evaluate(() => {
    const askForFrame = window.requestAnimationFrame.bind(window);
    let frames = Infinity;
    window.requestAnimationFrame = (run) => askForFrame((time) => frames-- > 0 && run(time));
    addEventListener("click", () => (frames = 1), { capture: true });
  });
  await add.first().click();
  await written(page, 1);
});

// A phone that goes into a pocket gives its pages no frames any more.
test("what still waits for the disk when the page is hidden is written without another frame", async (t) => {
  const { context, page, add } = await openCatalogue(t);
  await context.setOffline(true); // what the server has confirmed need not be written any more
  await page.evaluate(() => (window.isHeld = true));
  await add.nth(0).click();
  await add.nth(1).click();
  await settled(page);
  assert.equal(await page.evaluate(() => window.written.size), 0);
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
    Object.defineProperty(document, "hidden", { get: () => true });
    document.dispatchEvent(new Event("visibilitychange"));
    window.isHeld = false;
  });
  await written(page, 2);
});

test("the browser is asked once to keep what lies here, when the first edit is on the disk", async (t) => {
  const { page, add } = await openCatalogue(t);
  assert.deepEqual(await page.evaluate(() => window.keptAt), []);
  await add.first().click();
  await page.waitForFunction(() => window.keptAt.length > 0);
  assert.deepEqual(await page.evaluate(() => window.keptAt), [1]);
});

test("an ended session takes nothing away, and signing in again sends what waited", async () => {
  const browser = await launch();
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const page = await openSignedIn(context);
  await go(page, "规划");
  const before = (await plans(page)).length;
  await context.clearCookies();
  await newPlan(page);
  await page.getByRole("button", { name: "登录" }).first().click();
  await page.getByText("不登录也能接着用").first().waitFor();
  await page.getByRole("button", { name: "打开" }).first().click();
  await settled(page);
  assert.equal((await plans(page)).length, before + 1);
  await page.getByRole("button", { name: "登录" }).first().click();
  await settled(page);
  await signIn(page, city.account("teacher"));
  await go(page, "规划");
  assert.equal((await plans(page)).length, before + 1);
  await page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });
  await context.close();
  await browser.close();
});

test("what was not sent is taken away as a file and taken back in another browser", async () => {
  const browser = await launch();
  const first = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const page = await openSignedIn(first);
  await go(page, "规划");
  await first.setOffline(true);
  const before = await plans(page);
  await newPlan(page);
  const made = (await plans(page)).filter((name) => !before.includes(name));
  assert.equal(made.length, 1);
  await page.getByRole("link", { name: /^离线/ }).first().click();
  await settled(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出成文件" }).first().click();
  const path = join(profile(), "work.json");
  await (await download).saveAs(path);
  const work = JSON.parse(readFileSync(path, "utf8"));
  assert.equal(work.schema, "xueshi.device.work/1");
  assert.ok(work.operations.length > 0);
  await first.close();

  const second = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const other = await openSignedIn(second);
  await other.goto(`${city.url}/sync`);
  await started(other);
  const chooser = other.waitForEvent("filechooser");
  await other.getByRole("button", { name: "从文件取回" }).click();
  await (await chooser).setFiles(path);
  await other.getByText(`取回了 ${work.operations.length} 处改动`).first().waitFor();
  await other.getByText("所有改动都在服务器上").first().waitFor({ timeout: 60_000 });
  await go(other, "规划");
  assert.deepEqual((await plans(other)).sort(), [...before, ...made].sort());
  await second.close();
  await browser.close();
});
