import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSheet, type OpenSheet } from "../open-sheet";
import { seriousFindings } from "../serious-findings";

/** Editor, grid, figure and Markdown by themselves, on a sheet built for that, under Ebb's own security policy. */
let sheet: OpenSheet;
beforeAll(async () => void (sheet = await openSheet("parts")));
afterAll(() => sheet.close());

interface Shown {
  readonly theme?: string;
  readonly width?: number;
  /** The editor's program does not arrive before this. */
  readonly until?: Promise<void>;
}

async function open(part: string, { theme = "light", width = 1280, until }: Shown = {}): Promise<Page> {
  const page = await sheet.newPage({
    viewport: { width, height: 1000 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  if (until) await page.route(/live-.*\.js/, (route) => until.then(() => route.continue()));
  await page.goto(`${sheet.url}index.html?part=${part}&theme=${theme}`);
  return page;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("the editor", () => {
  const heights = (page: Page) =>
    page.$$eval("section", (all) => all.map((section) => section.getBoundingClientRect().height));

  test("takes exactly the place of the static text", async () => {
    const page = await open("editor");
    await page.waitForSelector("section");
    const plain = await heights(page);
    expect(plain).toHaveLength(6);
    await page.waitForSelector(".editor-keyword");
    for (const cell of ["sql", "empty", "long", "wide", "wrapped", "ts"]) {
      await page.locator(`#cell-${cell} .editor-text`).click({ position: { x: 60, y: 18 } });
      await page.waitForSelector(`#cell-${cell} .view-line`);
      expect(await heights(page)).toEqual(plain);
      await page.keyboard.press("Escape");
    }
  });

  test("loses no key while it is still on its way", async () => {
    let arrive = (): void => undefined;
    const page = await open("editor", { until: new Promise((done) => (arrive = done)) });
    await page.locator("#cell-empty .editor-text").click();
    let typed = "";
    while (!(await page.locator("#cell-empty .monaco-editor").count())) {
      typed += typed.length % 10;
      await page.keyboard.type(typed.at(-1)!);
      if (typed.length === 25) arrive();
    }
    await page.keyboard.type("z");
    // The first may close the list of suggestions.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(typed.length).toBeGreaterThan(20);
    await expect.poll(() => page.textContent("#cell-empty code")).toBe(`${typed}z`);
  });

  test("completes, runs, keeps its undo, and lets the keyboard go", async () => {
    const page = await open("editor");
    await page.waitForSelector(".editor-keyword");
    await page.locator("#cell-empty .editor-text").click();
    await page.waitForSelector("#cell-empty .monaco-editor");
    await page.keyboard.type("select mr from contracts");
    for (const _ of " from contracts") await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+Space");
    await page.waitForSelector(".suggest-widget.visible .monaco-list-row");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.textContent("#cell-empty code")).toBe("select mrr from contracts");
    await expect.poll(() => page.textContent("#commands")).toBe("empty run-and-next | empty leave");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#cell-empty .monaco-editor");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.textContent("#cell-empty code")).toBe("select mr from contracts");
    await page.keyboard.press("Tab");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("section")?.id))
      .not.toBe("cell-empty");
  });
});

describe("the grid", () => {
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.parentElement?.getAttribute("aria-rowindex"));
  const settled = (page: Page, grid: string) =>
    page.waitForSelector(`#${grid} .grid-pending`, { state: "detached" });

  test.each([
    ["million", 1_000_000],
    ["ten", 10_000_000],
  ])("%s: reaches its last row with a constant page", async (grid, rows) => {
    const page = await open("grid");
    await settled(page, grid);
    await page.locator(`#${grid} [role=gridcell]`).first().click();
    await page.keyboard.press("Control+End");
    await settled(page, grid);
    await expect.poll(() => focused(page)).toBe(String(rows + 1));
    await expect
      .poll(() => page.locator(`#${grid} .grid-numbers span`).last().textContent())
      .toBe(String(rows));
    await expect.poll(() => page.locator(`#${grid} [role=gridcell]`).count()).toBeLessThan(120);
    await page.keyboard.press("Control+Home");
    await expect.poll(() => focused(page)).toBe("2");
    await page.locator(`#${grid} .grid-scroll`).hover();
    await page.mouse.wheel(0, 280);
    await page.waitForFunction(
      (id) => document.querySelector(`#${id} .grid-numbers span`)?.textContent === "11",
      grid,
    );
    await page
      .locator(`#${grid} .grid-scroll`)
      .evaluate((element) => (element.scrollTop = element.scrollHeight));
    await page.waitForFunction(
      ([id, last]) =>
        [...document.querySelectorAll(`#${id} .grid-numbers span`)].at(-1)?.textContent === last,
      [grid, String(rows)],
    );
  });

  test("sorts, selects and copies by keyboard", async () => {
    const page = await open("grid");
    await settled(page, "few");
    await page.locator("#few [role=gridcell]").first().click();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator("#few [role=columnheader]").first().getAttribute("aria-sort"))
      .toBe("ascending");
    await page.keyboard.press("ArrowDown");
    await settled(page, "few");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+c");
    await page.getByText("2 rows copied").waitFor();
    await expect.poll(() => clipboard(page)).toBe("000\t0\n001\t7919");
  });

  test("says how much of a huge copy was taken", async () => {
    const page = await open("grid");
    await page.locator("#million [role=gridcell]").first().click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await page.getByText("Only the first 100,000 of 1,000,000 rows").waitFor();
  });

  test("two thousand columns, a failure that can be tried again", async () => {
    const page = await open("grid");
    await settled(page, "wide");
    await page.locator("#wide [role=gridcell]").first().click();
    await page.keyboard.press("End");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-colindex")))
      .toBe("2000");
    await expect.poll(() => page.locator("#wide [role=gridcell]").count()).toBeLessThan(120);
    await page.locator("#failing").getByText("Try again").click();
    await settled(page, "failing");
  });
});

test("a figure is saved as SVG and PNG, and fits a narrow page", async () => {
  const page = await open("figure", { width: 420 });
  for (const form of ["SVG", "PNG"]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: form }).first().click();
    expect((await saved).suggestedFilename()).toBe(`attrition-over-time.${form.toLowerCase()}`);
  }
  await page.getByText("Show data").first().click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
});

test("a stranger's Markdown runs nothing and loads nothing", async () => {
  const page = await open("markdown");
  await page.waitForSelector(".markdown .editor-keyword");
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBe(undefined);
});

describe.each(["light", "dark"])("axe finds nothing serious, %s", (theme) => {
  // axe divides the page into squares of 200 pixels, and ten million rows make many of them.
  test.each(["editor", "grid&only=few", "figure", "markdown"])("%s", async (part) => {
    const page = await open(part, { theme });
    await page.waitForTimeout(800);
    expect(await seriousFindings(page)).toEqual([]);
  });
});

test("nothing was asked of a foreign address, and nothing went wrong", () => {
  expect(sheet.trouble).toEqual([]);
});
