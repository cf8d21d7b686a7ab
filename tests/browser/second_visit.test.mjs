// The second visit neither measures nor paints the glyphs of the first again, looks the same, and what an account
// left is gone after signing out.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, openPage, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

let browser;
let city;
let context;
let page;
let complaints;
before(async () => {
  browser = await launch();
  city = await City.open();
  ({ context, page, complaints } = await openPage(browser, city.url));
  await page.addInitScript(() => {
    window.painted = "";
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    prototype.fillText = function (text, ...where) {
      window.painted += text;
      return fillText.call(this, text, ...where);
    };
  });
});
after(async () => {
  await browser.close();
  await city.close();
});

const keptRecord = () =>
  new Promise((resolve) => {
    indexedDB.open("xueshi").onsuccess = ({ target: { result: database } }) => {
      database.transaction("records").objectStore("records").get("glyphs").onsuccess = ({ target }) => {
        database.close();
        resolve(target.result ? target.result.rows.length : 0);
      };
    };
  });

async function comeBack() {
  await page.reload();
  await started(page);
  await page.getByText("示例数据").first().waitFor();
  await settled(page);
}

test("Home is painted from what the last visit kept, and looks the same", async () => {
  await signIn(page, city.account("teacher"));
  await settled(page);
  await page.waitForFunction(keptRecord);
  await comeBack();
  await page.waitForTimeout(1500); // glyphs of messages that came since are written down
  await comeBack();
  const painted = await page.screenshot();
  assert.equal(await page.evaluate(() => window.painted), "");
  assert.ok((await page.evaluate(keptRecord)) > 200 * 8);

  // Without the record they are painted, to the same picture.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open("xueshi").onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction("records", "readwrite");
          transaction.objectStore("records").delete("glyphs");
          transaction.oncomplete = () => resolve(database.close());
        };
      }),
  );
  await comeBack();
  assert.ok((await page.evaluate(() => window.painted)).length > 200);
  assert.ok(painted.equals(await page.screenshot()), "the picture from kept glyphs differs");
});

test("signing out leaves no glyph of what was read", async () => {
  await page.waitForFunction(keptRecord);
  await page.goto(`${city.url}/profile`);
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await page.getByRole("button", { name: "登录", exact: true }).waitFor();
  await settled(page);
  assert.equal(await page.evaluate(keptRecord), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});
