// The client's wasm heap while somebody uses it for HEAP_MINUTES (default 10): the memory is found by watching
// what WebAssembly.instantiate gives the page. It never shrinks, so its size is also its highest mark.

import { DESKTOP, go, launch, settled, started } from "../browser/support/browser.mjs";
import { City, signIn } from "../browser/support/city.mjs";
import { arrangePlan, print, printMachine, toggleInCatalogue } from "./support/figures.mjs";

const MINUTES = Number(process.env.HEAP_MINUTES ?? 10);
const SEARCHES = ["xxjs", "数学", "yuwen", "阅读", "心理", "zyzl", "科学", "班主任"];

// Runs in the page before anything of it.
function keepMemory() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...sources) => {
    const result = await instantiate.apply(WebAssembly, sources);
    const { exports } = result.instance ?? result;
    const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) window.clientMemory = memory;
    return result;
  };
}

const heapOf = (page) => page.evaluate(() => window.clientMemory.buffer.byteLength);
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

async function wander(page, round) {
  await go(page, "课程");
  const search = page.getByRole("searchbox");
  await search.click();
  await search.fill("");
  await page.keyboard.type(SEARCHES[round % SEARCHES.length], { delay: 20 });
  await settled(page);
  await search.fill("");
  const all = page.getByRole("button", { name: "清空筛选" });
  if (await all.count()) await all.click();
  await settled(page);
  await page.mouse.move(600, 500);
  for (let step = 0; step < 25; ++step) await page.mouse.wheel(0, step < 18 ? 400 : -900);
  await settled(page);
  for (let edit = 0; edit < 3; ++edit) {
    await toggleInCatalogue(page).nth((round + edit) % 5).click();
    await settled(page);
  }
  await page.locator("[role=grid] [role=row]").nth(2 + (round % 5)).locator("button").first().click();
  await settled(page);
  await page.goBack();
  if (round % 4 === 1) await arrangePlan(page);
  await go(page, "规划");
  for (const name of [/^撤销：/, /^撤销：/, /^重做：/]) {
    await page.getByRole("button", { name }).first().click();
    await settled(page);
  }
  await go(page, "首页");
  await go(page, "我的");
  await page.getByRole("tab", { name: round % 2 === 0 ? "深色" : "浅色" }).click();
  await settled(page);
}

printMachine(`heap, ${MINUTES} minutes of scripted use`);
const browser = await launch();
const city = await City.open();
const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
const page = await context.newPage();
page.setDefaultTimeout(60_000);
await page.addInitScript(keepMemory);
await page.goto(city.url);
await started(page);
const atLogin = await heapOf(page);
await signIn(page, city.account("teacher"));
await settled(page);
const atHome = await heapOf(page);

const seen = []; // after each round: when, and how much
const began = performance.now();
const passed = () => performance.now() - began;
for (let round = 0; passed() < MINUTES * 60_000; ++round) {
  await wander(page, round);
  seen.push({ at: passed(), bytes: await heapOf(page) });
}
const half = seen.findLast(({ at }) => at <= passed() / 2) ?? seen[0];
const end = seen.at(-1);
const lastGrowth = seen.findLastIndex(({ bytes }, i) => i > 0 && bytes > seen[i - 1].bytes);
print(
  `wasm heap: log-in, Home, after ${(half.at / 60_000).toFixed(1)} and ${(end.at / 60_000).toFixed(1)} minutes (${seen.length} rounds)`,
  [atLogin, atHome, half.bytes, end.bytes].map(megabytes).join(", "),
  "32 MB, flat",
);
console.log(
  lastGrowth < 0 ? "  it did not grow after the first round" : `  it grew last in round ${lastGrowth + 1} of ${seen.length}`,
);
await browser.close();
await city.close();
