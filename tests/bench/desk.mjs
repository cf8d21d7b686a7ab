// The review desk before a crowd, in a real browser: how long it takes to open before 3,000 applications at a quarter of
// the processor, and to approve 500 of them, until the server has confirmed the last one, which is then on its disk.

import { DESKTOP, go, launch, settled, started } from "../browser/support/browser.mjs";
import { City, signIn } from "../browser/support/city.mjs";
import { milliseconds, print, printMachine, repeated, slowDown } from "./support/figures.mjs";

const CITY = `${process.env.XUESHI_BUILD_DIR ?? "build/dev"}/bin/desk_city`;
const DISTRICT = { login: "s-district", password: "correct horse" };
const SLOWDOWN = 4;
const ROUNDS = 9;

async function enter(browser, city) {
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const page = await context.newPage();
  await page.goto(city.url);
  await started(page);
  await signIn(page, DISTRICT);
  await page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });
  await settled(page);
  return page;
}

// From the press of the desk's link to the picture in which the first applicants stand, and how long the page's own
// thread was busy for it.
async function open(page, session) {
  await go(page, "首页");
  await settled(page);
  const { metrics: before } = await session.send("Performance.getMetrics");
  const clock = await page.evaluate(
    () =>
      new Promise((done) => {
        const link = [...document.querySelectorAll("a")].find(({ textContent, ariaLabel }) =>
          (ariaLabel ?? textContent).startsWith("审核"),
        );
        const began = performance.now();
        const watch = new MutationObserver(() => {
          if (!/教师\d/.test(document.getElementById("plane").innerText)) return;
          watch.disconnect();
          requestAnimationFrame(() => done(performance.now() - began));
        });
        watch.observe(document.getElementById("plane"), { subtree: true, childList: true, characterData: true });
        link.click();
      }),
  );
  const { metrics: after } = await session.send("Performance.getMetrics");
  const taskSeconds = (metrics) => metrics.find(({ name }) => name === "TaskDuration").value;
  return { clock, processor: (taskSeconds(after) - taskSeconds(before)) * 1000 };
}

async function measureOpening(browser) {
  const city = await City.foundedBy(CITY, ["3000"]);
  try {
    const page = await enter(browser, city);
    await page.getByRole("link", { name: /^审核/ }).first().click();
    await page.getByText(/教师\d/).first().waitFor({ timeout: 60_000 });
    const session = await slowDown(page, SLOWDOWN);
    await session.send("Performance.enable");
    const times = await repeated(ROUNDS, () => open(page, session));
    print(`desk of 3,000 applications opened, ${SLOWDOWN} times slower`, milliseconds(times.map(({ clock }) => clock)), "300 ms");
    print("  the page's own thread busy meanwhile", milliseconds(times.map(({ processor }) => processor)));
  } finally {
    await city.close();
  }
}

async function approveAll(browser, slowdown) {
  const city = await City.foundedBy(CITY, ["500"]);
  try {
    const page = await enter(browser, city);
    await page.getByRole("link", { name: /^审核/ }).first().click();
    await page.getByText(/教师\d/).first().waitFor({ timeout: 60_000 });
    await page.getByRole("checkbox", { name: /^全选/ }).first().click();
    await settled(page);
    if (slowdown > 1) await slowDown(page, slowdown);
    const told = page.getByText(/500 项已办成/).first().waitFor({ timeout: 60_000 });
    const began = performance.now();
    await page.getByRole("button", { name: "通过", exact: true }).click();
    await told;
    return performance.now() - began;
  } finally {
    await city.close();
  }
}

printMachine("the review desk in Chromium");
const browser = await launch();
await measureOpening(browser);
for (const slowdown of [1, SLOWDOWN]) {
  const times = await repeated(3, () => approveAll(browser, slowdown));
  print(`500 approved and confirmed${slowdown > 1 ? `, ${slowdown} times slower` : ""}`, milliseconds(times), "2,000 ms");
}
await browser.close();
