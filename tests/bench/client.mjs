// What the client costs, in a real browser: bytes, requests, idle frames, scrolling. Printed, never failing:
// the figures depend on the machine and belong into docs/BENCHMARKS.md beside its description.

import { DESKTOP, framesOf, go, launch, settled, started } from "../browser/support/browser.mjs";
import { City, signIn } from "../browser/support/city.mjs";
import { percentile, print, printMachine, slowDown } from "./support/figures.mjs";

const IDLE_MS = Number(process.env.IDLE_MS ?? 60_000);
const SLOWDOWN = 4;
const WHEEL_STEPS = 120;
const SCROLLS = 4;

// Counts what crosses the wire, headers included, as the browser's own network log has it. The program's part for Home
// belongs behind the log-in, though it is fetched while somebody types; its part for Plan, Profile and Sync follows
// when Home stands there, and is counted apart.
class Wire {
  #early = { bytes: 0, requests: 0 };
  #late = { bytes: 0, requests: 0 };
  #after = { bytes: 0, requests: 0 };
  #addresses = new Map();
  isSignedIn = false;

  static async watch(page) {
    const wire = new Wire();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    session.on("Network.requestWillBeSent", ({ requestId, request }) => wire.#addresses.set(requestId, request.url));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const address = wire.#addresses.get(requestId);
      const isLate = wire.isSignedIn || /\/home\./.test(address);
      const count = /\/screens\./.test(address) ? wire.#after : isLate ? wire.#late : wire.#early;
      count.bytes += encodedDataLength;
      count.requests += 1;
    });
    return wire;
  }
  get early() {
    return this.#early;
  }
  get late() {
    return this.#late;
  }
  get after() {
    return this.#after;
  }
}

const kilobytes = ({ bytes, requests }) => `${(bytes / 1000).toFixed(1)} KB, ${requests} requests`;

async function measureWire(browser, city) {
  // A service worker would fetch everything again, for the next visit.
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block", ...DESKTOP });
  const page = await context.newPage();
  const wire = await Wire.watch(page);
  await page.goto(city.url);
  await page.getByRole("button", { name: "登录" }).waitFor();
  await started(page);
  await page.waitForTimeout(1000);
  print("to the first interactive frame (log-in), brotli", kilobytes(wire.early), "200 KB, 8 requests");
  wire.isSignedIn = true;
  await signIn(page, city.account("teacher"));
  await settled(page);
  await page.waitForTimeout(1000);
  print("from log-in to Home with the catalogue of 1,200 runs", kilobytes(wire.late), "120 KB");
  print("… and then, while nobody waits, the screens Plan, Profile and Sync", kilobytes(wire.after));
  const before = await framesOf(page);
  await page.waitForTimeout(IDLE_MS);
  print(`frames while idle for ${IDLE_MS / 1000} s`, (await framesOf(page)) - before, "0");
  await context.close();
}

// Without a graphics processor the page's picture is put together in software, too, by threads that take the
// script's processor away. Browsers do that on the processor where they find none to speak of; a phone has one.
// So the frame's time is printed as the clock has it, and as its thread spent it.
async function measureScrolling(what, flags) {
  const browser = await launch({ flags });
  const city = await City.open(["--courses", "5000"]);
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const page = await context.newPage();
  await page.goto(city.url);
  await started(page);
  await signIn(page, city.account("teacher"));
  await go(page, "课程");
  await page.getByRole("button", { name: "清空筛选" }).click();
  await settled(page);
  await page.mouse.move(600, 500);
  await slowDown(page, SLOWDOWN);
  const times = [];
  for (let way = 0; way < SCROLLS; ++way) times.push(...(await scroll(page, way % 2 === 0 ? 1 : -1)));
  printFrames(`frame while scrolling 5,000 courses, ${SLOWDOWN}×, ${what}`, times);

  await slowDown(page, 1);
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await scroll(page, 1);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const spent = traceEvents
    .filter(({ name, ph }) => name === "FireAnimationFrame" && ph === "X")
    .map(({ tdur }) => (SLOWDOWN * (tdur ?? 0)) / 1000);
  printFrames(`… its thread's processor time without slowdown, times ${SLOWDOWN}`, spent);
  await browser.close();
  await city.close();
}

async function scroll(page, direction) {
  const first = await framesOf(page);
  for (let step = 0; step < WHEEL_STEPS; ++step) {
    await page.mouse.wheel(0, direction * 240);
    await page.waitForTimeout(30);
  }
  await settled(page);
  return page.evaluate(
    (from) => window.xueshi.frameTimes.slice(-(window.xueshi.frames - from)),
    first,
  );
}

function printFrames(what, times) {
  print(
    `${what}, ${times.length} frames`,
    `p50 ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    "p95 8 ms",
  );
}

printMachine("client in Chromium");
const browser = await launch();
const city = await City.open();
await measureWire(browser, city);
await city.close();
await browser.close();
await measureScrolling("composited by software GL", []);
await measureScrolling("composited on the processor", ["--disable-gpu-compositing"]);
