// What goes wrong is told, with what is safe and what to do, and what is said to be safe is there: a damaged record,
// a full disk, a store that refuses or fails, a clock years off, a server set back, a late refusal.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, PHONE, go, launch, openTab, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";
import { kept } from "./support/releases.mjs";

let browser;
let city;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

let contexts = [];
beforeEach(async () => {
  city = await City.open();
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  await city.close();
});

async function openBrowser(device = DESKTOP) {
  const context = await browser.newContext({ locale: "zh-CN", ...device });
  contexts.push(context);
  return context;
}

const openPage = (context, path = "/") => openTab(context, city.url + path);

async function openSignedIn(context) {
  return signInOn(await openPage(context));
}
async function signInOn(page) {
  await signIn(page, city.account("teacher"));
  await settled(page);
  return page;
}

const says = (page, words) => page.getByText(words).first().waitFor({ state: "attached" });
const says_not = async (page, words) => assert.equal(await page.getByText(words).count(), 0, String(words));
const synced = (page) => page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });

const plans = (page) => page.getByRole("tab").allTextContents();
// A plan of its own; the first one is made by the button that fills it.
async function newPlan(page) {
  const another = page.getByRole("tab", { name: "新建一个方案" });
  if ((await another.count()) > 0) await another.click();
  else await page.getByRole("button", { name: "一键排满" }).first().click();
  await another.waitFor();
  await settled(page);
}
// What is older than this was saved long ago.
const saved = (page) => page.waitForTimeout(500);

// Turns a byte of every stored record whose name matches.
const damage = (page, pattern) =>
  page.evaluate(
    (source) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("xueshi");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          let changed = 0;
          const transaction = opening.result.transaction("records", "readwrite");
          transaction.objectStore("records").openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (!cursor) return;
            if (new RegExp(source).test(cursor.key)) {
              cursor.update(`${cursor.value.slice(0, -1)}~`);
              ++changed;
            }
            cursor.continue();
          };
          transaction.oncomplete = () => {
            opening.result.close();
            done(changed);
          };
        };
      }),
    pattern.source,
  );

// Names of the stored edits that no server has confirmed as far as the device knows.
const edits = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open("xueshi");
        opening.onsuccess = () => {
          const asked = opening.result.transaction("records").objectStore("records").getAllKeys();
          asked.onsuccess = () => {
            opening.result.close();
            done(asked.result.filter((name) => name.includes("/op/")));
          };
        };
      }),
  );
// Confirmed edits are forgotten with the next pull, which may come after the page says that all is synced.
async function forgotten(page) {
  while ((await edits(page)).length > 0) await page.waitForTimeout(100);
}

test("a damaged edit is set aside and told; the others are there and are sent", async () => {
  const context = await openBrowser();
  const page = await openSignedIn(context);
  await go(page, "规划");
  await newPlan(page);
  await synced(page);
  await kept(page);
  await forgotten(page);
  await context.setOffline(true);
  await newPlan(page);
  await saved(page);
  const wanted = await plans(page);
  await newPlan(page);
  await saved(page);
  // The last edit of all.
  const names = await edits(page);
  assert.equal(names.length, 2);
  assert.equal(await damage(page, new RegExp(`^${names.at(-1)}$`)), 1);
  await page.goto(`${city.url}/plan`);
  await started(page);
  assert.deepEqual(await plans(page), wanted);
  await says(page, "有 1 处改动读不出来");
  await page.getByRole("button", { name: "查看" }).first().click();
  await says(page, "坏掉的原文还留着，可以导出给技术支持看");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出原文件" }).click();
  assert.ok(readFileSync(await (await download).path(), "utf8").length > 0);
  await page.getByRole("button", { name: "知道了" }).click();
  await settled(page);
  await says_not(page, "读不出来");
  await context.setOffline(false);
  await synced(page);

  const other = await openSignedIn(await openBrowser());
  await go(other, "规划");
  assert.deepEqual((await plans(other)).sort(), wanted.sort());
});

test("an account that cannot be opened without a network is told, and everything is there when it is back", async () => {
  const context = await openBrowser();
  const page = await openSignedIn(context);
  await go(page, "规划");
  await kept(page);
  await forgotten(page);
  await context.setOffline(true);
  await newPlan(page);
  await saved(page);
  const wanted = await plans(page);
  assert.equal(await damage(page, /^last$/), 1);
  await page.goto(`${city.url}/plan`);
  await page.waitForFunction(() => window.xueshi?.frames > 0);
  await says(page, "这台设备上存的内容没能打开");
  await says(page, "请先别清除浏览器的数据");
  await context.setOffline(false);
  await page.getByRole("tab", { name: "新建一个方案" }).waitFor({ timeout: 60_000 });
  assert.deepEqual(await plans(page), wanted);
  await synced(page);
});

test("a full disk is told on the catalogue of a phone; the edit is taken away as a file, and kept once there is room", async () => {
  const context = await openBrowser({ ...PHONE, deviceScaleFactor: 2 });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // From the beginning: a browser that once found room looks again only half a minute later.
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: city.url, quotaSize: 1 });
  await page.goto(city.url);
  await started(page);
  await signInOn(page);
  await go(page, "课程");
  await context.setOffline(true);
  await page.getByRole("button", { name: /^把“.*加入方案$/ }).first().click();
  await says(page, "这台设备存满了");
  await page.getByRole("link", { name: /处改动没存到这台设备$/ }).click();
  await says(page, "关掉页面就没有了");
  await says(page, "已经送到服务器的内容没有影响");
  await says_not(page, /已存在这台设备/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出成文件" }).first().click();
  const work = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  assert.ok(work.operations.length > 0);

  await devtools.send("Storage.overrideQuotaForOrigin", { origin: city.url });
  await page.getByRole("button", { name: "再试一次" }).first().click();
  await page.getByText("这台设备存满了").first().waitFor({ state: "detached" });
  await says(page, new RegExp(`^${work.operations.length} 处改动已存在这台设备`));

  // Opened anew it has them from the disk.
  await context.route("**/api/v1/push", (route) => route.abort());
  await context.setOffline(false);
  await page.goto(`${city.url}/sync`);
  await started(page);
  await says(page, `${work.operations.length} 处待送`);
  await context.unroute("**/api/v1/push");
  await page.getByText("全部确认").first().waitFor({ timeout: 60_000 }); // tried again by the page itself
});

for (const [refusal, title] of [
  ["SecurityError", "这个浏览器不让网页存东西"],
  ["UnknownError", "改动没能存到这台设备"],
]) {
  test(`where the store answers ${refusal} the page works, says so, and edits are safe on the server`, async () => {
    const context = await openBrowser();
    await context.addInitScript((name) => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("refused", name);
      };
    }, refusal);
    const page = await openSignedIn(context);
    await go(page, "规划");
    await says(page, title);
    const before = await plans(page);
    await newPlan(page);
    const after = await plans(page);
    assert.ok(after.length > before.length);
    await synced(page);
    await page.getByRole("button", { name: "查看" }).first().click();
    await says(page, title);
    await says(page, "已经送到服务器的内容没有影响");
    await kept(page);
    await page.goto(`${city.url}/plan`);
    await started(page);
    assert.deepEqual(await plans(page), after);

    await context.setOffline(true);
    await page.reload();
    await page.waitForFunction(() => window.xueshi?.frames > 0);
    await says(page, refusal === "SecurityError" ? title : "这台设备上存的内容没能打开");
    await page.getByRole("button", { name: "再试一次" }).waitFor();
  });
}

test("a clock years off is told; time is counted without it, and the edit made meanwhile is sent", async () => {
  const context = await openBrowser();
  const page = await openSignedIn(context);
  await go(page, "规划");
  await kept(page);
  await context.setOffline(true);
  await page.close();

  const late = await context.newPage();
  late.setDefaultTimeout(20_000);
  await late.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 5 * 365 * 86_400_000;
  });
  await late.goto(`${city.url}/plan`);
  await started(late);
  await says(late, "这台设备的日期不对");
  await newPlan(late);
  const after = await plans(late);
  assert.ok(after.length > 0);
  await late.getByRole("button", { name: "查看" }).first().click();
  await says(late, "请到系统设置里改对日期");
  await says(late, "改动照常保存，先后次序不受影响");
  await says(late, /处改动已存在这台设备，最早的一处是刚才改的/);
  await context.setOffline(false);
  await synced(late);
  await says_not(late, "这台设备的日期不对");

  const other = await openSignedIn(await openBrowser());
  await go(other, "规划");
  assert.deepEqual((await plans(other)).sort(), after.sort());
});

test("a server set back to an older copy gets what it lacks from the device, and the person is told", async () => {
  const context = await openBrowser();
  const page = await openSignedIn(context);
  await go(page, "规划");
  await newPlan(page);
  await synced(page);
  const copy = city.backUp();
  const before = await plans(page);
  await newPlan(page);
  const after = await plans(page);
  assert.equal(after.length, before.length + 1);
  await synced(page);
  await page.reload(); // what was confirmed has come back with the feed
  await started(page);
  await city.kill();
  city.restore(copy);
  await city.start();
  await page.goto(`${city.url}/`);
  await started(page);
  await says(page, "服务器恢复到了较早的备份");
  await says_not(page, "服务器没有照您的意思办成");
  await page.getByRole("button", { name: "查看" }).first().click();
  await says(page, "服务器上缺的 1 处改动，已经从这台设备补上。");
  await says(page, "您的方案和改动都在");
  await synced(page);
  await go(page, "规划");
  assert.deepEqual(await plans(page), after);

  const other = await openSignedIn(await openBrowser());
  await go(other, "规划");
  assert.deepEqual((await plans(other)).sort(), after.sort());
});

test("a submission written down offline that comes too late is refused with the reason, and the plan keeps its courses", async () => {
  const context = await openBrowser();
  const page = await openSignedIn(context);
  await go(page, "规划");
  await newPlan(page);
  await says(page, /排满了/);
  await synced(page);
  const courses = () => page.getByRole("button", { name: /^“.*”的操作$/ }).allTextContents();
  const before = (await courses()).length;
  assert.ok(before > 0);
  await kept(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "提交选课" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await page.getByRole("button", { name: "已记下，联网后送出" }).first().waitFor();
  await saved(page);

  await city.kill();
  await city.start({ now: "2017-06-20T09:00" }); // selection closed the day before
  await context.setOffline(false);
  await says(page, "提交选课没有办成");
  await page.getByRole("button", { name: "查看" }).first().click();
  await says(page, "课程都还在您的方案里");
  await says(page, /已经结束|截止/);
  await page.getByRole("button", { name: "去规划" }).click();
  await settled(page);
  assert.equal((await courses()).length, before);
  await page.goto(`${city.url}/sync`);
  await started(page);
  await says(page, "提交选课没有办成");
  await page.getByRole("button", { name: "知道了" }).click();
  await settled(page);
  await page.reload();
  await started(page);
  await says_not(page, "提交选课没有办成");
});
