// Re-planning while somebody works on the Plan page, in a real browser: how long its one thread is held by anything,
// from each change until all proposals to it are there. Nothing may hold it longer than a frame.
//
// COURSES (default 25,600) are in the catalogue; how many of them are offered to the teacher, which is what the planner
// plans with, is printed.

import { DESKTOP, go, launch, settled, started } from "../browser/support/browser.mjs";
import { City, signIn } from "../browser/support/city.mjs";
import { arrangePlan, percentile, print, printMachine } from "./support/figures.mjs";

const COURSES = process.env.COURSES ?? "25600";
const FRAME_MS = 1000 / 60;
const ROUNDS = 2;

const slider = (page) => page.getByRole("slider", { name: "少花钱还是更合适" });

// All proposals are there, and what was painted last, too.
async function proposed(page) {
  await page.waitForFunction(() => !/还在算|正在算|正在重新算/.test(document.body.innerText), null, {
    polling: 50,
    timeout: 120_000,
  });
  await settled(page);
}

async function setLimit(page, field, text) {
  await page.getByRole("textbox", { name: field }).first().fill(text);
  await page.keyboard.press("Enter");
}

const runMenu = async (page, item) => {
  await page.getByRole("button", { name: /的操作$/ }).last().click();
  await page.getByRole("button", { name: item }).click();
};
const undo = (page) => page.getByRole("button", { name: /^撤销/ }).first().click();

// What is done, and what takes it back.
const CHANGES = {
  "a pin": [(page) => runMenu(page, "固定这门课"), undo],
  "an exclusion": [(page) => runMenu(page, "移出，不再推荐"), undo],
  "a fee limit": [(page) => setLimit(page, /费用上限/, "150"), (page) => setLimit(page, /费用上限/, "")],
  "a limit of hours": [(page) => setLimit(page, /新增学时上限/, "55"), (page) => setLimit(page, /新增学时上限/, "")],
  "another order of priorities": [
    (page) => page.getByRole("list", { name: "排在前面的先比较" }).getByRole("button").nth(1).click(),
    undo,
  ],
  "the slider, five stops": [
    async (page) => {
      await slider(page).focus();
      for (let stop = 0; stop < 5; ++stop) await page.keyboard.press("ArrowRight");
    },
    (page) => page.keyboard.press("Home"),
  ],
};

// The tasks of the page's main thread while `act` and what follows from it is going on.
async function tasksDuring(browser, page, act) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await act();
  await proposed(page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { pid, tid } = traceEvents.find(({ name }) => name === "FireAnimationFrame");
  return traceEvents
    .filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid && event.name === "RunTask")
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }));
}

printMachine("re-planning in Chromium");
const browser = await launch();
const city = await City.open(["--courses", COURSES]);
const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
// What the planner is asked last, to count its offerings afterwards.
await context.addInitScript(() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.problem !== undefined) window.lastProblem = message.problem;
    return post.call(this, message, ...rest);
  };
});
const page = await context.newPage();
page.setDefaultTimeout(60_000);
await page.goto(city.url);
await started(page);
await signIn(page, city.account("teacher"));
const opening = await tasksDuring(browser, page, () => arrangePlan(page));
const offered = await page.evaluate(() => JSON.parse(new TextDecoder().decode(window.lastProblem)).offerings.length);
print(`the catalogue's ${COURSES} course runs; offered to the teacher`, offered);

// Beside what is counted: the page is drawn for the first time, and what may be chosen from is written down.
const mostOf = (tasks, key) => Math.max(...tasks.map((task) => task[key])).toFixed(1);
const longest = (tasks) => `${mostOf(tasks, "processor")} ms of processor, ${mostOf(tasks, "clock")} by the clock`;
print(`the page opened and the plan arranged; ${opening.length} tasks, longest`, longest(opening));

const all = [];
for (const [what, acts] of Object.entries(CHANGES)) {
  const tasks = [];
  for (let round = 0; round < ROUNDS; ++round) {
    for (const act of acts) tasks.push(...(await tasksDuring(browser, page, () => act(page))));
  }
  all.push(...tasks);
  print(`${what}, and back; ${tasks.length} tasks, longest`, longest(tasks));
}
const long = (key) => all.filter((task) => task[key] > FRAME_MS).length;
print(
  `all ${all.length} tasks, processor time`,
  `p99 ${percentile(all.map(({ processor }) => processor), 0.99).toFixed(1)} ms; over a frame ${long("processor")}, by the clock ${long("clock")}`,
  "0",
);
await browser.close();
await city.close();
