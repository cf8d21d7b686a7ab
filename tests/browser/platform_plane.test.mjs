// The input plane: what is painted is also there for keyboards, pointers and screen readers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { DESKTOP, PHONE, framesOf, settled } from "./support/browser.mjs";
import { colourAt, coloursIn } from "./support/pixels.mjs";
import { platformPage } from "./support/platform_page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Rules broken, with what breaks them. Contrast is painted, so it cannot be computed from elements.
async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await axe.run(document, {
      rules: { "color-contrast": { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

const focusedName = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element.getAttribute("aria-label") ?? element.textContent;
  });

const isInert = (page) =>
  page.evaluate(() => document.querySelector("#plane button").closest("[inert]") !== null);

test("plane", async (t) => {
  const open = await platformPage(t);

  await t.test("everything painted has a role and a name", async () => {
    const { context, page } = await open();
    const tree = await page.locator("#plane").ariaSnapshot();
    for (const line of [
      'main "平台"',
      'heading "规划七十二学时" [level=1]',
      'button "加一次：0"',
      'textbox "备注"',
      'link "去另一页"',
      'slider "方案"',
      'grid "课程"',
      "row",
      "gridcell",
      'button "信息技术课程第 1 号"',
    ]) {
      assert.ok(tree.includes(line), `${line} is missing in\n${tree}`);
    }
    assert.equal(await page.getByRole("grid").getAttribute("aria-rowcount"), "5000");
    await context.close();
  });

  await t.test("no rule of accessibility is broken, with and without a dialog", async () => {
    for (const device of [DESKTOP, PHONE]) {
      const { context, page } = await open(device);
      assert.deepEqual(await violations(page), []);
      await page.getByRole("button", { name: "打开对话框" }).click();
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(page), []);
      await context.close();
    }
  });

  await t.test("the page is not told apart by opacity, and its text can be found", async () => {
    const { context, page } = await open();
    const plane = page.locator("#plane");
    assert.equal(await plane.evaluate((element) => getComputedStyle(element).opacity), "1");
    assert.equal(await page.evaluate(() => window.find("两种字重")), true);
    await context.close();
  });

  await t.test("mouse, keyboard and touch activate the same button", async () => {
    const { context, page } = await open();
    const button = page.getByRole("button", { name: /加一次/ });
    await button.click();
    await page.getByRole("button", { name: "加一次：1" }).waitFor();
    await button.press("Enter");
    await page.getByRole("button", { name: "加一次：2" }).waitFor();
    await button.press("Space");
    await page.getByRole("button", { name: "加一次：3" }).waitFor();
    await context.close();

    const phone = await open(PHONE);
    await phone.page.getByRole("button", { name: /加一次/ }).tap();
    await phone.page.getByRole("button", { name: "加一次：1" }).waitFor();
    await phone.context.close();
  });

  await t.test("Tab goes in the order of reading, and its ring is painted", async () => {
    const { context, page } = await open();
    const names = [];
    for (let i = 0; i < 6; ++i) {
      await page.keyboard.press("Tab");
      names.push(await focusedName(page));
    }
    assert.deepEqual(names, ["加一次：0", "打开对话框", "备注", "去另一页", "方案", "信息技术课程第 1 号"]);

    await page.getByRole("button", { name: "打开对话框" }).focus();
    await settled(page);
    // Left of the button at (186, 96), 3.5 px outside.
    assert.deepEqual(await colourAt(page, 182, 118), [0x1b, 0x5e, 0x92]);
    await page.mouse.click(700, 240);
    await settled(page);
    assert.deepEqual(await colourAt(page, 182, 118), [0xf6, 0xf5, 0xf1]);
    await context.close();
  });

  await t.test("what hovers is painted, and only a change of it makes a frame", async () => {
    const { context, page } = await open();
    await page.mouse.move(600, 110);
    await settled(page);
    assert.deepEqual(await colourAt(page, 30, 120), [0x1b, 0x5e, 0x92]);
    await page.mouse.move(100, 118);
    await settled(page);
    assert.deepEqual(await colourAt(page, 30, 120), [0x16, 0x4f, 0x7c]);
    const frames = await framesOf(page);
    await page.mouse.move(110, 122);
    await page.mouse.move(90, 116);
    await page.waitForTimeout(200);
    assert.equal(await framesOf(page), frames);
    await context.close();
  });

  await t.test("a dialog takes the focus, makes the rest inert and gives it back", async () => {
    const { context, page, complaints } = await open();
    await page.getByRole("button", { name: "打开对话框" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "问一问" });
    await dialog.waitFor();
    assert.equal(await isInert(page), true);
    const reached = new Set();
    for (let i = 0; i < 4; ++i) {
      await page.keyboard.press("Tab");
      reached.add(await focusedName(page));
    }
    assert.ok(reached.has("问好") && reached.has("关闭") && !reached.has("备注"), [...reached].join());
    await page.getByRole("button", { name: "问好" }).click();
    await page.getByText('200 {"text":"好"}').waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await focusedName(page), "打开对话框");
    assert.equal(await isInert(page), false);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("a field's text does not shine through a dialog above it", async () => {
    const { context, page } = await open();
    const field = page.getByRole("textbox", { name: "备注" });
    await field.fill("这些字在对话框下面，不可以从对话框里透出来");
    await settled(page);
    await page.getByRole("button", { name: "打开对话框" }).press("Enter");
    await page.getByRole("dialog").waitFor();
    await settled(page);
    // Where the dialog says nothing and the field stands below it, and where the field is free.
    assert.equal(await coloursIn(page, { x: 64, y: 174, width: 290, height: 26 }), 1);
    assert.ok((await coloursIn(page, { x: 30, y: 160, width: 28, height: 40 })) > 1);
    await page.keyboard.press("Escape");
    await settled(page);
    assert.equal(await field.evaluate((element) => element.style.clipPath), "");
    await context.close();
  });

  await t.test("a link changes the route without loading, and back returns", async () => {
    const { context, page } = await open();
    await page.evaluate(() => (window.isSamePage = true));
    await page.getByRole("link", { name: "去另一页" }).click();
    await page.getByText("/other?q=1").waitFor();
    assert.equal(new URL(page.url()).pathname, "/other");
    await page.goBack();
    await page.getByText("/", { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => window.isSamePage), true);
    await context.close();
    const deep = await open(DESKTOP, "/deep/route?a=b");
    await deep.page.getByText("/deep/route?a=b").waitFor();
    assert.deepEqual(deep.complaints, []);
    await deep.context.close();
  });

  await t.test("a slider steps by keys and by pointer", async () => {
    const { context, page } = await open();
    const slider = page.getByRole("slider", { name: "方案" });
    assert.equal(await slider.getAttribute("aria-valuetext"), "第 2 个方案");
    await slider.press("ArrowRight");
    await slider.press("ArrowRight");
    await slider.press("ArrowRight");
    await settled(page);
    assert.equal(await slider.getAttribute("aria-valuetext"), "第 5 个方案");
    await slider.press("Home");
    await settled(page);
    assert.equal(await slider.getAttribute("aria-valuetext"), "第 1 个方案");
    const box = await slider.boundingBox();
    await page.mouse.click(box.x + box.width - 12, box.y + 14);
    await settled(page);
    assert.equal(await slider.getAttribute("aria-valuetext"), "第 5 个方案");
    await context.close();
  });

  await t.test("a live message is told after its region is there", async () => {
    const { context, page } = await open();
    await page.getByRole("button", { name: /加一次/ }).click();
    await page.getByRole("status").filter({ hasText: "数到 1" }).waitFor();
    await context.close();
  });
});
