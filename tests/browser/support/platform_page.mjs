// The platform's own page (tests/platform_page), served and opened.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DESKTOP, launch, openPage, started } from "./browser.mjs";
import { servePage } from "./page_server.mjs";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const OUTPUT = process.env.XUESHI_OUTPUT_DIR ?? join(ROOT, "build");

// A function that opens the page; everything is closed when the test file is done.
export async function platformPage(t, launchOptions) {
  const server = await servePage(process.env.XUESHI_PLATFORM_PAGE ?? join(OUTPUT, "platform_page"));
  const browser = await launch(launchOptions);
  t.after(async () => {
    await browser.close();
    server.close();
  });
  return async (options = DESKTOP, path = "/") => {
    const opened = await openPage(browser, server.url + path, options);
    await started(opened.page);
    return opened;
  };
}
