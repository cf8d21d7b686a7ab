// What the page costs before anybody touches it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DESKTOP, PHONE, framesOf, settled } from "./support/browser.mjs";
import { platformPage } from "./support/platform_page.mjs";
import { forgotten, kept } from "./support/releases.mjs";

test("start", async (t) => {
  const open = await platformPage(t);

  await t.test("nothing is said to the console, on any device or scheme", async () => {
    for (const device of [PHONE, DESKTOP]) {
      for (const colorScheme of ["light", "dark"]) {
        const { context, complaints } = await open({ ...device, colorScheme });
        assert.deepEqual(complaints, []);
        await context.close();
      }
    }
  });

  await t.test("few requests and few bytes", async () => {
    const { context, page } = await open();
    const entries = await page.evaluate(() =>
      ["navigation", "resource"]
        .flatMap((type) => performance.getEntriesByType(type))
        .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
    );
    const bytes = entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    t.diagnostic(`${entries.length} requests, ${bytes} bytes`);
    assert.ok(entries.length <= 6, JSON.stringify(entries));
    assert.ok(bytes <= 70_000, `${bytes} bytes`);
    await context.close();
  });

  await t.test("no frame while idle, also with the focus in a field", async () => {
    const { context, page } = await open();
    await kept(page);
    await settled(page);
    const before = await framesOf(page);
    await page.waitForTimeout(2500);
    assert.equal(await framesOf(page), before);
    await page.getByRole("textbox", { name: "备注" }).focus();
    // On a busy machine the picture with the focus may come late.
    await page.waitForTimeout(300);
    await settled(page);
    const focused = await framesOf(page);
    await page.waitForTimeout(2500);
    assert.equal(await framesOf(page), focused);
    await context.close();
  });

  await t.test("something is seen before the program has arrived", async () => {
    const { context, page } = await open();
    await forgotten(page);
    await page.route("**/*.wasm", () => {}); // never answered
    await page.reload();
    await page.getByRole("heading", { name: "学时" }).waitFor();
    assert.equal(await page.locator("#canvas").isVisible(), false);
    await context.close();
  });

  await t.test("a program that does not arrive is said in words", async () => {
    const { context, page } = await open();
    await forgotten(page);
    await page.route("**/*.wasm", (route) => route.abort());
    await page.reload();
    await page.getByText("请刷新页面").waitFor();
    await context.close();
  });
});
