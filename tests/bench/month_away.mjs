// A month without a network, then one sync: EDITS (default 300, ten a day) by clicks, and what crosses the wire
// until the page says that everything is confirmed. The line has a latency, for else an answer would be there before
// the next request is written, and nobody could tell what waited for what. Once with the session still good, once with
// one that has ended (after seven days it has): a person then signs in first, and that is told apart.

import { DESKTOP, go, launch, settled, started } from "../browser/support/browser.mjs";
import { City, signIn } from "../browser/support/city.mjs";
import { kept } from "../browser/support/releases.mjs";
import { arrangePlan, confirmed, print, printMachine, toggleInCatalogue } from "./support/figures.mjs";

const EDITS = Number(process.env.EDITS ?? 300);
const RETURN_MS = 120_000;
const LATENCY_MS = 300;

const headerBytes = (headers) =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 2);

// Requests of the API as they cross the wire, in both directions, with their headers.
class Wire {
  requests = new Map();

  static async watch(page) {
    const wire = new Wire();
    const session = await page.context().newCDPSession(page);
    const change = (requestId, facts) =>
      wire.requests.set(requestId, { up: 0, down: 0, ...wire.requests.get(requestId), ...facts });
    session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
      const path = new URL(request.url).pathname;
      const body = Buffer.byteLength(request.postData ?? "");
      change(requestId, { path, began: timestamp, body, line: request.method.length + path.length + 12 });
    });
    session.on("Network.requestWillBeSentExtraInfo", ({ requestId, headers }) =>
      change(requestId, { up: headerBytes(headers) }),
    );
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) =>
      change(requestId, { down: encodedDataLength, ended: timestamp }),
    );
    await session.send("Network.enable", { maxPostDataSize: 1_000_000 });
    return wire;
  }

  clear() {
    this.requests.clear();
  }
  // What was answered, by when it began.
  answered() {
    return [...this.requests.values()]
      .filter(({ path, ended }) => ended !== undefined && path?.startsWith("/api/"))
      .sort((a, b) => a.began - b.began);
  }
}

// Requests under way at the same time are one round trip: a new one begins with the first request that was sent
// after an answer of the one before.
function roundsOf(requests) {
  const rounds = [];
  for (const request of requests) {
    const last = rounds.at(-1);
    const begins = !last || request.began >= Math.min(...last.map(({ ended }) => ended));
    if (begins) rounds.push([request]);
    else last.push(request);
  }
  return rounds;
}

const upOf = ({ up, body, line }) => up + body + line;
const total = (requests, of) => requests.reduce((sum, request) => sum + of(request), 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

async function openSignedIn(browser, city) {
  const context = await browser.newContext({ locale: "zh-CN", ...DESKTOP });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wire = await Wire.watch(page);
  await page.goto(city.url);
  await started(page);
  await signIn(page, city.account("teacher"));
  await settled(page);
  await kept(page);
  return { context, page, wire };
}

// A day's edits: courses in and out of the plan, now and then a step back, another theme, the plan arranged.
async function editForADay(page, day) {
  if (day % 10 === 3) await arrangePlan(page);
  if (day % 6 === 5) {
    await go(page, "我的");
    await page.getByRole("tab", { name: day % 4 === 1 ? "深色" : "浅色" }).click();
  }
  await go(page, "课程");
  for (let edit = 0; edit < 8; ++edit) {
    await toggleInCatalogue(page).nth((day * 3 + edit) % 8).click();
    await settled(page);
  }
  await go(page, "规划");
  await page.getByRole("button", { name: /^撤销：/ }).first().click();
  await settled(page);
}

// "离线，3 处改动…" in the navigation: how many edits no server has heard of.
const waitingOf = async (page) =>
  Number(/(\d+)/.exec(await page.getByRole("link", { name: /^离线/ }).first().textContent())?.[1] ?? 0);

function report(wire, edits) {
  const requests = wire.answered();
  const pushes = requests.filter(({ path }) => path === "/api/v1/push");
  const pulls = requests.filter(({ path }) => path.includes("/feeds/"));
  const rounds = roundsOf(requests);
  print(`${edits} edits of 30 days offline, then one sync: round trips`, rounds.length, "2");
  print("  requests: pushes, pulls, all", `${pushes.length}, ${pulls.length}, ${requests.length}`);
  const up = total(requests, upOf);
  const down = total(requests, ({ down: bytes }) => bytes);
  print("  bytes on the wire, headers included: up + down", `${kilobytes(up)} + ${kilobytes(down)} = ${kilobytes(up + down)}`, "100 KB");
  for (const [number, round] of rounds.entries()) {
    const told = round.map((request) => `${request.path.replace("/api/v1/", "")} ${kilobytes(upOf(request))} up, ${kilobytes(request.down)} down`);
    console.log(`  round ${number + 1}: ${told.join("; ")}`);
  }
}

// With the session ended, the page offers the log-in where the edits wait.
async function signInAgain(page, wire, city) {
  await page.getByRole("link", { name: /改动/ }).first().click();
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("textbox", { name: "教师编号或单位账号" }).waitFor();
  wire.clear();
  await signIn(page, city.account("teacher"));
}

async function measure(browser, isSessionGood) {
  const city = await City.open();
  const { context, page, wire } = await openSignedIn(browser, city);
  await arrangePlan(page);
  await confirmed(page);
  await context.setOffline(true);
  let edits = 0;
  for (let day = 0; edits < EDITS; ++day) {
    await editForADay(page, day);
    edits = await waitingOf(page);
  }
  if (!isSessionGood) await context.clearCookies();
  wire.clear();
  await context.route("**/api/**", async (route) => {
    await new Promise((done) => setTimeout(done, LATENCY_MS));
    await route.continue();
  });
  const pushed = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/push") && answer.ok(), {
    timeout: RETURN_MS,
  });
  await context.setOffline(false);
  if (!isSessionGood) await signInAgain(page, wire, city);
  await pushed;
  await confirmed(page);
  await settled(page);
  await page.waitForTimeout(2000);
  console.log(isSessionGood ? "with the session still good" : "with the session ended");
  report(wire, edits);
  await context.close();
  await city.close();
}

printMachine("a month offline");
const browser = await launch();
for (const isSessionGood of [true, false]) await measure(browser, isSessionGood);
await browser.close();
