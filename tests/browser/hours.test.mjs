// Hours of a finished course are allocated to the year that lacks them: the effect is seen before, the server decides,
// another device hears of it, and it is taken back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, launch, openTab, PHONE, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

let city;
let browser;
let course; // a finished one of this phase, of 12 hours

const teacher = () => city.account("teacher");
const says = (page, text) => page.getByText(text).first().waitFor();

async function enter(t, { options = DESKTOP, path = "/hours" } = {}) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  t.after(() => context.close());
  const page = await openTab(context, city.url + "/");
  await signIn(page, teacher());
  await settled(page);
  await page.goto(city.url + path);
  await started(page);
  return page;
}

async function findCourse() {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await openTab(context, city.url + "/");
  await signIn(page, teacher());
  const found = await page.evaluate(async () => {
    const { events } = await (await fetch("/api/v1/feeds/catalogue?after=0&limit=5000")).json();
    return events
      .filter(({ type }) => type === "course_run.published")
      .map(({ payload }) => payload)
      .find((run) => run.deci_hours === 120 && run.phase_id && run.category === "professional" && !run.admission);
  });
  await context.close();
  return found;
}

before(async () => {
  city = await City.open();
  browser = await launch();
  course = await findCourse();
  await city.kill();
  city.finishCourse(teacher(), course.course_run_id);
  await city.start({ now: "2017-06-20T09:00" });
});
after(async () => {
  await browser.close();
  await city.close();
});

const row = (page) => page.getByRole("button", { name: new RegExp(`^${course.title}.*可选归入年度`) });

test("a course is allocated to the year that lacks it, seen before it is done, and taken back", async (t) => {
  const page = await enter(t);
  await page.getByRole("button", { name: /^2016 年，计入 60 学时.*差 12/ }).waitFor();
  await row(page).click();
  await page.getByRole("radio", { name: "2016" }).click();
  await says(page, "60 → 72");
  await page.getByRole("button", { name: "归入 2016" }).click();
  await says(page, /已办成，回执 [0-9A-Z]{5}-[0-9A-Z]{5}/);
  await page.getByRole("button", { name: /^2016 年，计入 72 学时.*通过/ }).waitFor();

  const phone = await enter(t, { options: PHONE });
  await phone.getByRole("button", { name: /^2016 年，计入 72 学时/ }).waitFor();

  await page.getByRole("button", { name: "撤销这次归入" }).click();
  await page.getByRole("button", { name: /^2016 年，计入 60 学时/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: "撤销这次归入" }).count(), 1, "that can be taken back, too");
});

test("a course is carried to a year with the mouse, and goes there only when that is ordered", async (t) => {
  const page = await enter(t);
  const middle = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  const column = page.getByRole("button", { name: /^2016 年，计入 60 学时/ });
  await page.mouse.move(...(await middle(row(page))));
  await page.mouse.down();
  await page.mouse.move(...(await middle(column)), { steps: 8 });
  await page.locator(".ghost", { hasText: course.title }).waitFor();
  await settled(page);
  await page.mouse.up();
  await says(page, "60 → 72");
  assert.equal(await page.locator(".ghost").count(), 0);
  await page.getByRole("button", { name: "取消" }).click();
  await settled(page);

  // Let go where nothing takes it, and given up: nothing happens.
  await page.mouse.move(...(await middle(row(page))));
  await page.mouse.down();
  await page.mouse.move(...(await middle(column)), { steps: 8 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await settled(page);
  assert.equal(await page.getByText("60 → 72").count(), 0);
});

test("the best allocation is proposed on a phone, by touch, and says what it does", async (t) => {
  const page = await enter(t, { options: PHONE });
  await page.getByRole("button", { name: "算最优" }).click();
  await says(page, new RegExp(`${course.title}（12 学时）归入 2016`));
  await says(page, "60 → 72");
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByRole("button", { name: /^2016 年，计入 60 学时/ }).waitFor();
});

test("without a network the order is noted, and decided with the network", async (t) => {
  const page = await enter(t);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  await row(page).click();
  await page.getByRole("radio", { name: "2016" }).click();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "归入 2016" }).click();
  await page.getByText(new RegExp(`${course.title}.*正在送出`)).first().waitFor();
  assert.equal(await row(page).count(), 0, "not asked for twice");
  await page.context().setOffline(false);
  await says(page, /已办成，回执/);
  await page.getByRole("button", { name: /^2016 年，计入 72 学时/ }).waitFor();
});

test("once the year's verification begins by itself, its hours stay where they are", async (t) => {
  await city.kill();
  await city.start({ now: "2017-08-01T00:10" });
  const page = await enter(t);
  await page.getByRole("button", { name: /^2016 年，计入 72 学时/ }).click();
  await says(page, "2016 年的记录");
  await page.getByText(new RegExp(`^${course.title}.*12 学时，计入 12`)).first().waitFor();
  assert.equal(await row(page).count(), 0);
  assert.equal(await page.getByRole("button", { name: "撤销这次归入" }).count(), 0);
});

test("the verification of 2016 is run from the day the rules name, and stands in the teacher's page", async (t) => {
  await city.kill();
  const early = city.attempt("verify-year", "--year", "2016", "--now", "2017-07-31T09:00");
  assert.notEqual(early.status, 0);
  assert.match(early.stderr, /VerificationNotDue/);
  const run = city.attempt("verify-year", "--year", "2016", "--now", "2017-08-01T09:00");
  assert.equal(run.status, 0, run.stderr);
  const { teachers, passed, failed } = JSON.parse(run.stdout);
  assert.equal(passed + failed, teachers);
  await city.start({ now: "2017-08-01T09:10" });
  const page = await enter(t);
  await page.getByRole("button", { name: /^2016 年，计入 72 学时.*已验证/ }).waitFor();
  await says(page, "2016 年 已通过");
});
