import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { dropFiles } from "./open-page";
import { orders } from "./orders";
import { seriousFindings } from "./serious-findings";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

async function openAttrition() {
  const opened = await newNotebook();
  const { page } = opened;
  await dropFiles(page, { name: "orders.csv", text: orders });
  await page.getByRole("heading", { name: /^orders/ }).waitFor();
  await page.locator(".offer", { has: page.getByText("Attrition", { exact: true }) }).click();
  await page.locator(".verdict-sentence").waitFor();
  return opened;
}

/** Its menu opens on the kinds of files, and Enter saves. */
async function exportByKeyboard(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "CSV" }).waitFor();
  await page.keyboard.press("Enter");
}

test("the customers behind the number, by keyboard: list, file, query, and back", async () => {
  const { page, foreign, errors } = await openAttrition();
  // January's ann, bob and cid: bob is not back in February.
  const number = page.locator(".verdict-number .counted");
  await number.focus();
  await page.keyboard.press("Enter");
  const panel = page.locator(".customers");
  await panel.getByText("1 customer", { exact: true }).waitFor();
  await expect.poll(() => panel.getByRole("gridcell").allTextContents()).toContain("bob");
  expect(await seriousFindings(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    exportByKeyboard(page, panel.getByRole("button", { name: "Export" })),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const [header, ...rows] = text.split("\r\n");
  expect(header).toMatch(/^\ufeffcustomer,/);
  expect(rows.filter(Boolean)).toHaveLength(1);
  expect(rows[0]).toMatch(/^bob,/);
  await page.getByText(/is saved: 1 row/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  // The next kind of file is XLSX, one arrow further.
  await page.keyboard.press("ArrowRight");
  const [workbook] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(workbook.suggestedFilename()).toMatch(/^attrition-.*\.xlsx$/);
  expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe("PK");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);

  await panel.focus();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: "Open as SQL cell" }).click();
  const rowsOfCell = page.locator(".cell.is-sql [role='grid']");
  await rowsOfCell.waitFor();
  await expect.poll(() => rowsOfCell.getAttribute("aria-rowcount")).toBe("2");
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});

test("a mark of a figure and a cell of a table ask too; another run closes the list", async () => {
  const { page, errors } = await openAttrition();
  const bar = page.locator(".figure-drawing svg [aria-label='bar'] rect").first();
  await bar.hover();
  await bar.click({ force: true });
  const panel = page.locator(".customers");
  await panel.getByText("3 customers", { exact: true }).waitFor();

  // By keyboard: the figure is one stop, arrows go from bar to bar, Enter lists, Escape goes back to the bar.
  const mark = page.locator(".figure-mark").first();
  await mark.focus();
  const start = await mark.boundingBox();
  const name = await mark.getAttribute("aria-label");
  await page.keyboard.press("ArrowRight");
  const lost = await mark.boundingBox();
  expect(lost!.x).toBeGreaterThan(start!.x + 20);
  await expect.poll(() => mark.getAttribute("aria-label")).not.toBe(name);
  await expect
    .poll(() => page.locator(".figure-stage [role='status']").first().textContent())
    .toBe(await mark.getAttribute("aria-label"));
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await panel.getByText("1 customer", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await expect.poll(() => mark.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.getByRole("button", { name: "Show data" }).first().click();
  await page.locator(".figure-table .counted", { hasText: "2" }).first().click();
  await panel.getByText("2 customers", { exact: true }).waitFor();

  await page.getByRole("combobox", { name: "Length of the period" }).selectOption("week");
  await panel.waitFor({ state: "detached" });
  expect(errors).toEqual([]);
});
