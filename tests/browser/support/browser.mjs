// A real Chromium for the browser suite, painting WebGL2 in software, silent on the network.
//
// CHROMIUM names another executable.

import { readdirSync, readFileSync } from "node:fs";

import { chromium } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const ARGUMENTS = [
  "--no-sandbox", // CI runs as root in a container
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
};
export const DESKTOP = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };

export function launch({ flags = [], ...options } = {}) {
  return chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, ...flags], ...options });
}

// A browser whose profile outlives it, in `folder`.
export function launchPersistent(folder, options = {}) {
  return chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: ARGUMENTS,
    locale: "zh-CN",
    ...options,
  });
}

// Kills every process of the browser with that profile, as the kernel would.
export function killBrowser(folder) {
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (command.includes(`--user-data-dir=${folder}`)) process.kill(Number(name), "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

// A page whose console is watched: whatever is said there, and every failed request, is in
// `complaints`.
export async function openPage(browser, url, options = DESKTOP) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.stack}`));
  page.on("requestfailed", (request) => {
    // What a page was still fetching when it was left is nobody's fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url, { timeout: 60_000 });
  return { context, page, complaints };
}

export const framesOf = (page) => page.evaluate(() => window.xueshi.frames);

// After the frames that are asked for by now; works however slow the machine is.
const nextFrames = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));
      }),
  );

// Until nothing is painted any more.
export async function settled(page) {
  for (let before = -1, after = 0; before !== after; ) {
    before = await framesOf(page);
    await nextFrames(page);
    after = await framesOf(page);
  }
}

export async function started(page) {
  await page.waitForFunction(() => window.xueshi?.frames > 0);
  await settled(page);
}

// Another tab of a browser, started.
export async function openTab(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  await started(page);
  return page;
}

// By the link of that name, as the navigation has them.
export async function go(page, name) {
  await page.getByRole("link", { name, exact: true }).first().click();
  await settled(page);
}
