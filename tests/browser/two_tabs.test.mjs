// Tabs of one browser: what one does the others show, with and without a network, and a tab that is killed takes
// nothing with it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, go, launch, openTab, settled } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";
import { kept } from "./support/releases.mjs";

let browser;
let city;
before(async () => {
  browser = await launch();
  city = await City.open();
  const { context, page } = await openSignedIn();
  await page.getByRole("button", { name: "一键排满" }).first().click();
  await page.getByText(/排满了/).first().waitFor();
  await page.getByRole("link", { name: /^已同步/ }).first().waitFor();
  await context.close();
});
after(async () => {
  await browser.close();
  await city.close();
});

const openPlan = (context) => openTab(context, `${city.url}/plan`);

// On the plan, in a browser of its own.
async function openSignedIn() {
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const page = await openTab(context, city.url);
  await signIn(page, city.account("teacher"));
  await go(page, "规划");
  return { context, page };
}

const plans = (page) => page.getByRole("tab").allTextContents();
const shows = (page, count) =>
  page.waitForFunction((wanted) => document.querySelectorAll("[role=tab]").length === wanted, count);
const newPlan = async (page) => {
  await page.getByRole("tab", { name: "新建一个方案" }).click();
  await settled(page);
};

test("a killed tab takes no edit with it that is older than half a second, nor its undo and redo", async () => {
  const { context, page } = await openSignedIn();
  await kept(page);
  await context.setOffline(true);
  const before = await plans(page);
  await newPlan(page);
  const after = await plans(page);
  assert.equal(after.length, before.length + 1);
  await page.waitForTimeout(500);
  const killed = page.waitForEvent("crash");
  const devtools = await context.newCDPSession(page);
  devtools.send("Page.crash").catch(() => {}); // nobody is left to answer
  await killed;

  const next = await openPlan(context);
  assert.deepEqual(await plans(next), after);
  await next.getByRole("button", { name: /^撤销：新建/ }).first().click();
  await settled(next);
  assert.deepEqual(await plans(next), before);
  await next.getByRole("button", { name: /^重做：新建/ }).first().click();
  await settled(next);
  assert.deepEqual(await plans(next), after);
  await context.close();
});

test("two tabs without a network follow each other, and what either did is sent", async () => {
  const { context, page: one } = await openSignedIn();
  const two = await openPlan(context);
  await context.setOffline(true);
  const before = (await plans(one)).length;
  await newPlan(one);
  await shows(two, before + 1);
  await newPlan(two);
  await shows(one, before + 2);
  for (const page of [one, two]) {
    await page.getByRole("link", { name: "离线，2 处改动等着同步" }).first().waitFor();
  }
  await context.setOffline(false);
  for (const page of [one, two]) {
    await page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });
  }
  const wanted = await plans(one);
  const elsewhere = await openSignedIn();
  assert.deepEqual((await plans(elsewhere.page)).sort(), wanted.sort());
  await context.close();
  await elsewhere.context.close();
});

test("two tabs follow each other and a third finds everything", async () => {
  const { context, page: one } = await openSignedIn();
  const two = await openPlan(context);
  const before = (await plans(one)).length;
  await newPlan(one);
  await shows(two, before + 1);
  await newPlan(two);
  await shows(one, before + 2);
  await two.close();
  const three = await openPlan(context);
  assert.equal((await plans(three)).length, before + 2);
  await context.close();
});
