// Times Ebb's own built page with notebooks of code: from a moved slider to the chart, and typing in a long notebook.
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { build } from "vite";
import { quietly } from "../tools/chromium.mjs";
import { manyCells, sliderToChart } from "./notebooks.mjs";
import { serve } from "../tools/serve.mjs";
import { typedKeys } from "./typing.mjs";

const cellCount = 200;
const shortCount = 8;
const edits = 60;

export async function buildWorkbench(here) {
  const outDir = join(here, "dist/workbench");
  await build({
    root: join(here, "../.."),
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/** Milliseconds of each run of each step, as `benchCode` gives them. */
export async function inWorkbench(executablePath, folder, benchFolder) {
  const { url, close } = await serve(folder);
  const browser = await playwright.launch({ executablePath, args: quietly });
  try {
    return {
      ...(await sliderTimes(browser, url)),
      ...(await longNotebookTimes(browser, url)),
      ...(await bareTimes(browser, benchFolder)),
    };
  } finally {
    await browser.close();
    await close();
  }
}

async function sliderTimes(browser, url) {
  const page = await newPage(browser, url);
  await dropNotebook(page, sliderToChart());
  await page.getByRole("button", { name: "Run all" }).click();
  await page.locator('[data-cell="chart"] svg').first().waitFor();
  // TypeScript's worker starts once, when the columns of the queries are known, and takes a core for itself.
  await page.waitForTimeout(5000);
  await page.evaluate(moveSlider, 5);
  const taken = await page.evaluate(moveSlider, edits);
  await page.context().close();
  return { "slider to chart": taken };
}

/** Runs in the page. Each edit is another value, so that each chart has another title. */
async function moveSlider(times) {
  const slider = document.querySelector('[data-cell="slider"] input[type="range"]');
  const chart = document.querySelector('[data-cell="chart"]');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const taken = [];
  for (let i = 0; i < times; i++) {
    const value = 980 - i;
    const started = performance.now();
    setValue.call(slider, String(value));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => {
      const look = () => {
        const shows = chart.textContent.includes(`below ${value}`) && chart.querySelector("svg rect");
        if (!shows) return;
        watcher.disconnect();
        resolve();
      };
      const watcher = new MutationObserver(look);
      watcher.observe(chart, { childList: true, subtree: true, characterData: true });
    });
    taken.push(performance.now() - started);
    // As a hand does that looks at each chart; what is done after it, like keeping the notebook, is done meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  return taken;
}

async function longNotebookTimes(browser, url) {
  const opening = [];
  const blank = [];
  for (let i = 0; i < 3; i++) {
    blank.push(await startTime(await browser.newContext(), url));
    const { page, taken } = await opened(browser, url, cellCount);
    opening.push(taken);
    await page.context().close();
  }
  const long = await typingTimes(browser, url, cellCount, "key");
  const short = await typingTimes(browser, url, shortCount, "key in 8");
  return { "open 200 cells": opening, "start of an empty page": blank, ...long, ...short };
}

/** A page with so many cells, and how long it took from the file to their being there. */
async function opened(browser, url, count) {
  const page = await newPage(browser, url);
  const text = manyCells(count);
  await page.waitForTimeout(1000);
  const started = Date.now();
  await dropNotebook(page, text);
  const areThere = (wanted) => document.querySelectorAll("[data-cell]").length === wanted;
  await page.waitForFunction(areThere, count, { polling: "raf" });
  return { page, taken: Date.now() - started };
}

async function startTime(context, url) {
  const page = await context.newPage();
  const started = Date.now();
  await page.goto(url);
  await page.locator(".topbar").waitFor();
  const taken = Date.now() - started;
  await context.close();
  return taken;
}

async function typingTimes(browser, url, count, title) {
  const { page } = await opened(browser, url, count);
  await page.waitForTimeout(2000);
  const taken = {};
  for (const [kind, id] of [
    ["SQL", `sql${count / 2}`],
    ["TypeScript", `code${count / 2 + 1}`],
  ]) {
    const cell = page.locator(`[data-cell="${id}"]`);
    await cell.scrollIntoViewIfNeeded();
    await cell.locator(".editor-preview").first().click();
    await cell.locator(".monaco-editor").first().waitFor();
    Object.assign(taken, await typedInto(page, `${title}, ${kind}`));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
  await page.context().close();
  return taken;
}

/** The same keys in Monaco alone, on a page of the bench. */
async function bareTimes(browser, benchFolder) {
  const { url, close } = await serve(benchFolder);
  const page = await newPage(browser, new URL("editor.html", url).href);
  await page.locator(".monaco-editor .view-line").last().click();
  const taken = await typedInto(page, "key in a bare editor");
  await page.context().close();
  await close();
  return taken;
}

async function typedInto(page, title) {
  await page.waitForTimeout(2000);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(1500);
  const { work, painted, felt } = await typedKeys(page);
  return { [title]: work, [`${title}, painted`]: painted, [`${title}, felt`]: felt };
}

async function newPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`  page: ${error.message}`));
  await page.goto(url);
  return page;
}

async function dropNotebook(page, text) {
  const drop = (given) => {
    const data = new DataTransfer();
    data.items.add(new File([given], "bench.ipynb"));
    const claimed = (type) =>
      !document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    return claimed("dragenter") && claimed("dragover") && claimed("drop");
  };
  while (!(await page.evaluate(drop, text))) await page.waitForTimeout(20);
}
