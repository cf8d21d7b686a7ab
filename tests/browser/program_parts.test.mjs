// The program comes in parts (docs/decisions/0015): the log-in page needs the first alone, Home the next, the other
// screens the last, and nobody gets behind, or is lost, before a part is there.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { launch, openPage, settled } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

let browser;
let city;
before(async () => {
  browser = await launch();
  city = await City.open();
});
after(async () => {
  await browser.close();
  await city.close();
});

let context;
afterEach(() => context?.close());

// Opens the log-in page with a part held back until `release` is called; `answer` says what becomes of it.
async function openHeld(answer = (route) => route.continue(), part = "home") {
  let release;
  const held = new Promise((done) => (release = done));
  const opened = await openPage(browser, "about:blank", { serviceWorkers: "block" });
  context = opened.context;
  await opened.page.route(new RegExp(`/${part}\\.`), async (route) => {
    await held;
    await answer(route);
  });
  await opened.page.goto(city.url);
  await opened.page.getByRole("button", { name: "登录" }).waitFor();
  return { ...opened, release };
}

// The tests hold back what the service worker would fetch; that it is missing is said there.
const own = (complaints) => complaints.filter((line) => !line.includes("Service Worker registration blocked"));

const button = (page, name) => page.getByRole("button", { name, exact: true });
const field = (page) => page.getByRole("textbox", { name: "教师编号或单位账号" });

async function enter(page, { login, password }) {
  await field(page).fill(login);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await button(page, "登录").click();
}

test("the log-in page does all it can without the others", async () => {
  const { page, complaints } = await openHeld();
  await button(page, "登录").click();
  await page.getByText("请填密码").first().waitFor();
  await enter(page, { login: "2017004", password: "wrong" });
  await page.waitForFunction(() => document.querySelector("[aria-invalid=true]"));
  await button(page, "显示密码").click();
  await settled(page);
  await button(page, "English").click();
  await button(page, "Sign in").waitFor();
  await button(page, "中文").click();
  await button(page, "登录").waitFor();
  await page.setViewportSize({ width: 400, height: 500 });
  await settled(page);
  await page.mouse.wheel(0, 200);
  await settled(page);
  assert.deepEqual(own(complaints).filter((line) => !line.includes("401")), []);
});

test("who signs in before it is there sees that something opens, and then Home", async () => {
  const { page, complaints, release } = await openHeld();
  await enter(page, city.account("teacher"));
  await page.getByText("正在取您的数据").first().waitFor();
  assert.equal(await page.getByRole("link", { name: "首页" }).count(), 0);
  release();
  await page.getByRole("link", { name: "首页" }).first().waitFor();
  assert.deepEqual(own(complaints), []);
});

test("one that does not arrive is told, and a press tries again", async () => {
  let isBroken = true;
  const { page, release } = await openHeld((route) => (isBroken ? route.abort() : route.continue()));
  release();
  await enter(page, city.account("teacher"));
  const retry = button(page, "再试一次");
  await retry.waitFor();
  isBroken = false;
  await retry.click();
  await page.getByRole("link", { name: "首页" }).first().waitFor();
});

test("a page with an account fetches what Home needs side by side", async () => {
  const opened = await openPage(browser, city.url, { serviceWorkers: "block" });
  context = opened.context;
  const { page } = opened;
  await signIn(page, city.account("teacher"));
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const pulled = page.waitForRequest((request) => request.url().includes("/api/v1/feeds"));
  await page.reload();
  await page.getByRole("link", { name: "首页" }).first().waitFor();
  await pulled;
  const order = ["/client.", "/home.", "/api/v1/feeds"].map((part) =>
    asked.findIndex((path) => path.startsWith(part)),
  );
  assert.ok(order.every((place) => place >= 0), `${asked}`);
  assert.ok(order[1] < order[2], "before the account's data are asked for");
  assert.deepEqual(own(opened.complaints), []);
});

test("Home and the catalogue can be used before the other screens are there, and those say that they open", async () => {
  const { page, complaints, release } = await openHeld(undefined, "screens");
  await enter(page, city.account("teacher"));
  await page.getByRole("link", { name: "课程", exact: true }).first().click();
  await page.getByRole("button", { name: /加入方案$/ }).first().click();
  await page.getByRole("link", { name: "规划", exact: true }).first().click();
  await page.getByText("正在打开").first().waitFor();
  await page.getByRole("link", { name: "首页" }).first().waitFor();
  release();
  await button(page, "一键排满").first().waitFor();
  assert.deepEqual(own(complaints), []);
});

test("a screen that does not arrive is told in its place, and a press tries again", async () => {
  let isBroken = true;
  const { page, release } = await openHeld((route) => (isBroken ? route.abort() : route.continue()), "screens");
  release();
  await enter(page, city.account("teacher"));
  await page.getByRole("link", { name: "规划", exact: true }).first().click();
  const retry = button(page, "再试一次");
  await retry.waitFor();
  await page.getByRole("link", { name: "首页" }).first().waitFor();
  isBroken = false;
  await retry.click();
  await button(page, "一键排满").first().waitFor();
});

test("a page opened on a screen of its own fetches that part beside the others", async () => {
  const opened = await openPage(browser, city.url, { serviceWorkers: "block" });
  context = opened.context;
  const { page } = opened;
  await signIn(page, city.account("teacher"));
  await page.goto(`${city.url}/plan`);
  await button(page, "一键排满").first().waitFor();
  assert.deepEqual(own(opened.complaints), []);
});
