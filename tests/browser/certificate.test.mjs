// A year's certificate: what it reveals is chosen, it is printed with a code, and whoever scans the code learns without a
// log-in and without a network whether it is genuine.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, launch, openTab, PHONE, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";
import { colours } from "./support/pixels.mjs";

const { resolve } = createRequire(import.meta.url);
const readCode = createRequire(import.meta.url)("jsqr");
const AXE = readFileSync(resolve("axe-core/axe.min.js"), "utf8");

let city;
let browser;
const folder = mkdtempSync(join(tmpdir(), "xueshi-badges-"));

before(async () => {
  city = await City.open(["--teachers", "50"]);
  browser = await launch();
  await city.kill();
  await city.start({ now: "2017-06-20T09:00" });
});
after(async () => {
  await browser.close();
  await city.close();
  rmSync(folder, { recursive: true });
});

const says = (page, text) => page.getByText(text).first().waitFor();

async function enter(t, options = DESKTOP) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  t.after(() => context.close());
  // What the print dialog would be given stays in its frame.
  await context.addInitScript(() => {
    if (window.top !== window) return;
    window.printed = 0;
    new MutationObserver(() => {
      const frame = document.querySelector("iframe[aria-hidden]");
      if (frame?.contentWindow && !frame.contentWindow.isWatched) {
        frame.contentWindow.isWatched = true;
        frame.contentWindow.print = () => ++window.printed;
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const page = await openTab(context, city.url + "/");
  await signIn(page, city.account("teacher"));
  await settled(page);
  await page.goto(city.url + "/hours");
  await started(page);
  return page;
}

async function openDialog(page, year) {
  await page.getByRole("button", { name: new RegExp(`^${year} 年`) }).click();
  await page.getByRole("button", { name: "打印学时证明" }).click();
  return page.getByRole("dialog", { name: `${year} 年学时证明` });
}

async function print(page) {
  const before = await page.evaluate(() => window.printed);
  await page.getByRole("dialog").getByRole("button", { name: "打印", exact: true }).click();
  await page.waitForFunction((printed) => window.printed > printed, before);
  return page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
}

// What a phone's camera would read off the paper.
async function scan(page, paper) {
  const shown = await page.context().newPage();
  const picture = await paper.locator(".code svg").evaluate((svg) => svg.outerHTML);
  await shown.setViewportSize({ width: 420, height: 420 });
  await shown.setContent(`<body style="margin:0;background:#fff">${picture.replace("<svg", '<svg width="420" height="420"')}</body>`);
  const data = await colours(shown, { x: 0, y: 0, width: 420, height: 420 });
  await shown.close();
  return readCode(Uint8ClampedArray.from(data), 420, 420)?.data;
}

// Rules of accessibility that the page breaks, contrast among them.
async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

const verdict = (page) => page.locator("[data-state]:not([hidden])");

test("what is revealed is chosen, the paper says it, and its code is checked by anybody", async (t) => {
  const page = await enter(t);
  const dialog = await openDialog(page, 2016);
  await says(page, "扫码会看到：姓名、年度、学时、验证结果");
  await dialog.getByRole("checkbox", { name: "所在学校" }).click();
  await settled(page);
  const paper = await print(page);
  assert.equal(await paper.locator("h1").textContent(), "2016 年度继续教育学时情况", "nothing is verified yet");
  assert.equal(await paper.locator(".notice").textContent(), "示例数据，不是真实证明");
  const facts = await paper.locator(".facts").textContent();
  assert.match(facts, /尚未验证/);
  assert.match(facts, /所在学校/);
  assert.doesNotMatch(facts, new RegExp(city.account("teacher").login), "the number was not chosen");
  assert.match(await paper.locator(".list").first().textContent(), /公需.*专业.*选修.*合计/s);
  const width = await paper.locator(".code svg").evaluate((svg) => svg.getBoundingClientRect().width);
  assert.ok(width >= (49 * 96) / 25.4 - 1, "the code is as wide as it was made for");

  const link = await scan(page, paper);
  assert.ok(link.startsWith(`${city.url}/verify#`), link);
  await t.test("by a phone that was never here", async () => {
    const context = await browser.newContext({ locale: "zh-CN", ...PHONE });
    const phone = await context.newPage();
    await phone.goto(link);
    await says(phone, "可信");
    assert.equal(await verdict(phone).getAttribute("data-state"), "genuine");
    assert.equal(await phone.locator("#sample").isVisible(), true);
    assert.match(await phone.locator("#facts").textContent(), /所在学校/);
    assert.doesNotMatch(await phone.locator("#facts").textContent(), /教师编号/);
    assert.equal(await phone.locator("#hours tbody tr").count(), 4);
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await context.cookies(), [], "without a log-in");
    for (const colorScheme of ["light", "dark"]) {
      await phone.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(phone), [], colorScheme);
    }
    await phone.getByRole("button", { name: "English" }).click();
    await says(phone, "Genuine");
    assert.match(await phone.locator("#facts").textContent(), /Not verified yet/);
    await context.close();
  });
});

test("the badge is saved, and says the same", async (t) => {
  const page = await enter(t);
  const dialog = await openDialog(page, 2016);
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "存为开放徽章文件" }).click();
  const download = await saving;
  assert.match(download.suggestedFilename(), /^xueshi-[0-9A-Z]{12}\.json$/);
  const to = join(folder, "badge.json");
  await download.saveAs(to);
  const badge = JSON.parse(readFileSync(to, "utf8"));
  assert.deepEqual(badge.type, ["VerifiableCredential", "OpenBadgeCredential"]);
  assert.equal(badge.proof[0].cryptosuite, "eddsa-jcs-2022");
  await says(page, /^已签发，编号 [0-9A-Z]{12}$/);
});

test("without a network a signed-out page checks it, and refuses what was changed", async (t) => {
  const page = await enter(t);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  await openDialog(page, 2016);
  const link = await scan(page, await print(page));
  const context = page.context();
  await context.clearCookies();
  await page.close();
  // A context that is offline lets its service worker through.
  await context.setOffline(true);
  await city.kill();
  t.after(() => city.start({ now: "2017-06-20T10:00" }));

  const verifier = await context.newPage();
  await verifier.goto(link);
  await says(verifier, "可信");
  assert.equal(await verifier.locator("#kept").isVisible(), true, "and says how old the keys are");
  assert.equal(await verifier.locator("#keeps").isVisible(), true);
  const code = link.split("#")[1];
  for (const place of [0, 20, Math.floor(code.length / 2), code.length - 2]) {
    const changed = code.slice(0, place) + (code[place] === "A" ? "B" : "A") + code.slice(place + 1);
    await verifier.getByRole("textbox").fill(`${city.url}/verify#${changed}`);
    await verifier.getByRole("button", { name: "核对", exact: true }).click();
    await verifier.waitForFunction(() => document.querySelector('[data-state="genuine"]').hidden);
    await verifier.waitForFunction(() => document.querySelector('[data-state="checking"]').hidden);
    assert.match(await verdict(verifier).getAttribute("data-state"), /^(changed|malformed|unseen)$/, `place ${place}`);
    assert.equal(await verifier.locator("#certificate").isVisible(), false, "nothing of it is shown");
  }
  assert.deepEqual(await violations(verifier), []);
  await verifier.getByRole("textbox").fill(code);
  await verifier.getByRole("button", { name: "核对", exact: true }).click();
  await says(verifier, "可信");
});

test("nothing is kept on the device of whoever checks once; who wants to keeps the page by a press", async (t) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  t.after(() => context.close());
  const verifier = await context.newPage();
  await verifier.goto(`${city.url}/verify`);
  await says(verifier, "扫描证明上的二维码");
  assert.equal(await verifier.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length)), 0);
  await verifier.getByRole("button", { name: "存在这台设备上" }).click();
  await says(verifier, "断了网也能用本页核对");
  await city.kill();
  t.after(() => city.start({ now: "2017-06-20T11:00" }));
  await verifier.reload();
  await says(verifier, "扫描证明上的二维码");
});

test("a browser without Ed25519 fetches a library for it, and no other page does", async (t) => {
  const page = await enter(t);
  await openDialog(page, 2016);
  const link = await scan(page, await print(page));
  const context = await browser.newContext({ locale: "zh-CN" });
  t.after(() => context.close());
  const verifier = await context.newPage();
  const fetched = [];
  verifier.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await verifier.goto(link);
  await says(verifier, "可信");
  const files = () => fetched.filter((path) => /noble|\.wasm|boot/.test(path)).map((path) => path.replace(/\.[0-9a-f]{10}/, ""));
  const hasOwn = await verifier.evaluate(() => crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]).then(() => true, () => false));
  assert.deepEqual(files(), hasOwn ? [] : ["/noble.js"]);
  await verifier.addInitScript(() => {
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = function (format, key, algorithm, ...rest) {
      if (algorithm.name === "Ed25519") return Promise.reject(new DOMException("", "NotSupportedError"));
      return importKey.call(this, format, key, algorithm, ...rest);
    };
  });
  await verifier.reload();
  await says(verifier, "可信");
  assert.ok(files().includes("/noble.js"));
  assert.ok(!fetched.some((path) => /\.wasm|boot\./.test(path)), "nothing of the client");
});

test("once the year is verified its certificate says the result, and a revoked key's says why it is void", async (t) => {
  const page = await enter(t);
  await openDialog(page, 2016);
  const before = await scan(page, await print(page));
  await city.kill();
  city.command("verify-year", "--year", "2016", "--now", "2017-08-02T09:00");
  await city.start({ now: "2017-08-02T10:00" });
  const later = await enter(t);
  await openDialog(later, 2016);
  const paper = await print(later);
  assert.equal(await paper.locator("h1").textContent(), "2016 年度继续教育学时证明");
  assert.match(await paper.locator(".facts").textContent(), /年度验证(不?)通过（2017年8月2日）/);

  await city.kill();
  const key = city.command("certificate-keys", "list").slice(0, 16);
  city.command("certificate-keys", "revoke", "--key", key, "--reason", "密钥可能外泄", "--now", "2017-08-03T09:00");
  await city.start({ now: "2017-08-03T10:00" });
  const context = await browser.newContext({ locale: "zh-CN" });
  t.after(() => context.close());
  const verifier = await context.newPage();
  await verifier.goto(before);
  await says(verifier, "已作废");
  assert.match(await verifier.locator('[data-state="revoked"]').textContent(), /2017年8月3日 密钥可能外泄/);
  assert.equal(await verifier.locator("#certificate").isVisible(), false);
});
