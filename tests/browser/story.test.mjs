// The main job, by clicks and typing: plan 72 hours, submit them, and have the server keep them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, go, launch, openPage, settled, started } from "./support/browser.mjs";
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

async function openSignedIn(role = "teacher", device = DESKTOP) {
  const opened = await openPage(browser, city.url, device);
  await started(opened.page);
  await signIn(opened.page, city.account(role));
  await settled(opened.page);
  return opened;
}

// What a requirement's bar says to a screen reader.
const meter = (page, name) => page.getByRole("meter", { name: new RegExp(name) }).first();

test("a wrong password is said in words, changes nothing, and the right one opens Home", async () => {
  const { context, page, complaints } = await openPage(browser, city.url);
  await started(page);
  await page.getByRole("textbox", { name: "教师编号或单位账号" }).click();
  await page.keyboard.type(city.account("teacher").login);
  await page.getByLabel("密码", { exact: true }).click();
  await page.keyboard.type("not-the-password");
  await page.keyboard.press("Enter");
  await page.getByText("账号或密码不对").first().waitFor();
  await page.getByLabel("密码", { exact: true }).fill(city.account("teacher").password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /林老师/ }).waitFor();
  assert.deepEqual(
    complaints.filter((line) => !line.includes("401")),
    [],
  );
  await context.close();
});

test("a teacher searches, plans, submits, and the receipt is there after a reload, in a second browser, and after the server was killed", async () => {
  const { context, page, complaints } = await openSignedIn();

  await go(page, "课程");
  await page.getByRole("searchbox").click();
  await page.keyboard.type("xxjs");
  await settled(page);
  const rows = page.getByRole("row").filter({ hasText: "信息技术" });
  assert.ok((await rows.count()) > 0, "initials find 信息技术");
  await page.getByRole("button", { name: /^把“信息技术.*加入方案$/ }).first().click();
  await page.getByText(/已加入/).first().waitFor();

  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: /^类别/ }).click();
  await page.getByRole("button", { name: "公需", exact: true }).click();
  await settled(page);
  await page.keyboard.press("Escape");
  await settled(page);
  const kinds = await page.getByRole("row").filter({ hasNotText: "找到" }).allTextContents(); // that is the heading's
  assert.deepEqual(kinds.filter((row) => !row.includes("公需")), [], "only what was asked for is listed");
  assert.ok(kinds.length > 0);
  await page.getByRole("button", { name: "清空筛选" }).click();
  await settled(page);

  await go(page, "规划");
  const [planned, needed] = (await meter(page, "合计").getAttribute("aria-valuetext")).split("/").map(Number);
  assert.ok(planned > 0 && planned < needed, `what was added counts, and more is needed: ${planned} of ${needed}`);
  await page.getByText(/还差/).first().waitFor();
  await page.getByText(/通知/).first().waitFor();
  await page.getByRole("button", { name: "一键排满" }).first().click();
  await page.getByText(/排满了/).first().waitFor();
  await settled(page);
  for (const name of ["公需课", "专业课", "能力提升", "合计"]) {
    const [have, need] = (await meter(page, name).getAttribute("aria-valuetext")).split("/").map(Number);
    assert.ok(have >= need, `${name}: ${have} of ${need}`);
  }

  await page.getByRole("button", { name: "提交选课" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/;
  await page.getByText(receipt).first().waitFor();
  const number = receipt.exec(await page.locator("#plane").textContent())[0];
  await page.getByText("未缴费").first().waitFor();

  await page.reload();
  await started(page);
  await page.getByText(number).first().waitFor();

  const second = await openSignedIn("teacher", PHONE);
  await go(second.page, "规划");
  await second.page.getByText(number).first().waitFor();
  await second.context.close();

  await city.kill();
  await city.start();
  await page.reload();
  await started(page);
  await page.getByText(number).first().waitFor();

  assert.deepEqual(complaints, []);
  await context.close();
});

test("edits made while the server is down are kept on the page and confirmed when it is back", async () => {
  const { context, page } = await openSignedIn("teacher");
  await go(page, "规划");
  await city.kill();
  const before = await page.getByRole("tab").count();
  await page.getByRole("tab", { name: "新建一个方案" }).click();
  await settled(page);
  assert.equal(await page.getByRole("tab").count(), before + 1);
  await page.getByRole("link", { name: /^离线/ }).first().waitFor();
  await city.start();
  await page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });
  await page.reload();
  await started(page);
  await page.getByRole("tab").first().waitFor();
  assert.equal(await page.getByRole("tab").count(), before + 1);
  await context.close();
});

test("every role logs in to a Home of its own without a complaint", async () => {
  for (const role of [
    "principal",
    "school_administrator",
    "district_administrator",
    "institution",
    "research_department",
    "centre",
  ]) {
    const { context, page, complaints } = await openSignedIn(role);
    await page.getByRole("heading", { name: "接下来" }).waitFor();
    assert.deepEqual(complaints, [], role);
    await context.close();
  }
});
