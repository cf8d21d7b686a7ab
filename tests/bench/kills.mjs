// The browser is killed again and again, each time half a second after an edit that no server has heard of: is
// the edit there at the next start? KILLS (default 200) rounds.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { go, killBrowser, launchPersistent, settled, started } from "../browser/support/browser.mjs";
import { City, signIn } from "../browser/support/city.mjs";
import { kept } from "../browser/support/releases.mjs";
import { print, printMachine, toggleInCatalogue } from "./support/figures.mjs";

const KILLS = Number(process.env.KILLS ?? 200);
const DRAFT_AGE_MS = 500;
const SMALL = { viewport: { width: 1000, height: 600 } };

async function open(folder, url) {
  const context = await launchPersistent(folder, SMALL);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(60_000);
  return { context, page, url };
}

// "把“…”加入方案" or "…移出方案": the first course of the catalogue is in the plan or is not.
async function isInPlan(page) {
  const name = await toggleInCatalogue(page).first().getAttribute("aria-label", { timeout: 30_000 }).catch(() => null);
  return (name ?? (await toggleInCatalogue(page).first().textContent())).endsWith("移出方案");
}

// The first visit: the program and the account are on the device from then on.
async function visit(folder, city) {
  const { context, page } = await open(folder);
  await page.goto(city.url);
  await started(page);
  await signIn(page, city.account("teacher"));
  await settled(page);
  await go(page, "课程");
  await kept(page);
  await page.waitForTimeout(1000);
  await context.close();
}

// One life of the browser: looks for the edit of the life before, makes another, is killed.
async function live(folder, city, expected) {
  const { context, page } = await open(folder);
  await context.setOffline(true);
  await page.goto(`${city.url}/catalogue`);
  await toggleInCatalogue(page).first().waitFor();
  const found = await isInPlan(page);
  await toggleInCatalogue(page).first().click();
  await page.waitForTimeout(DRAFT_AGE_MS);
  const ended = new Promise((done) => context.once("close", done));
  killBrowser(folder);
  await ended;
  return { isLost: expected !== undefined && found !== expected, next: !found };
}

printMachine("kills of the browser");
const folder = mkdtempSync(join(tmpdir(), "xueshi-profile-"));
const city = await City.open();
await visit(folder, city);
await city.kill();

let lost = 0;
let expected;
const began = performance.now();
// One life more than kills: the last edit is looked for as well.
for (let life = 0; life <= KILLS; ++life) {
  const { isLost, next } = await live(folder, city, expected);
  if (isLost) console.log(`  the edit before kill ${life} is not there`);
  lost += isLost;
  expected = next;
}
print(`drafts older than ${DRAFT_AGE_MS} ms lost in ${KILLS} kills of the browser`, `${lost} of ${KILLS}`, "0");
console.log(`  ${((performance.now() - began) / 1000 / (KILLS + 1)).toFixed(1)} s each`);

await city.close();
rmSync(folder, { recursive: true, force: true });
