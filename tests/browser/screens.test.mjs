// A picture of every screen on phone and desktop, light and dark, in build/screenshots: for people to judge.
// What a test can judge is judged here: nothing is said to the console, and the page never scrolls sideways.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, launch, openPage, settled, started } from "./support/browser.mjs";
import { City, signIn } from "./support/city.mjs";

const FOLDER = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "screenshots");

let browser;
let city;
before(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await launch();
  city = await City.open();
});
after(async () => {
  await browser.close();
  await city.close();
});

const SCREENS = [
  ["home", "/"],
  ["plan", "/plan"],
  ["catalogue", "/catalogue"],
  ["course", "/catalogue?run=N0005-1"],
  ["profile", "/profile"],
];

for (const [device, options] of [
  ["desktop", DESKTOP],
  ["phone", { ...PHONE, deviceScaleFactor: 2 }],
  ["narrow", { ...PHONE, viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 }],
]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${device}, ${colorScheme}`, async () => {
      const { context, page, complaints } = await openPage(browser, city.url, { ...options, colorScheme });
      const picture = async (name) => {
        await settled(page);
        await page.screenshot({ path: join(FOLDER, `${name}-${device}-${colorScheme}.png`) });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(overflow <= 0, `${name} scrolls sideways by ${overflow} px`);
      };
      await started(page);
      await picture("login");
      await signIn(page, city.account("teacher"));
      for (const [name, route] of SCREENS) {
        await page.goto(city.url + route);
        await started(page);
        await page.getByRole("link", { name: "首页" }).first().waitFor();
        await picture(name);
      }
      if (device !== "narrow") {
        await page.goto(`${city.url}/plan`);
        await started(page);
        // The city remembers: only the first of these tests finds a plan that is not complete.
        const complete = page.getByRole("button", { name: "一键排满" }).first();
        if ((await complete.getAttribute("aria-disabled")) !== "true") {
          await complete.click();
          await page.getByText(/排满了/).first().waitFor();
        }
        await picture("plan-complete");
      }
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
