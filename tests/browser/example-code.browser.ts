import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { levers } from "../../examples/notebooks/levers";
import type { Notebook } from "../../src/cells/model";
import type { Database } from "../../src/engine";
import { openTestDatabase } from "../engine/open-database";
import { openStory, runNotebook } from "../examples/open-example";
import { write } from "./cells";
import { openPage, type OpenPage } from "./open-page";

/** Nothing waits and nothing runs, and everything that can run has a result of its present text. */
async function settled(page: Page): Promise<void> {
  await page.locator('[data-cell="look-at"] .status-mark.is-fresh').waitFor({ timeout: 60_000 });
  await page.locator('[data-cell="verdict"] .status-mark.is-fresh').waitFor();
  await page
    .locator("[data-cell] .status-mark:not(.is-fresh)")
    .first()
    .waitFor({ state: "detached", timeout: 60_000 });
}

const verdictOf = async (page: Page) =>
  ((await page.locator('[data-cell="verdict"] .markdown').textContent()) ?? "").replace(/\s+/g, " ");

/** What the prose has to say, as DuckDB in Node counts it with the same queries. */
async function counted(database: Database, notebook: Notebook) {
  const found = await runNotebook(database, notebook);
  const part = (did: string) => {
    const rows = found.get("by-part")!.filter((row) => row.did === did);
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
    return { of: sum("accounts"), percent: Math.round((1000 * sum("stayed")) / sum("accounts")) / 10 };
  };
  return { doers: part("true"), others: part("false") };
}

function withValue(notebook: Notebook, id: string, value: number): Notebook {
  const cells = notebook.cells.map((cell) =>
    cell.id === id && cell.kind === "input" ? { ...cell, value } : cell,
  );
  return { ...notebook, cells };
}

describe("the example of SQL and TypeScript", () => {
  let open: OpenPage;
  let database: Database;
  let notebook: Notebook;
  beforeAll(async () => {
    database = await openTestDatabase();
    notebook = await openStory(database, levers);
    open = await openPage();
    await open.page.locator(".welcome-example").nth(4).click();
    await settled(open.page);
    return () => database.close();
  });

  test("every cell ends well", async () => {
    const { page } = open;
    await expect.poll(() => page.locator("[data-cell]").count()).toBe(notebook.cells.length);
    await expect.poll(() => page.locator(".error-box").allTextContents()).toEqual([]);
    const marks = await page.locator("[data-cell] .status-mark.is-fresh").count();
    const runs = notebook.cells.filter(({ kind }) => ["sql", "typescript", "analysis"].includes(kind)).length;
    expect(marks).toBeGreaterThanOrEqual(runs);
    for (const chart of ["compared-chart", "bootstrap-chart", "curve", "by-part-chart"])
      await expect
        .poll(() => page.locator(`[data-cell="${chart}"] .output svg`).count(), { message: chart })
        .toBeGreaterThan(0);
    await expect.poll(() => page.locator('[data-cell="pictogram"] figure circle').count()).toBe(200);
  });

  test("the numbers in its prose are those of DuckDB", async () => {
    const { doers, others } = await counted(database, notebook);
    const verdict = await verdictOf(open.page);
    expect(verdict).toContain(`of ${doers.of} accounts that did it, ${doers.percent}% were`);
    expect(verdict).toContain(`of ${others.of} that did not, ${others.percent}%.`);
    expect(verdict).toContain("who did it stayed more often");
  });

  test("a moved slider changes the charts and the prose, to what DuckDB counts", async () => {
    const { page } = open;
    const chart = page.locator('[data-cell="compared-chart"] .output [role=img] svg').last();
    const before = await chart.innerHTML();
    await page.locator('[data-cell="window-days"] input[type=range]').fill("6");
    await expect.poll(() => verdictOf(page), { timeout: 30_000 }).toContain("in the first 6 days");
    await settled(page);
    const { doers, others } = await counted(database, withValue(notebook, "window-days", 6));
    expect(doers.of).not.toBe(192);
    const verdict = await verdictOf(page);
    expect(verdict).toContain(`of ${doers.of} accounts that did it, ${doers.percent}% were`);
    expect(verdict).toContain(`of ${others.of} that did not, ${others.percent}%.`);
    await expect.poll(() => chart.innerHTML()).not.toBe(before);
  });

  test("a control made in code moves every interval", async () => {
    const { page } = open;
    await page.locator('[data-cell="confidence"] .output select').selectOption("99");
    await expect.poll(() => verdictOf(page), { timeout: 30_000 }).toContain("(99% interval from");
    await settled(page);
    await expect.poll(() => page.locator(".error-box").allTextContents()).toEqual([]);
  });

  test("nothing was asked of anybody else, and no rule of the page was broken", () => {
    expect(open.foreign).toEqual([]);
    expect(open.errors).toEqual([]);
  });
});

test("in Russian and without a mouse: from the empty page to an example that ends well, a moved input and a cell that ran", async () => {
  const { page, errors } = await openPage({ locale: "ru-RU" });
  const fourth = page.locator(".welcome-example").nth(4);
  await fourth.waitFor();
  for (let i = 0; i < 40 && !(await fourth.evaluate((card) => card === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect.poll(() => page.locator(".error-box").allTextContents()).toEqual([]);
  await expect
    .poll(() => page.locator('[data-cell="compared-chart"] .output').textContent())
    .toContain("не сделали");
  await expect.poll(() => verdictOf(page)).toMatch(/из 192 компаний.*86,5\s%.*из 142.*70,4\s%/);

  const isSelected = (id: string) =>
    page
      .locator(`[data-cell="${id}"]`)
      .evaluate((cell) => cell.classList.contains("is-selected") && cell === document.activeElement);
  for (let i = 0; i < 80 && !(await page.evaluate(() => document.activeElement?.matches("[data-cell]"))); i++)
    await page.keyboard.press("Tab");
  for (let i = 0; i < 40 && !(await isSelected("window-days")); i++) await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => verdictOf(page), { timeout: 30_000 }).toContain("в первые 15 дн.");
  await page.keyboard.press("Escape");
  await expect.poll(() => isSelected("window-days")).toBe(true);
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await write(page, "select 40 + 2 as answer");
  await page.keyboard.press("Control+Enter");
  const fresh = page.locator("[data-cell].is-selected");
  await fresh.locator(".status-mark.is-fresh").waitFor();
  await expect.poll(() => fresh.getByRole("gridcell").allTextContents()).toContain("42");
  expect(errors).toEqual([]);
});
