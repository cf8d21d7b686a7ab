// Two devices edit one plan while the network is away: both are told, one decides, and both then agree.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, go, launch, openPage, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

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

async function openSignedIn(options) {
  const opened = await openPage(browser, city.url, options);
  await started(opened.page);
  await signIn(opened.page, city.account("teacher"));
  return opened;
}
// Something from the menu of the plan's only run.
const choose = async (page, item) => {
  await page.getByRole("button", { name: /^“.*”的操作$/ }).first().click();
  await page.getByRole("button", { name: item, exact: true }).click();
  await settled(page);
};
const confirmed = (page) => page.waitForResponse((answer) => answer.url().endsWith("/api/v1/push") && answer.ok());

test("what both changed offline is shown with both sides, and one press settles it for both", async () => {
  const desk = await openSignedIn({ ...DESKTOP, colorScheme: "dark" });
  await go(desk.page, "课程");
  const added = confirmed(desk.page);
  await desk.page.getByRole("button", { name: /^把“.*加入方案$/ }).first().click();
  await added;
  await go(desk.page, "规划");
  const phone = await openSignedIn({ ...PHONE, deviceScaleFactor: 2 });
  await go(phone.page, "规划");

  await desk.context.setOffline(true);
  await phone.context.setOffline(true);
  await choose(desk.page, "固定这门课");
  await choose(phone.page, "移出方案");
  const removed = confirmed(phone.page);
  await phone.context.setOffline(false);
  await removed;
  await desk.context.setOffline(false);
  await desk.page.getByRole("heading", { name: "两边都改了同一门课" }).waitFor();
  await desk.page.getByText(/这台设备上固定了“.*”，另一台设备上移出了它/).first().waitFor({ state: "attached" });
  await settled(desk.page);
  await desk.page.screenshot({ path: join(FOLDER, "plan-disagreement-desktop-dark.png") });
  await go(desk.page, "首页");
  await desk.page.getByRole("button", { name: /两台设备改得不一样/ }).waitFor();
  await desk.page.screenshot({ path: join(FOLDER, "home-disagreement-desktop-dark.png") });

  // The phone learns of it when it looks again.
  await phone.page.goto(`${city.url}/plan`);
  await started(phone.page);
  await phone.page.getByRole("heading", { name: "两边都改了同一门课" }).waitFor();
  await settled(phone.page);
  await phone.page.screenshot({ path: join(FOLDER, "plan-disagreement-phone-light.png") });
  const settledByPhone = confirmed(phone.page);
  await phone.page.getByRole("button", { name: /^改按/ }).first().click();
  await phone.page.getByRole("heading", { name: "两边都改了同一门课" }).waitFor({ state: "detached" });
  await settledByPhone;

  await desk.page.goto(`${city.url}/plan`);
  await started(desk.page);
  await desk.page.getByText("已固定").first().waitFor({ state: "attached" });
  assert.equal(await desk.page.getByRole("heading", { name: "两边都改了同一门课" }).count(), 0);
  await desk.context.close();
  await phone.context.close();
});
