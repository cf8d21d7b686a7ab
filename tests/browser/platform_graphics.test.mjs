// The graphics context can be lost, come back, stay away, or never have been there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DESKTOP, PHONE, settled } from "./support/browser.mjs";
import { platformPage } from "./support/platform_page.mjs";

// Context events are given by the browser some time after.
const lose = (page) =>
  page.evaluate(() => {
    const context = document.querySelector("#canvas").getContext("webgl2");
    window.lost = context.getExtension("WEBGL_lose_context");
    window.lost.loseContext();
  });

test("graphics", async (t) => {
  const open = await platformPage(t);

  await t.test("a lost context that comes back is painted as before", async () => {
    const { context, page, complaints } = await open();
    await page.getByRole("textbox").fill("留着");
    await page.mouse.move(640, 5);
    await settled(page);
    const before = await page.screenshot({ caret: "hide" });
    await lose(page);
    await page.waitForTimeout(200);
    await page.evaluate(() => window.lost.restoreContext());
    await page.waitForTimeout(300);
    await settled(page);
    assert.deepEqual(await page.screenshot({ caret: "hide" }), before);
    assert.equal(await page.evaluate(() => document.activeElement.value), "留着");
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("a context that stays away is replaced", async () => {
    const { context, page } = await open();
    await page.mouse.move(640, 5);
    await settled(page);
    const before = await page.screenshot();
    await lose(page);
    await page.waitForTimeout(2600);
    await settled(page);
    assert.deepEqual(await page.screenshot(), before);
    await page.setViewportSize({ width: 1000, height: 700 });
    await settled(page);
    assert.equal(await page.evaluate(() => document.querySelector("#canvas").width), 1000);
    await context.close();
  });

  await t.test("the picture has the pixels of the display, whatever its size", async () => {
    const { context, page } = await open(PHONE);
    const size = () =>
      page.evaluate(() => {
        const canvas = document.querySelector("#canvas");
        return [canvas.width, canvas.height];
      });
    assert.deepEqual(await size(), [390 * 3, 844 * 3]);
    await page.setViewportSize({ width: 844, height: 390 });
    await settled(page);
    assert.deepEqual(await size(), [844 * 3, 390 * 3]);
    await context.close();
  });
});

test("without WebGL 2 everything is there to be read and used", async (t) => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-3d-apis"];
  const open = await platformPage(t, { args });
  const { page } = await open(DESKTOP);
  await page.getByText("这个浏览器不能用图形加速").waitFor();
  const button = page.getByRole("button", { name: "加一次：0" });
  const colour = await button.evaluate((element) => getComputedStyle(element).color);
  assert.notEqual(colour, "rgba(0, 0, 0, 0)");
  const title = await page.getByRole("heading", { name: "规划七十二学时" }).boundingBox();
  assert.ok(title.width > 400 && title.height < 60, JSON.stringify(title));
  const trouble = await page.locator("#trouble").boundingBox();
  const stage = await page.locator("#stage").boundingBox();
  assert.ok(stage.y + stage.height <= trouble.y, "the message covers nothing");
  await button.click();
  await page.getByRole("button", { name: "加一次：1" }).waitFor();
});
