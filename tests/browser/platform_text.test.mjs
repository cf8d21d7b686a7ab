// Typing: Chinese composition, phones' keyboards and what the program answers to it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE, framesOf, settled } from "./support/browser.mjs";
import { platformPage } from "./support/platform_page.mjs";

test("text", async (t) => {
  const open = await platformPage(t);

  async function openField(options) {
    const opened = await open(options);
    const field = opened.page.getByRole("textbox", { name: "备注" });
    await field.click();
    const session = await opened.context.newCDPSession(opened.page);
    const compose = (text) => {
      const caret = { selectionStart: text.length, selectionEnd: text.length };
      return session.send("Input.imeSetComposition", { text, ...caret });
    };
    const commit = (text) => session.send("Input.insertText", { text });
    const taken = async () =>
      (await opened.page.getByText(/^写下：/).textContent()).replace(/^写下：(.*)；提交：.*$/s, "$1");
    return { ...opened, field, session, compose, commit, taken };
  }

  await t.test("the program hears of what is committed, not of what is composed", async () => {
    const { context, page, field, compose, commit, taken } = await openField();
    for (const text of ["n", "ni", "nih", "niha", "nihao"]) await compose(text);
    await settled(page);
    assert.equal(await taken(), "");
    assert.equal(await field.inputValue(), "nihao");
    await commit("你好");
    await settled(page);
    assert.equal(await field.inputValue(), "你好");
    assert.equal(await taken(), "你好");
    await context.close();
  });

  await t.test("a cancelled composition leaves nothing", async () => {
    const { context, page, field, compose, commit, taken } = await openField();
    await commit("学时");
    await compose("zai");
    await compose("");
    await settled(page);
    assert.equal(await field.inputValue(), "学时");
    assert.equal(await taken(), "学时");
    await context.close();
  });

  await t.test("frames, a resize and another scheme leave a composition alone", async () => {
    const { context, page, field, compose, commit, taken } = await openField();
    await commit("前");
    await compose("zhong");
    await page.setViewportSize({ width: 900, height: 700 });
    await page.emulateMedia({ colorScheme: "dark" });
    await settled(page);
    assert.equal(await field.inputValue(), "前zhong");
    await compose("zhongwen");
    await commit("中文");
    await settled(page);
    assert.equal(await field.inputValue(), "前中文");
    assert.equal(await taken(), "前中文");
    await context.close();
  });

  await t.test("Enter that chooses a candidate does not submit, Enter after it does", async () => {
    const { context, page, session, compose, commit } = await openField();
    await compose("wan");
    await session.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229,
    });
    await commit("完");
    await settled(page);
    await page.getByText("写下：完；提交：", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("写下：完；提交：完", { exact: true }).waitFor();
    await context.close();
  });

  await t.test("characters of the supplementary planes survive", async () => {
    const { context, page, field, commit, taken } = await openField();
    await commit("𠀀𣎴");
    await page.keyboard.press("Backspace");
    await settled(page);
    assert.equal(await field.inputValue(), "𠀀");
    assert.equal(await taken(), "𠀀");
    await context.close();
  });

  await t.test("fast typing loses nothing and keeps the caret in the middle", async () => {
    const { context, page, field, taken } = await openField();
    await page.keyboard.type("abcdefghijklmnopqrstuvwxyz", { delay: 0 });
    for (let i = 0; i < 5; ++i) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("0123", { delay: 4 });
    await settled(page);
    assert.equal(await field.inputValue(), "abcdefghijklmnopqrstu0123vwxyz");
    assert.equal(await taken(), "abcdefghijklmnopqrstu0123vwxyz");
    await context.close();
  });

  await t.test("the field shows what the program took when it refuses a change", async () => {
    const { context, page, field } = await openField();
    await page.keyboard.type("a");
    await settled(page);
    await page.keyboard.type("7");
    await settled(page);
    assert.equal(await field.inputValue(), "a");
    await context.close();
  });

  await t.test("a second composition follows the first cleanly", async () => {
    const { context, page, field, compose, commit, taken } = await openField();
    for (const word of ["规", "划", "学", "时"]) {
      await compose("x");
      await compose("xu");
      await commit(word);
    }
    await settled(page);
    assert.equal(await field.inputValue(), "规划学时");
    assert.equal(await taken(), "规划学时");
    await context.close();
  });

  await t.test("no phone zooms into a field, and nothing forbids zooming", async () => {
    const { context, page, field } = await openField(PHONE);
    const size = await field.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert.ok(size >= 16, String(size));
    const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
    assert.ok(!/user-scalable|maximum-scale/.test(viewport));
    await context.close();
  });

  await t.test("a blinking caret costs no frame", async () => {
    const { context, page } = await openField();
    await settled(page);
    const frames = await framesOf(page);
    await page.waitForTimeout(1500);
    assert.equal(await framesOf(page), frames);
    await context.close();
  });
});
