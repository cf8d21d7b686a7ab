// Hours that others register for teachers, each person in a browser of their own: a research department pastes rows and
// the year counts ten hours of them, a school declares its training and the district approves it, a teacher hands in a
// recognised base's course with a scan and the school confirms it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, launch, openTab, PHONE, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

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

const says = (page, text) => page.getByText(text).first().waitFor();
const press = async (scope, page, name) => {
  await scope.getByRole("button", { name, exact: typeof name === "string" }).first().click();
  await settled(page);
};
const fill = async (page, field, text) => {
  await page.getByRole("textbox", { name: field }).fill(text);
  await settled(page);
};

async function enter(t, role, { place = 0, path = "/registers", options = DESKTOP } = {}) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  t.after(() => context.close());
  const page = await openTab(context, city.url + "/");
  await signIn(page, city.account(role, place));
  await settled(page);
  await page.goto(city.url + path);
  await started(page);
  return page;
}

test("a research department pastes rows, and no more than ten hours of the year count", async (t) => {
  const page = await enter(t, "research_department");
  await press(page, page, "登记教研学时");
  await says(page, /每人一年最多计 10 学时/);
  const { login } = city.account("teacher");
  const table = page.getByRole("textbox", { name: /教师名单/ });
  await table.fill(`教师编号\t姓名\t活动名称\t开始日期\t结束日期\t学时\n${login}\t\t区域联合教研\t2017/3/6\t2017/3/7\t17`);
  await says(page, "1 条有问题，改好才能登记");
  await table.fill(`教师编号\t姓名\t活动名称\t开始日期\t结束日期\t学时\n${login}\t\t区域联合教研\t2017/3/6\t2017/3/7\t7`);
  await press(page, page, "登记 1 条");
  // Six hours of the year are there: four of the seven count (R28).
  await says(page, /已办成，回执/);
  await press(page, page, /^区域联合教研.*7 学时，计入 4/);
  await says(page, /教研学时一年最多计 10 学时/);

  await press(page, page, "登记教研学时");
  await fill(page, /活动名称/, "说课评比");
  await fill(page, /开始日期/, "2017-03-08");
  await fill(page, /每人学时/, "3");
  await fill(page, /教师名单/, login);
  await press(page, page, "登记 1 条");
  await says(page, /今年教研学时已满，不再计入/);

  const teacher = await enter(t, "teacher", { path: "/hours" });
  await teacher.getByText(/教研学时每年最多|多出的 3 学时留存备查/).first().waitFor();
});

test("a school's declaration is sent back, corrected and approved, and stands in the teacher's hours", async (t) => {
  const school = await enter(t, "school_administrator");
  await press(school, school, "申报校本培训");
  await fill(school, /活动名称/, "课堂观察校本研修");
  await fill(school, /开始日期/, "2017-03-06");
  await fill(school, /每人学时/, "4.5");
  await fill(school, /参加的教师编号/, city.account("teacher").login);
  await press(school, school, "申报 1 人");
  await says(school, /已办成，回执/);
  await press(school, school, /^课堂观察校本研修/);
  await says(school, /审核中/);

  const district = await enter(t, "district_administrator");
  await says(district, /待处理 1/);
  await press(district, district, "退回修改");
  const dialog = district.getByRole("dialog");
  await dialog.getByRole("textbox").fill("请补上签到的老师");
  await settled(district);
  await press(dialog, district, "退回");
  await says(district, /已办成，回执/);

  await school.reload();
  await started(school);
  await says(school, "“请补上签到的老师”");
  await press(school, school, "修改再报");
  await fill(school, /参加的教师编号/, `${city.account("teacher").login}\n${city.account("teacher", 1).login}`);
  await press(school, school, "再次报送");
  await says(school, /已办成，回执/);

  await district.reload();
  await started(district);
  await says(district, "名单　2 人");
  await press(district, district, "通过");
  await says(district, /已入账/);

  const teacher = await enter(t, "teacher", { path: "/hours", options: PHONE });
  await says(teacher, "课堂观察校本研修");
});

test("a teacher hands in a base's course with a scan, and the school confirms it", async (t) => {
  const teacher = await enter(t, "teacher", { place: 1, options: PHONE });
  await press(teacher, teacher, "报送基地学习");
  await fill(teacher, /课程名称/, "智能制造实训");
  await fill(teacher, /继续教育基地/, "示例职业技术学院");
  await fill(teacher, /开始日期/, "2017-03-06");
  await fill(teacher, /^学时/, "6");
  await press(teacher, teacher, "报送");
  await says(teacher, "请添加证明材料的扫描件");
  const chooser = teacher.waitForEvent("filechooser");
  await teacher.getByRole("button", { name: "添加扫描件" }).click();
  await (await chooser).setFiles({ name: "证书.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") });
  await says(teacher, "证书.pdf");
  await press(teacher, teacher, "报送");
  await says(teacher, /已办成，回执/);

  const principal = await enter(t, "principal");
  await says(principal, /智能制造实训/);
  const download = principal.waitForEvent("download");
  await principal.getByRole("button", { name: "证书.pdf" }).click();
  assert.match((await download).suggestedFilename(), /pdf$/);
  await press(principal, principal, "通过");
  await says(principal, /已入账/);
});
