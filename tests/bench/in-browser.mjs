// Times Ebb's own loading and asking in headless Chromium, on a page built from Ebb's source.
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { build } from "vite";
import { quietly } from "../tools/chromium.mjs";
import { sandboxRuntime } from "../tools/sandbox-runtime.mjs";
import { serve } from "../tools/serve.mjs";

export async function buildPage(here) {
  const outDir = join(here, "dist");
  await build({
    root: join(here, "page"),
    configFile: false,
    base: "./",
    logLevel: "warn",
    publicDir: join(here, "../../public"),
    plugins: [sandboxRuntime()],
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: ["index", "code", "data", "editor", "arithmetic"].map((page) =>
          join(here, `page/${page}.html`),
        ),
      },
    },
  });
  return outDir;
}

/** Milliseconds of each run of each step of the engine's side of TypeScript cells. */
export async function codeTimes(executablePath, folder, runs) {
  const { url, close } = await serve(folder);
  const browser = await playwright.launch({ executablePath, args: quietly });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`  page: ${error.message}`));
  await page.goto(new URL("code.html", url).href);
  await page.waitForFunction(() => "benchCode" in window);
  const taken = await page.evaluate((times) => window.benchCode(times), runs);
  const afterIdle = [];
  for (let i = 0; i < runs; i++)
    afterIdle.push(await firstCompile(browser, new URL("code.html?warm", url).href));
  await browser.close();
  await close();
  return { ...taken, "compile, first after idle": afterIdle };
}

async function firstCompile(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => "benchFirstCompile" in window);
  await page.waitForTimeout(3000);
  const taken = await page.evaluate(() => window.benchFirstCompile());
  await page.close();
  return taken;
}

/** Ebb's own engine and analyses, step by step. A new browser for each size: a worker's memory never shrinks. */
export async function openPage(executablePath, folder, csv) {
  const { url, close } = await serve(folder);
  const browser = await playwright.launch({ executablePath, args: quietly });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`  page: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(() => "openBench" in window);
  await page.setInputFiles("input", csv);
  await page.evaluate(() => window.openBench());
  const { version, byHand } = await page.evaluate(() => {
    const { version, byHand } = window.bench;
    return { version, byHand };
  });
  const processor = await processorTimeOf(browser);
  const measured = async (what, given) => {
    const began = await processor();
    const found = await page.evaluate(([name, one]) => window.bench[name](one), [what, given]);
    return { ...found, cpu: (await processor()) - began };
  };
  return {
    title: "Ebb",
    version: `DuckDB-WASM ${version} in Chromium ${browser.version()}`,
    byHand,
    load: () => measured("load"),
    query: (text) => measured("query", text),
    analyse: (id) => measured("analyse", id),
    async close() {
      await browser.close();
      await close();
    },
  };
}

/** Milliseconds of processor time of all pages and their workers since the browser began: what else is busy does not count. */
export async function processorTimeOf(browser) {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    return 1000 * pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
}
