// A picture of every screen on phone and desktop, light and dark, in build/screenshots: for people to judge.
// What a test can judge is judged here: nothing is said to the console, and the page never scrolls sideways.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, launch, openPage, settled, started } from "./browser.mjs";
import { City, signIn } from "./city.mjs";

const FOLDER = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "screenshots");

const SCREENS = [
  ["home", "/"],
  ["plan", "/plan"],
  ["catalogue", "/catalogue"],
  ["hours", "/hours"],
  ["registers", "/registers"],
  ["profile", "/profile"],
  ["sync", "/sync"],
];

const DEVICES = [
  ["desktop", DESKTOP],
  ["phone", { ...PHONE, deviceScaleFactor: 2 }],
  ["narrow", { ...PHONE, viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 }],
];

// Tests that take the pictures in the language a browser of `locale` is greeted in; `suffix` ends their names. What a
// narrow page must show is whether everything fits, which no theme changes; of a second language the phone the same.
export function takePictures({ locale, words, suffix, isSecondLanguage = false }) {
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

  for (const [device, options] of DEVICES) {
    const isAboutWidth = device === "narrow" || (isSecondLanguage && device === "phone");
    for (const colorScheme of isAboutWidth ? ["light"] : ["light", "dark"]) {
      test(`${device}, ${colorScheme}, ${locale}`, async () => {
        const { context, page, complaints } = await openPage(browser, city.url, { ...options, colorScheme, locale });
        const picture = async (name) => {
          await settled(page);
          await page.screenshot({ path: join(FOLDER, `${name}-${device}-${colorScheme}${suffix}.png`) });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.ok(overflow <= 0, `${name} scrolls sideways by ${overflow} px`);
        };
        await started(page);
        await picture("login");
        await signIn(page, city.account("teacher"), words);
        for (const [name, route] of SCREENS) {
          await page.locator(`a[href='${route}']`).first().click();
          await picture(name);
          if (name !== "catalogue") continue;
          // The fourth course there is: the first ones have no theme.
          await page.locator("[role=grid] [role=row], [role=list] [role=listitem]").nth(4).locator("button").first().click();
          await page.waitForURL(/run=/);
          await picture("course");
          await page.goBack();
        }
        if (device !== "narrow") {
          await page.locator("a[href='/plan']").first().click();
          await settled(page);
          // The city remembers: only the first of these tests finds a plan that is not complete.
          const complete = page.getByRole("button", { name: words.arrangeAll }).first();
          if (await complete.isVisible()) {
            await complete.click();
            await page.getByText(words.isArranged).first().waitFor();
          }
          await picture("plan-complete");
        }
        // Before the network is cut, for what fails then is said to the console.
        assert.deepEqual(complaints, []);
        await context.setOffline(true);
        if (device !== "narrow") {
          await page.locator("a[href='/plan']").first().click();
          await settled(page);
          // What an earlier page sent while it was closed cannot be submitted again.
          const submit = page.getByRole("button", { name: words.submitSelection }).first();
          if ((await submit.getAttribute("aria-disabled")) !== "true") {
            await submit.click();
            await page.getByRole("dialog").getByRole("button", { name: words.submit }).click();
            await page.getByRole("button", { name: words.submissionWaits }).first().waitFor();
          }
        }
        await page.locator("a[href='/profile']").first().click();
        await page.getByRole("tab", { name: words.theme[colorScheme], exact: true }).click();
        await settled(page);
        // Every page has a way to what waits.
        await page.locator("a[href='/catalogue']").first().click();
        await picture("catalogue-offline");
        await page.locator("a[href='/sync']").first().click();
        await picture("sync-waiting");
        await context.close();
      });
    }
  }
}
