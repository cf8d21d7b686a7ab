// The interface in two languages: which one a page begins in, switching at once, and what happens when English
// cannot be had.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, launch, openPage, settled, started } from "./support/browser.mjs";
import { CHINESE, City, ENGLISH, signIn } from "./support/city.mjs";

const WORDS_FILE = "**/words_en.*.txt";

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

async function open(options = {}) {
  const opened = await openPage(browser, city.url, { ...DESKTOP, ...options });
  await started(opened.page);
  return opened;
}

const languageOf = (page) =>
  page.evaluate(() => ({ lang: document.documentElement.lang, title: document.title }));
const button = (page, name) => page.getByRole("button", { name, exact: true });
const wordsFetched = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("words_en")).length);

test("a Chinese browser gets Chinese and downloads no other words", async () => {
  const { context, page, complaints } = await open({ locale: "zh-CN" });
  await button(page, CHINESE.signIn).waitFor();
  assert.deepEqual(await languageOf(page), { lang: "zh-CN", title: "学时" });
  assert.equal(await wordsFetched(page), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a browser that asks for no Chinese at all gets English from its first picture on", async () => {
  const { context, page, complaints } = await open({ locale: "en-GB" });
  await button(page, ENGLISH.signIn).waitFor();
  assert.deepEqual(await languageOf(page), { lang: "en", title: "Xueshi" });
  assert.equal(await wordsFetched(page), 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("English and back at log-in: at once, without a reload, kept over one", async () => {
  const { context, page, complaints } = await open();
  await page.evaluate(() => (window.isSamePage = true));
  await page.getByLabel(CHINESE.account).fill("2017004");
  await button(page, "English").click();
  await button(page, ENGLISH.signIn).waitFor();
  assert.deepEqual(await languageOf(page), { lang: "en", title: "Xueshi" });
  assert.equal(await page.getByLabel(ENGLISH.account).inputValue(), "2017004", "what was typed stays");
  await button(page, "中文").click();
  await button(page, CHINESE.signIn).waitFor();
  await button(page, "English").click();
  await button(page, ENGLISH.signIn).waitFor();
  assert.ok(await page.evaluate(() => window.isSamePage));
  assert.equal(await wordsFetched(page), 1);

  await page.reload();
  assert.deepEqual(await page.evaluate(() => document.documentElement.lang), "en");
  await started(page);
  await button(page, ENGLISH.signIn).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("in Profile the whole page changes at once, its title too, and no Chinese of ours is left", async () => {
  const { context, page, complaints } = await open();
  await signIn(page, city.account("teacher"));
  await page.getByRole("link", { name: "我的", exact: true }).first().click();
  await page.getByRole("tab", { name: "English" }).click();
  await page.getByRole("heading", { name: "Profile self-check" }).waitFor();
  await settled(page);
  assert.deepEqual(await languageOf(page), { lang: "en", title: "Profile · Xueshi" });
  for (const word of ["个人信息自查", "外观", "同步", "退出登录", "首页"]) {
    assert.equal(await page.getByText(word).count(), 0, word);
  }
  await page.reload();
  await started(page);
  await page.getByRole("link", { name: ENGLISH.home, exact: true }).first().waitFor();
  await page.getByRole("tab", { name: "中文" }).click();
  await page.getByRole("heading", { name: "个人信息自查" }).waitFor();
  assert.deepEqual(await languageOf(page), { lang: "zh-CN", title: "我的 · 学时" });
  assert.deepEqual(complaints, []);
  await context.close();
});

test("English that cannot be fetched leaves Chinese and a notice, and can be tried again", async () => {
  // A worker would have the words already.
  const { context, page } = await open({ serviceWorkers: "block" });
  await page.route(WORDS_FILE, (route) => route.abort());
  await button(page, "English").click();
  await page.getByText("英文界面没有取到").first().waitFor();
  await button(page, CHINESE.signIn).waitFor();
  assert.equal((await languageOf(page)).lang, "zh-CN");
  await page.unroute(WORDS_FILE);
  await page.route(WORDS_FILE, (route) => route.fulfill({ body: "<!doctype html><title>Portal</title>" }));
  await button(page, "English").click();
  await settled(page);
  await button(page, CHINESE.signIn).waitFor();
  await page.unroute(WORDS_FILE);
  await button(page, "English").click();
  await button(page, ENGLISH.signIn).waitFor();
  await context.close();
});

test("a page that was to begin in English begins in Chinese when its words cannot be fetched", async () => {
  const context = await browser.newContext({ ...DESKTOP, locale: "en-GB" });
  const page = await context.newPage();
  await page.route(WORDS_FILE, (route) => route.abort());
  await page.goto(city.url);
  await started(page);
  await button(page, CHINESE.signIn).waitFor();
  await page.getByText("英文界面没有取到").first().waitFor();
  assert.deepEqual(await languageOf(page), { lang: "zh-CN", title: "学时" });
  await context.close();
});
