// Choosing on the Plan page: proposals that follow every wish, plans side by side, the slider over proven plans. The
// draft changes when something is taken, and one undo takes it back.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, go, launch, openPage, settled, started } from "./support/browser.mjs";
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

const picture = (page, name) => page.screenshot({ path: join(FOLDER, `plan-choices-${name}.png`) });
const slider = (page) => page.getByRole("slider", { name: "少花钱还是更合适" });
const stopOf = async (page) => await slider(page).getAttribute("aria-valuetext");
// The courses of the plan, to see whether it changed.
const courses = async (page) => {
  const links = await page.getByRole("main").getByRole("link").allTextContents();
  return links.filter((text) => !text.includes("对比"));
};

// The Plan page with a complete draft, all proposals there.
async function openPlan(options) {
  const opened = await openPage(browser, city.url, options);
  const { page } = opened;
  await started(page);
  await signIn(page, city.account("teacher"));
  await go(page, "规划");
  const arrange = page.getByRole("button", { name: "一键排满" }).first();
  if (await arrange.isVisible().catch(() => false)) {
    await arrange.click();
    await page.getByText(/排满了/).first().waitFor();
  }
  await searched(page);
  return opened;
}

async function searched(page) {
  await page.waitForFunction(() => !/还在算|正在算|正在重新算/.test(document.body.innerText), null, { polling: 50, timeout: 60_000 });
  await slider(page).waitFor();
  await settled(page);
}

async function setFee(page, yuan) {
  await page.getByRole("textbox", { name: /费用上限/ }).first().fill(yuan);
  await page.keyboard.press("Enter");
  await page.getByText(yuan === "" ? "现在不限费用" : `排课时不超过 ¥${yuan}`).first().waitFor();
}

async function assertNoOverflow(page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `scrolls sideways by ${overflow} px`);
}

test("every wish is answered by a proposal, and the draft waits for the teacher", async () => {
  const { context, page, complaints } = await openPlan(DESKTOP);
  const draft = await courses(page);
  // A limit under which nothing fits: why, and the nearest plan, without a press.
  await setFee(page, "20");
  await page.getByRole("heading", { name: /不能同时满足/ }).waitFor();
  await page.getByRole("heading", { name: "最接近的方案" }).waitFor();
  await settled(page);
  await picture(page, "nearest-desktop-light");
  await setFee(page, "");
  await page.getByText("草稿已经是最好的排法").first().waitFor();
  assert.equal(await page.getByRole("heading", { name: /不能同时满足/ }).count(), 0);

  // A course that is not wanted is never proposed again, until it is allowed.
  await page.getByRole("button", { name: /的操作$/ }).last().click();
  await page.getByRole("button", { name: "移出，不再推荐" }).click();
  await page.getByText("不再推荐的课").waitFor();
  await page.getByText("按这些设置，这样排最好").first().waitFor();
  await searched(page);
  await picture(page, "excluded-desktop-light");
  await page.getByRole("button", { name: /^恢复推荐/ }).click();
  await settled(page);
  assert.equal(await page.getByText("不再推荐的课").count(), 0);
  await page.getByRole("button", { name: /^撤销：恢复推荐/ }).first().click();
  await page.getByRole("button", { name: /^撤销：不再推荐/ }).first().click();
  await settled(page);
  assert.deepEqual(await courses(page), draft);

  // The fewest hours before the fee: the proposal is another plan, the draft is as it was.
  const order = page.getByRole("list", { name: "排在前面的先比较" });
  assert.deepEqual(await order.getByRole("button").allTextContents(), ["费用", "学时", "合适", "门数"]);
  for (let presses = 0; presses < 2; ++presses) {
    await order.getByRole("button", { name: presses === 0 ? "学时" : "合适" }).click();
    await settled(page);
  }
  assert.deepEqual(await order.getByRole("button").allTextContents(), ["学时", "合适", "费用", "门数"]);
  await page.getByText("按这些设置，这样排最好").first().waitFor();
  await searched(page);
  await picture(page, "proposal-desktop-light");
  assert.deepEqual(await courses(page), draft, "the draft is not changed by a wish");
  await page.getByRole("button", { name: "采用建议" }).click();
  await page.getByText("草稿已经是最好的排法").first().waitFor();
  assert.notDeepEqual(await courses(page), draft);
  await page.getByRole("button", { name: /^撤销：排满/ }).first().click();
  await page.getByText("按这些设置，这样排最好").first().waitFor();
  assert.deepEqual(await courses(page), draft, "one step back");
  for (let presses = 0; presses < 2; ++presses) {
    await order.getByRole("button", { name: "费用" }).click();
    await settled(page);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the slider stops at proven plans, by keyboard and mouse, and a stop is taken", async () => {
  const { context, page, complaints } = await openPlan(DESKTOP);
  const draft = await courses(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await settled(page);
  const [, count] = /^第 1 档，共 (\d+) 档/.exec(await stopOf(page));
  assert.ok(Number(count) > 2, `${count} stops`);
  const figures = [];
  for (let stop = 1; ; ++stop) {
    const [, at, fee, fit] = /^第 (\d+) 档，.*?¥([\d.,]+)，合适度 ([\d.]+)/.exec(await stopOf(page));
    assert.equal(Number(at), stop);
    figures.push({ fee: Number(fee.replace(",", "")), fit: Number(fit) });
    if (stop === Number(count)) break;
    await page.keyboard.press("ArrowRight");
    await settled(page);
  }
  for (let i = 1; i < figures.length; ++i) {
    assert.ok(figures[i].fee > figures[i - 1].fee && figures[i].fit > figures[i - 1].fit, JSON.stringify(figures));
  }
  const box = await slider(page).boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await settled(page);
  const middle = Number(/^第 (\d+) 档/.exec(await stopOf(page))[1]);
  assert.ok(middle > 1 && middle < Number(count), `stop ${middle}`);
  await picture(page, "slider-desktop-light");
  assert.deepEqual(await courses(page), draft, "sliding changes nothing");
  await page.getByRole("button", { name: "采用这一档" }).click();
  await page.getByText("您的草稿就是这一档").waitFor();
  await settled(page);
  assert.match(await stopOf(page), new RegExp(`^第 ${middle} 档`));
  await page.getByRole("button", { name: /^撤销：排满/ }).first().click();
  await settled(page);
  assert.deepEqual(await courses(page), draft);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("plans stand side by side; one is taken, and the way back is the browser's", async () => {
  const { context, page, complaints } = await openPlan({ ...DESKTOP, colorScheme: "dark" });
  await page.getByRole("link", { name: "对比几种排法" }).click();
  await page.getByRole("heading", { name: "备选 2" }).waitFor();
  await settled(page);
  await picture(page, "compare-desktop-dark");
  const places = await Promise.all(
    ["首选", "备选 1", "备选 2"].map((name) => page.getByRole("heading", { name }).boundingBox()),
  );
  assert.ok(places[0].x < places[1].x && places[1].x < places[2].x, "side by side");
  await page.goBack();
  await page.getByRole("heading", { name: "规划" }).waitFor();
  await page.goForward();
  await page.getByRole("button", { name: "采用备选 1" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(/排满了/).first().waitFor();
  await page.getByRole("heading", { name: "规划" }).waitFor();
  await searched(page);
  await picture(page, "taken-desktop-dark");
  await page.getByRole("button", { name: /^撤销：排满/ }).first().click();
  await page.getByText("草稿已经是最好的排法").first().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the same on a phone, by touch, and in English", async () => {
  const { context, page, complaints } = await openPlan(PHONE);
  await assertNoOverflow(page);
  await picture(page, "phone-light");
  await slider(page).scrollIntoViewIfNeeded();
  await settled(page);
  const box = await slider(page).boundingBox();
  await page.touchscreen.tap(box.x + box.width - 12, box.y + box.height / 2);
  await settled(page);
  assert.match(await stopOf(page), /^第 (\d+) 档，共 \1 档/);
  await picture(page, "slider-phone-light");
  await page.getByRole("button", { name: "采用这一档" }).tap();
  await page.getByText("您的草稿就是这一档").waitFor();
  await settled(page);
  await page.getByText("按这些设置，这样排最好").first().waitFor();
  await page.getByRole("button", { name: "采用建议" }).scrollIntoViewIfNeeded();
  await settled(page);
  await picture(page, "proposal-phone-light");
  await page.getByRole("link", { name: "对比几种排法" }).tap();
  await page.getByRole("heading", { name: "备选 1" }).waitFor();
  await settled(page);
  await assertNoOverflow(page);
  await picture(page, "compare-phone-light");
  const [first, second] = await Promise.all(
    ["首选", "备选 1"].map((name) => page.getByRole("heading", { name }).boundingBox()),
  );
  assert.ok(first.y < second.y && first.x === second.x, "one below the other");
  assert.deepEqual(complaints, []);
  await context.close();

  const english = await openPage(browser, city.url, { ...DESKTOP, locale: "en-GB", colorScheme: "dark" });
  await started(english.page);
  await signIn(english.page, city.account("teacher"), ENGLISH);
  await english.page.getByRole("link", { name: "Plan", exact: true }).first().click();
  await english.page.getByRole("slider", { name: "Spend less or fit better" }).waitFor();
  await english.page.waitForFunction(() => !/still working/.test(document.body.innerText));
  await settled(english.page);
  await picture(english.page, "desktop-dark-en");
  await english.page.getByRole("link", { name: "Compare plans" }).click();
  await english.page.getByRole("heading", { name: "Alternative 1" }).waitFor();
  await settled(english.page);
  await picture(english.page, "compare-desktop-dark-en");
  await english.context.close();
});
