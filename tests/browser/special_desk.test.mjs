// What a desk can do beside deciding, each person in a browser of their own: name a deputy, edit a quota table, put
// participants on a list by their numbers, hand in a plan to study away.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, launch, openTab, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

let city;
let browser;
let projects; // of the sample institution
before(async () => {
  city = await City.open();
  browser = await launch();
  projects = await institutionProjects();
});
after(async () => {
  await browser.close();
  await city.close();
});

const says = (page, text) => page.getByText(text).first().waitFor();

async function enter(t, role) {
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  t?.after(() => context.close());
  const page = await openTab(context, city.url + "/");
  await signIn(page, city.account(role));
  await settled(page);
  await page.goto(city.url + "/reviews");
  await started(page);
  return page;
}

async function institutionProjects() {
  const page = await enter(null, "institution");
  const found = await page.evaluate(async () => {
    const { account } = await (await fetch("/api/v1/session")).json();
    const { events } = await (await fetch("/api/v1/feeds/catalogue?after=0&limit=5000")).json();
    return events
      .filter(({ type }) => type === "special.project_published")
      .map(({ payload }) => payload)
      .filter(({ institution_id }) => institution_id === account.unit_id);
  });
  await page.context().close();
  return found;
}

async function openProject(page, title) {
  await page.getByRole("button", { name: /^项目：/ }).click();
  await page.getByRole("dialog", { name: "项目" }).getByRole("button", { name: title }).click();
  await settled(page);
}

async function fill(dialog, page, field, text) {
  await dialog.getByRole("textbox", { name: field }).fill(text);
  await settled(page);
}

test("a deputy decides in the principal's stead, and both names stand under the step", async (t) => {
  const principal = await enter(t, "principal");
  await principal.getByRole("button", { name: "代审人" }).click();
  const dialog = principal.getByRole("dialog");
  await fill(dialog, principal, /代审人的登录编号/, city.account("school_administrator").login);
  await fill(dialog, principal, /^从/, "2017-03-10");
  await fill(dialog, principal, /^到/, "2017-03-31");
  await dialog.getByRole("button", { name: "请他代审" }).click();
  await says(principal, /已办成，回执/);

  const deputy = await enter(t, "school_administrator");
  await says(deputy, /待我审核 1/);
  await deputy.getByRole("checkbox", { name: "选中 郑婉贤" }).click();
  await settled(deputy);
  await deputy.getByRole("button", { name: "通过", exact: true }).click();
  await says(deputy, /已办成，回执/);

  await principal.reload();
  await started(principal);
  await openProject(principal, /小学数学综合与实践骨干教师研修班/);
  await principal.getByRole("tab", { name: /^审核中/ }).click();
  await principal.getByRole("button", { name: /^郑婉贤/ }).first().click();
  await says(principal, /梁慧仪（代 陈少华）/);
});

test("the Centre changes a district's quota, and it stays changed", async (t) => {
  const centre = await enter(t, "centre");
  const [project] = projects.filter(({ mode }) => mode === "online");
  const openEditor = async () => {
    await openProject(centre, project.title);
    await centre.getByRole("button", { name: "调整名额" }).click();
    await settled(centre);
    return centre.getByRole("textbox", { name: /^越秀区的名额/ });
  };
  const field = await openEditor();
  const places = Number(await field.inputValue()) + 2;
  await field.fill(String(places));
  await says(centre, "比原来 +2");
  await centre.getByRole("button", { name: "保存名额表", exact: true }).click();
  await says(centre, /已办成，回执/);
  await centre.reload();
  await started(centre);
  assert.equal(await (await openEditor()).inputValue(), String(places));
});

test("an institution puts participants on a list by their numbers, each with a receipt or a reason", async (t) => {
  const [project] = projects.filter(({ mode }) => mode === "organiser_placed");
  const institution = await enter(t, "institution");
  await openProject(institution, project.title);
  await institution.getByRole("button", { name: "安排学员" }).click();
  const dialog = institution.getByRole("dialog");
  await fill(dialog, institution, /教师编号/, `${city.account("teacher", 0).login}\n00000000000\n`);
  await dialog.getByRole("button", { name: "安排 2 人" }).click();
  await says(institution, "没有找到这位老师，请核对后再试");
});

test("a plan to study away is handed in and approved", async (t) => {
  const [project] = projects.filter(({ study_away }) => study_away);
  assert.ok(project, "the sample institution has one");
  const institution = await enter(t, "institution");
  await openProject(institution, project.title);
  await institution.getByRole("button", { name: "报送计划" }).click();
  const dialog = institution.getByRole("dialog");
  await fill(dialog, institution, /去哪里/, "佛山市实验学校");
  await fill(dialog, institution, /^从/, project.starts);
  await fill(dialog, institution, /^到/, project.starts);
  await fill(dialog, institution, /做什么/, "跟岗观摩课堂");
  await dialog.getByRole("button", { name: "报送计划" }).click();
  await says(institution, /计划已交，等中心批准/);

  const centre = await enter(t, "centre");
  await openProject(centre, project.title);
  await centre.getByRole("button", { name: "批准计划" }).click();
  await says(centre, /计划已批准/);
  await institution.reload();
  await started(institution);
  await openProject(institution, project.title);
  await says(institution, /计划已批准/);
});
