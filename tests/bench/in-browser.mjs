// Times Ebb's own loading and asking in headless Chromium, on a page built from Ebb's source.
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { build } from "vite";
import { sandboxRuntime } from "../tools/sandbox-runtime.mjs";
import { serve } from "../tools/serve.mjs";
import { median } from "./median.mjs";

export const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

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
      rolldownOptions: { input: ["index", "code", "editor"].map((page) => join(here, `page/${page}.html`)) },
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

/** A new browser for each size: a worker's memory never shrinks. */
export async function openPage(executablePath, folder, csv, runs) {
  const { url, close } = await serve(folder);
  const browser = await playwright.launch({ executablePath, args: quietly });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`  page: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(() => "bench" in window);
  await page.setInputFiles("input", csv);
  const { version, taken, queries } = await page.evaluate((times) => window.bench(times), runs);
  await browser.close();
  await close();
  return {
    title: "Ebb",
    version: `DuckDB-WASM ${version} in Chromium ${browser.version()}`,
    times: Object.fromEntries(Object.entries(taken).map(([step, values]) => [step, median(values)])),
    queries,
  };
}
