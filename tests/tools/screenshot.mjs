// npm run screenshot: the picture at the top of the README, taken of the built page with the example in it.
import { chromium } from "playwright-core";
import { needBuild } from "./build.mjs";
import { findChromium, howToInstall } from "./chromium.mjs";
import { root } from "./prepare.mjs";
import { serve } from "./serve.mjs";

const executablePath = findChromium();
if (!executablePath) {
  console.error(howToInstall);
  process.exit(1);
}
needBuild(root);
const server = await serve(`${root}/dist`);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: "en-GB" });
await page.goto(server.url);
await page.locator(".welcome-example").first().click();
await page.locator(".verdict-sentence").nth(3).waitFor({ timeout: 60_000 });
await page.locator(".status-mark.is-running, .status-mark.is-queued").first().waitFor({ state: "detached" });
const over = page.locator(".cell.is-analysis").last();
await over.evaluate((cell) => cell.scrollIntoView({ block: "start" }));
await page.waitForTimeout(500);
await page.screenshot({ path: `${root}/examples/screenshot.png` });
await browser.close();
await server.close();
