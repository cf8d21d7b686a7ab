// When nothing fits: why, in words with their sources, and ways out that lead to a complete plan.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, launch, openPage, settled, started } from "./support/browser.mjs";
import { City, ENGLISH, signIn } from "./support/city.mjs";

const FOLDER = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "screenshots");

let browser;
let city;
before(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await launch();
  city = await City.open();
});
after(async () => {
  await browser.close();
  await city.close();
});

// Has a draft, and asks for a plan that costs almost nothing.
async function askTooMuch(page) {
  await page.getByRole("link", { name: "规划", exact: true }).first().click();
  await settled(page);
  if ((await page.getByRole("textbox", { name: /费用上限/ }).count()) === 0) {
    await page.getByRole("button", { name: "一键排满" }).first().click();
    await page.getByText(/排满了/).first().waitFor();
  }
  await page.getByRole("textbox", { name: /费用上限/ }).first().fill("20");
  await page.keyboard.press("Enter");
  await page.getByText("排课时不超过 ¥20").first().waitFor();
  await page.getByRole("heading", { name: /这 2 个条件不能同时满足，还差/ }).waitFor();
  await settled(page);
}

test("the teacher reads why nothing fits, takes a way out, and takes it back", async () => {
  const { context, page, complaints } = await openPage(browser, city.url, DESKTOP);
  await started(page);
  await signIn(page, city.account("teacher"));
  await askTooMuch(page);
  await page.getByText("能力提升工程满 50 学时").waitFor();
  await page.getByText("费用不超过 ¥20").waitFor();
  assert.ok((await page.getByText(/依据：通知“信息技术应用能力提升工程”/).count()) > 0, "the rule's source");
  await page.getByText("先按最接近的排").first().waitFor();
  await page.screenshot({ path: join(FOLDER, "plan-trouble-desktop-light.png") });

  const way = page.getByRole("button", { name: /^采用：把费用上限提到 ¥/ });
  const limit = /¥([\d.]+)/.exec(await way.textContent())[1];
  await way.click();
  await page.getByText(`排课时不超过 ¥${limit}`).first().waitFor();
  await settled(page);
  assert.equal(await page.getByRole("textbox", { name: /费用上限/ }).first().inputValue(), limit);
  assert.equal(await page.getByRole("heading", { name: /不能同时满足/ }).count(), 0);
  assert.ok((await page.getByText("各项都够了").count()) > 0, "the plan it led to is complete");

  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await page.getByText("排课时不超过 ¥20").first().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the same on a phone, and in English", async () => {
  const { context, page } = await openPage(browser, city.url, { ...DESKTOP, colorScheme: "dark" });
  await started(page);
  await signIn(page, city.account("teacher"));
  await askTooMuch(page);
  await page.setViewportSize(PHONE.viewport);
  await settled(page);
  await page.screenshot({ path: join(FOLDER, "plan-trouble-phone-dark.png") });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `scrolls sideways by ${overflow} px`);
  await context.close();

  const english = await openPage(browser, city.url, { ...DESKTOP, locale: "en-GB" });
  await started(english.page);
  await signIn(english.page, city.account("teacher"), ENGLISH);
  await english.page.getByRole("link", { name: "Plan", exact: true }).first().click();
  await english.page.getByRole("textbox", { name: /Fee limit/ }).first().fill("20");
  await english.page.keyboard.press("Enter");
  await english.page.getByRole("heading", { name: /These 2 conditions cannot all be met/ }).waitFor();
  await settled(english.page);
  await english.page.screenshot({ path: join(FOLDER, "plan-trouble-desktop-light-en.png") });
  await english.page.getByRole("button", { name: /^Take: Raise the fee limit to ¥/ }).waitFor();
  await english.context.close();
});
