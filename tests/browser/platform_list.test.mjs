// A list of 5,000 rows of which a window is there at a time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE, settled } from "./support/browser.mjs";
import { coloursIn } from "./support/pixels.mjs";
import { platformPage } from "./support/platform_page.mjs";

const rowNumber = (page) =>
  page.evaluate(() => Number(/第 (\d+) 号/.exec(document.activeElement.textContent)?.[1] ?? 0));

const nextFrame = (page) =>
  page.evaluate(
    () => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))),
  );

test("list", async (t) => {
  const open = await platformPage(t);

  await t.test("it is scrolled by the browser and only a window of it is in the page", async () => {
    const { context, page } = await open();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 44_000);
    await settled(page);
    await page.getByRole("button", { name: "信息技术课程第 1005 号" }).waitFor();
    assert.ok((await page.getByRole("row").count()) < 60);
    const index = await page.getByRole("row").first().getAttribute("aria-rowindex");
    assert.ok(Number(index) > 900, index);
    await page.getByRole("button", { name: "信息技术课程第 1005 号" }).click();
    await page.getByText("提交：信息技术课程第 1005 号").waitFor();
    await context.close();
  });

  await t.test("rows that come take over the elements of rows that went", async () => {
    const { context, page } = await open();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 10_000);
    await settled(page);
    const keep = () => {
      window.keptRows = [...document.querySelectorAll("[role=row]")];
    };
    await page.evaluate(keep);
    await page.mouse.wheel(0, 440);
    await settled(page);
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll("[role=row]")].map((row) => ({
        isOld: window.keptRows.includes(row),
        index: Number(row.getAttribute("aria-rowindex")),
        name: row.textContent,
        top: row.offsetTop,
      })),
    );
    assert.ok(rows.every(({ isOld }) => isOld));
    assert.ok(rows.every(({ index }, i) => i === 0 || index === rows[i - 1].index + 1));
    assert.ok(rows.every(({ index, name }) => name.includes(`第 ${index} 号`)), JSON.stringify(rows));
    assert.ok(rows.every(({ top }, i) => i === 0 || top === rows[i - 1].top + 44));
    await context.close();
  });

  await t.test("paint and plane stand at the same place after scrolling", async () => {
    const { context, page } = await open();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 10_007);
    await settled(page);
    const row = page.getByRole("button", { name: "信息技术课程第 235 号" });
    const box = await row.boundingBox();
    await page.mouse.move(box.x + 300, box.y + 20);
    await settled(page);
    // The hovered fill covers the whole row of the plane, from edge to edge.
    assert.equal(await coloursIn(page, { x: box.x + 200, y: box.y + 2, width: 60, height: 38 }), 1);
    await context.close();
  });

  await t.test("the keyboard walks into rows that were not there before", async () => {
    const { context, page } = await open();
    await page.getByRole("button", { name: "信息技术课程第 1 号" }).focus();
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press(i % 2 ? "Tab" : "ArrowDown");
      await nextFrame(page);
    }
    await settled(page);
    assert.equal(await rowNumber(page), 61);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await rowNumber(page), 60);
    await context.close();
  });

  await t.test("a focused row keeps the focus while it is scrolled far away and back", async () => {
    const { context, page } = await open();
    await page.getByRole("button", { name: "信息技术课程第 3 号" }).focus();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 90_000);
    await settled(page);
    assert.equal(await rowNumber(page), 3);
    await page.mouse.wheel(0, -90_000);
    await settled(page);
    assert.equal(await rowNumber(page), 3);
    await page.keyboard.press("Tab");
    assert.equal(await rowNumber(page), 4);
    assert.equal(await page.getByRole("button", { name: "信息技术课程第 3 号" }).count(), 1);
    await context.close();
  });

  await t.test("a finger scrolls it, and does not press what it started on", async () => {
    const { context, page } = await open(PHONE);
    const session = await context.newCDPSession(page);
    const touch = (type, y) => {
      const touchPoints = y === null ? [] : [{ x: 200, y }];
      return session.send("Input.dispatchTouchEvent", { type, touchPoints });
    };
    await touch("touchStart", 600);
    for (let y = 590; y >= 200; y -= 10) await touch("touchMove", y);
    await touch("touchEnd", null);
    await settled(page);
    const offset = await page.evaluate(() => document.querySelector("#plane .scroller").scrollTop);
    assert.ok(offset > 200, String(offset));
    assert.equal(await page.getByText("提交：信息").count(), 0);
    await context.close();
  });
});
