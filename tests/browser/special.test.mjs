// Special training, each person in a browser of their own: one application over four desks, a refusal, a place that
// goes to the waiting list, and what a teacher sees without a network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { DESKTOP, launch, openTab, PHONE, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

const PROJECT = /教育科研骨干教师研修班/; // one place in the district, given by the sample institution
const OTHER_PROJECT = /微课程开发能力研修班/;

let city;
let browser;
before(async () => {
  city = await City.open();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await city.close();
});

async function enter(t, role, { place = 0, options = DESKTOP, path = "/" } = {}) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  t.after(() => context.close());
  const page = await openTab(context, city.url + "/");
  await signIn(page, city.account(role, place));
  await settled(page);
  if (path !== "/") await page.goto(city.url + path);
  await started(page);
  return page;
}

const openProject = async (page, name = PROJECT) => {
  await page.getByRole("link", { name }).first().click();
  await page.getByText("审核进度").waitFor();
};
const says = (page, text) => page.getByText(text).first().waitFor();

// What others decided meanwhile comes with the next pull.
async function until(page, text) {
  for (let attempt = 0; attempt < 10; ++attempt) {
    if (await page.getByText(text).first().isVisible()) return;
    await page.reload();
    await started(page);
    await page.waitForTimeout(700);
  }
  await says(page, text);
}

async function signUp(t, place) {
  const page = await enter(t, "teacher", { place, options: PHONE, path: "/special" });
  await openProject(page);
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await says(page, /已办成，回执 [0-9A-Z]{5}-[0-9A-Z]{5}/);
  await says(page, "等校长审核");
  return page;
}

// The desk shows one project at a time.
async function openDesk(page, tab = null) {
  await page.getByRole("button", { name: /^项目：/ }).click();
  await page.getByRole("dialog", { name: "项目" }).getByRole("button", { name: PROJECT }).click();
  await settled(page);
  if (tab) await page.getByRole("tab", { name: tab }).click();
  await settled(page);
}

async function enterDesk(t, role) {
  const page = await enter(t, role, { path: "/reviews" });
  await openDesk(page);
  return page;
}

async function reloadDesk(page, tab = null) {
  await page.reload();
  await started(page);
  await openDesk(page, tab);
}

async function decide(page, name, verdict, reason) {
  const choice = page.getByRole("checkbox", { name: `选中 ${name}` }).first();
  await choice.click();
  await settled(page);
  if (reason) {
    // Without one nothing is sent.
    await page.getByRole("button", { name: verdict, exact: true }).click();
    await says(page, "请先写明理由");
    await page.getByRole("textbox", { name: /意见/ }).fill(reason);
    await settled(page);
  }
  await page.getByRole("button", { name: verdict, exact: true }).click();
  await says(page, /已办成，回执/);
  await choice.waitFor({ state: "detached" });
}

// What a page is printed as: the frame's own document, when its print dialog would open.
async function printed(page, button) {
  await page.evaluate(() => (window.paper = null));
  await page.getByRole("button", { name: button }).click();
  await page.waitForFunction(() => window.paper);
  return page.evaluate(() => window.paper);
}

async function watchPrinting(page) {
  await page.addInitScript(() => {
    window.print = () => {
      const { body, title, styleSheets, documentElement } = document;
      const [h1] = document.getElementsByTagName("h1");
      top.paper = {
        title,
        language: documentElement.lang,
        text: body.innerText,
        elements: [...new Set([...body.querySelectorAll("*")].map(({ localName }) => localName))].sort(),
        isStyled: styleSheets.length === 1 && getComputedStyle(h1).textAlign === "center",
        isTop: window === top,
      };
    };
  });
  await page.reload();
  await started(page);
}

async function agree(page) {
  const button = page.getByRole("button", { name: "同意", exact: true }).first();
  await button.click();
  await says(page, /已办成，回执/);
  await button.waitFor({ state: "detached" });
}

async function printsBothPapers(page) {
  await watchPrinting(page);
  await openDesk(page, /^换人 1/);
  const form = await printed(page, "打印退出申请书");
  assert.equal(form.title, "专项培训学员退出申请书");
  assert.equal(form.language, "zh-CN");
  assert.ok(form.isStyled && !form.isTop, "a frame of its own, with the paper's style sheet");
  for (const text of ["周若谷", "产假", "学校意见（盖章）：", "区教育局意见（盖章）："]) assert.ok(form.text.includes(text), text);
  assert.ok(!form.text.includes("罗知行"), "the form is of the one leaving");
  const list = await printed(page, "打印更换名单");
  for (const text of ["周若谷", "罗知行", "更换学员"]) assert.ok(list.text.includes(text), text);
  assert.deepEqual(
    list.elements,
    ["div", "footer", "h1", "h2", "p", "section", "span", "table", "tbody", "td", "th", "thead", "tr"],
  );
}

// Chooses a file in the browser's dialog, which only a person's press opens.
async function upload(page, button, file) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

const SCAN = { name: "退出申请书（盖章）.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 stamped") };

async function attachesScan(page) {
  await upload(page, "上传退出申请书扫描件", { name: "便条.txt", mimeType: "text/plain", buffer: Buffer.from("no scan") });
  await says(page, "便条.txt 没有上传：只能上传 PDF、JPEG 或 PNG");
  await upload(page, "上传退出申请书扫描件", SCAN);
  await page.getByRole("button", { name: SCAN.name }).waitFor();
}

// Whoever decides reads it: the very bytes, as a file under its name.
async function readsScan(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: SCAN.name }).click(),
  ]);
  assert.equal(download.suggestedFilename(), SCAN.name);
  assert.deepEqual(readFileSync(await download.path()), SCAN.buffer);
}

test("an application passes four desks; a refusal says why; a place set free goes to the first who waits; somebody else goes in her stead", async (t) => {
  const lin = await signUp(t, 0);
  const zhou = await signUp(t, 1);
  const deng = await signUp(t, 2);

  const principal = await enterDesk(t, "principal");
  await decide(principal, "邓云舒", "不通过", "本学期已有其他培训任务");
  await decide(principal, "林晚晴", "通过");
  await decide(principal, "周若谷", "通过");
  await until(deng, "未通过");
  await says(deng, /意见：本学期已有其他培训任务/);

  const district = await enterDesk(t, "district_administrator");
  await decide(district, "林晚晴", "通过");
  await decide(district, "周若谷", "通过");
  await until(zhou, "候补第 1 位");
  await until(lin, "等培训机构审定");

  const institution = await enterDesk(t, "institution");
  assert.equal(await institution.getByRole("checkbox", { name: "选中 周若谷" }).count(), 0, "no place, no decision");
  await decide(institution, "林晚晴", "通过");
  await until(lin, "已录取");

  await lin.getByRole("button", { name: "退出报名" }).click();
  await lin.getByRole("dialog").getByRole("textbox").fill("工作调动");
  await settled(lin);
  await lin.getByRole("dialog").getByRole("button", { name: "确认退出" }).click();
  await says(lin, "已退出");
  await until(zhou, "等培训机构审定");
  await reloadDesk(institution);
  await decide(institution, "周若谷", "通过");
  await until(zhou, "已录取");

  // The school sends somebody else in her place; the district and the Centre agree.
  await reloadDesk(principal, /^已录取/);
  await principal.getByRole("button", { name: /^周若谷/ }).first().click();
  await principal.getByRole("button", { name: "安排换人" }).click();
  const dialog = principal.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /教师编号/ }).fill(city.account("teacher", 3).login);
  await settled(principal);
  await dialog.getByRole("textbox", { name: /原因/ }).fill("产假");
  await settled(principal);
  await dialog.getByRole("button", { name: "提交换人申请" }).click();
  await principal.getByRole("tab", { name: /^换人 1/ }).click();
  await says(principal, /周若谷 → 罗知行/);
  await printsBothPapers(principal);
  await attachesScan(principal);
  await reloadDesk(district, /^换人 1/);
  await readsScan(district);
  await agree(district);
  const centre = await enterDesk(t, "centre");
  await centre.getByRole("tab", { name: /^换人 1/ }).click();
  await agree(centre);
  await until(zhou, "已换人");
  const luo = await enter(t, "teacher", { place: 3, options: PHONE, path: "/special" });
  await openProject(luo);
  await until(luo, "已录取");
});

test("without a network a sign-up is noted as an intent, and its receipt comes with the network", async (t) => {
  const page = await enter(t, "teacher", { place: 3, options: PHONE, path: "/special" });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  await openProject(page, OTHER_PROJECT);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await says(page, /已记下/);
  assert.equal(await page.getByRole("button", { name: "报名", exact: true }).count(), 0, "not asked for twice");
  await page.context().setOffline(false);
  await says(page, "等校长审核");
});

test("the dates on Home lead to it on a phone, which has no tab for it", async (t) => {
  const page = await enter(t, "teacher", { options: PHONE });
  await page.getByRole("link", { name: /专项培训报名截止/ }).first().click();
  await says(page, /现在可以报名/);
});

test("the institution marks who completed, and the hours are in the teacher's ledger once", async (t) => {
  await city.kill();
  await city.start({ now: "2017-07-03T09:00" });
  const institution = await enterDesk(t, "institution");
  await institution.getByRole("tab", { name: /^已录取/ }).click();
  await settled(institution);
  const choice = institution.getByRole("checkbox", { name: "选中 罗知行" }).first();
  await choice.click();
  await settled(institution);
  await institution.getByRole("button", { name: "结业", exact: true }).click();
  await says(institution, /已办成，回执/);
  await choice.waitFor({ state: "detached" });
  const luo = await enter(t, "teacher", { place: 3, options: PHONE, path: "/special" });
  await openProject(luo);
  await until(luo, "已结业");
  const records = await luo.evaluate(async () => {
    const { events } = await (await fetch("/api/v1/feeds/me?after=0")).json();
    return events.filter((event) => event.type === "hours.recorded" && event.payload.source === "special");
  });
  assert.deepEqual(records.map((event) => [event.payload.deci_hours, event.payload.state]), [[480, "earned"]]);
});
