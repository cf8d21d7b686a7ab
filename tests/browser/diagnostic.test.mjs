// The diagnostic (R15–R17), by clicks: offered at log-in, answered, left with a killed tab, gone on with, finished
// without a network, its result planned by one press; and the three other cases of the push.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, go, launch, openPage, openTab, settled, started } from "./support/browser.mjs";
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

async function openSignedIn(account, device = DESKTOP) {
  const opened = await openPage(browser, city.url, device);
  await started(opened.page);
  await signIn(opened.page, account);
  await settled(opened.page);
  return opened;
}

const question = (page) => page.getByRole("heading", { level: 1 }).first();

// Takes the first option, and goes on; answers whether there was a question.
async function answerOne(page) {
  const options = page.getByRole("radio");
  if ((await options.count()) === 0) return false;
  await options.first().click();
  await settled(page);
  await page.getByRole("button", { name: "下一题" }).click();
  await settled(page);
  return true;
}

test("a teacher is offered the diagnostic, loses the tab half-way, goes on, finishes offline and has the year planned", async (t) => {
  const { context, page, complaints } = await openSignedIn(city.account("teacher"), PHONE);
  t.after(() => context.close());
  await page.getByText("先做一次诊断，再选能力提升课").first().waitFor();
  await page.getByRole("link", { name: "开始诊断" }).first().click();
  await settled(page);
  await page.getByText("学生能上网").first().waitFor();
  await page.getByRole("checkbox", { name: /学生能上网/ }).click();
  await settled(page);
  await page.getByRole("button", { name: "开始测评" }).click();
  await page.getByText("第 1 题").first().waitFor();
  for (let answered = 0; answered < 8; ++answered) assert.ok(await answerOne(page), `question ${answered + 1}`);
  const waiting = await question(page).textContent();
  await page.getByText("第 9 题").first().waitFor();

  // Back, and the answer is still there; forward again to the same question.
  await page.getByRole("button", { name: "上一题" }).click();
  await settled(page);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 1);
  await page.getByRole("button", { name: "下一题" }).click();
  await settled(page);
  assert.equal(await question(page).textContent(), waiting);

  // The tab is gone; another one, without a network, is at the same item.
  await page.waitForFunction(() => navigator.serviceWorker?.controller !== null);
  await page.close();
  await context.setOffline(true);
  const next = await openTab(context, city.url);
  await next.getByText("诊断做到一半").first().waitFor();
  await next.getByRole("link", { name: "继续测评" }).first().click();
  await next.getByText("第 9 题").first().waitFor();
  await settled(next);
  assert.equal(await question(next).textContent(), waiting, "the exact item");

  for (let answered = 0; answered < 40 && (await answerOne(next)); ++answered);
  await next.getByRole("button", { name: "看结果" }).click();
  await next.getByRole("button", { name: "排进我的规划" }).waitFor();
  await settled(next);
  await next.getByText(/优化课堂教学/).first().waitFor();
  await next.getByText(/转变学习方式/).first().waitFor();
  await next.getByText(/专家设定/).first().waitFor();

  await next.getByRole("button", { name: "排进我的规划" }).click();
  await next.getByText(/排满了/).first().waitFor({ timeout: 60_000 });
  await settled(next);
  const meters = {};
  for (const name of ["公需课", "专业课", "能力提升", "合计"]) {
    const meter = next.getByRole("meter", { name: new RegExp(name) }).first();
    const [have, need] = (await meter.getAttribute("aria-valuetext")).split("/").map(Number);
    assert.ok(have >= need, `${name}: ${have} of ${need}`);
    meters[name] = need;
  }
  assert.equal(meters["能力提升"], 50);
  assert.equal(meters["合计"], 72);

  // With the network back the server takes all of it.
  await context.setOffline(false);
  await next.goto(`${city.url}/sync`);
  await started(next);
  await next.getByText(/已同步|都在服务器上/).first().waitFor({ timeout: 60_000 });
  assert.deepEqual(
    complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|failed:/.test(line)),
    [],
  );
});

test("a second device shows the result the first one finished", async (t) => {
  const { context, page } = await openSignedIn(city.account("teacher"));
  t.after(() => context.close());
  await go(page, "测评");
  await page.getByRole("button", { name: "排进我的规划" }).waitFor();
  await page.getByText(/推荐主题/).first().waitFor();
});

test("who was diagnosed in an earlier phase gets the recommendation at once", async (t) => {
  const { context, page, complaints } = await openSignedIn(city.account("teacher", 1));
  t.after(() => context.close());
  await page.getByText(/不用重测/).first().waitFor();
  await page.getByRole("link", { name: "看推荐主题" }).first().click();
  await page.getByRole("button", { name: "排进我的规划" }).waitFor();
  assert.deepEqual(complaints, []);
});

test("who did not finish earlier courses gets these courses back, counted in this phase", async (t) => {
  const { context, page, complaints } = await openSignedIn(city.account("teacher", 2));
  t.after(() => context.close());
  await page.getByText(/上一期没学完的课/).first().waitFor();
  await page.getByText(/学完计入本期/).first().waitFor();
  const meter = page.getByRole("meter", { name: /能力提升/ }).first();
  const [have, need] = (await meter.getAttribute("aria-valuetext")).split("/").map(Number);
  assert.deepEqual([have, need], [32, 50], "32 hours go on and count in the current phase");
  await page.getByRole("link", { name: "看看这些课" }).first().click();
  await page.getByText(/多媒体课件制作/).first().waitFor();
  assert.deepEqual(complaints, []);
});

test("who completed the programme earlier is pushed nothing and owes none of its hours", async (t) => {
  const { context, page, complaints } = await openSignedIn(city.account("teacher", 3));
  t.after(() => context.close());
  await page.getByRole("meter", { name: /专业课/ }).first().waitFor();
  assert.equal(await page.getByRole("meter", { name: /能力提升/ }).count(), 0);
  assert.equal(await page.getByText(/诊断，再选|接着学就行|推荐主题已经备好/).count(), 0);
  assert.deepEqual(complaints, []);
});

test("school and district see how many began and finished, and nobody's answers", async (t) => {
  for (const role of ["principal", "district_administrator"]) {
    const { context, page, complaints } = await openSignedIn(city.account(role));
    t.after(() => context.close());
    await go(page, "统计");
    await page.getByText(/1 \/ \d+　分母：本期应测教师/).first().waitFor();
    await page.getByText("100.00%").first().waitFor(); // of those who began
    const said = await page.locator("#plane").textContent();
    assert.ok(!/优化课堂教学|技术素养|待提高/.test(said), "no score");
    assert.deepEqual(complaints, [], role);
  }
});
