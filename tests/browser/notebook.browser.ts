import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { newCell, write } from "./cells";
import { dropFiles, type OpenPage } from "./open-page";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const events = `user_id,time,event
1,2024-01-03 10:00:00,buy
1,2024-02-10 11:00:00,buy
2,2024-01-20 12:00:00,login
`;

const newQuery = (page: Page, text: string) => newCell(page, "SQL", text);

describe("cells and keys", () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await newNotebook();
    await dropFiles(open.page, { name: "events.csv", text: events });
    await open.page.getByRole("heading", { name: /^events/ }).waitFor();
  });

  test("a query is written, run with Shift+Enter, named, and read by another", async () => {
    const { page } = open;
    await newQuery(page, "select user_id, count(*) as n from events group by all order by all");
    await page.keyboard.press("Shift+Enter");
    const first = page.locator("[data-cell]").first();
    await first.locator(".status-mark.is-fresh").waitFor();
    await expect
      .poll(() => first.getByRole("gridcell").allTextContents())
      .toEqual(expect.arrayContaining(["1", "2"]));
    const name = first.getByLabel("Name of the result");
    await name.fill("per_user");
    await name.press("Enter");

    // Shift+Enter on the last cell made a new one below.
    const second = page.locator("[data-cell]").nth(1);
    await second.click();
    await page.keyboard.press("Enter");
    await write(page, "select sum(n) as total from per_user");
    await page.keyboard.press("Control+Enter");
    await second.locator(".status-mark.is-fresh").waitFor();
    await expect.poll(() => second.getByRole("gridcell").allTextContents()).toContain("3");
  });

  test("a change runs what depends on it", async () => {
    const { page } = open;
    const first = page.locator("[data-cell]").first();
    await first.locator(".editor-preview, .monaco-editor").first().click();
    await page.keyboard.press("Control+A");
    await write(page, "select user_id, 10 as n from events group by all");
    await page.keyboard.press("Control+Enter");
    const second = page.locator("[data-cell]").nth(1);
    await expect.poll(() => second.getByRole("gridcell").allTextContents()).toContain("20");
  });

  test("an error stands at its line and says the way out", async () => {
    const { page } = open;
    await newQuery(page, "select user_id,\n  nonsense\nfrom events");
    await page.keyboard.press("Control+Enter");
    const box = page.locator(".error-box");
    await box.waitFor();
    await expect.poll(() => box.textContent()).toMatch(/nonsense.*line 2, column 3/s);
  });

  test("a cell cannot change what was loaded", async () => {
    const { page } = open;
    await page.keyboard.press("Control+A");
    await write(page, "drop table events");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => page.locator(".error-box").textContent()).toMatch(/DROP/);
    await page.keyboard.press("Control+A");
    await write(page, "select count(*) as n from events");
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(() => page.locator("[data-cell]").last().getByRole("gridcell").allTextContents())
      .toContain("3");
  });

  test("Esc, A, B, J, K, M, Y, D D and Z do what hands expect", async () => {
    const { page } = open;
    const count = () => page.locator("[data-cell]").count();
    const selected = () => page.locator("[data-cell].is-selected").getAttribute("data-cell");
    const before = await count();
    await page.keyboard.press("Escape");
    const here = await selected();
    await page.keyboard.press("b");
    await expect.poll(() => count()).toBe(before + 1);
    await expect.poll(() => selected()).not.toBe(here);
    await page.keyboard.press("k");
    await expect.poll(() => selected()).toBe(here);
    await page.keyboard.press("a");
    await expect.poll(() => count()).toBe(before + 2);
    await page.keyboard.press("j");
    await expect.poll(() => selected()).toBe(here);
    await page.keyboard.press("m");
    await expect.poll(() => page.locator("[data-cell].is-selected.is-markdown").count()).toBe(1);
    await page.keyboard.press("y");
    await expect.poll(() => page.locator("[data-cell].is-selected.is-sql").count()).toBe(1);
    await page.keyboard.press("d");
    await expect.poll(() => count()).toBe(before + 2);
    await page.keyboard.press("d");
    await expect.poll(() => count()).toBe(before + 1);
    await page.keyboard.press("z");
    await expect.poll(() => count()).toBe(before + 2);
    await expect.poll(() => page.locator(`[data-cell="${here}"]`).count()).toBe(1);
  });

  test("Alt+Enter runs and opens a new cell below", async () => {
    const { page } = open;
    const before = await page.locator("[data-cell]").count();
    await page
      .locator("[data-cell]")
      .first()
      .click({ position: { x: 4, y: 4 } });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Alt+Enter");
    await expect.poll(() => page.locator("[data-cell]").count()).toBe(before + 1);
    await expect.poll(() => page.locator("[data-cell].is-editing").count()).toBe(1);
  });

  test("a name given twice and a circle are said by name", async () => {
    const page = (await newNotebook()).page;
    await dropFiles(page, { name: "events.csv", text: events });
    await page.getByRole("heading", { name: /^events/ }).waitFor();
    for (const [i, text] of ["select * from b", "select * from a"].entries()) {
      await newQuery(page, text);
      await page.keyboard.press("Escape");
      const name = page.locator("[data-cell]").nth(i).getByLabel("Name of the result");
      await name.fill(["a", "b"][i]!);
      await name.press("Enter");
    }
    await page.getByRole("button", { name: "Run all" }).click();
    await expect.poll(() => page.locator(".error-box").first().textContent()).toMatch(/a → b/);
    const second = page.locator("[data-cell]").nth(1).getByLabel("Name of the result");
    await second.fill("a");
    await second.press("Enter");
    await page.getByRole("button", { name: "Run all" }).click();
    await expect.poll(() => page.locator(".error-box").first().textContent()).toMatch(/“a” is given twice/);
  });
});

describe("large results and long queries", () => {
  test("a million rows scroll to the last one and sort", async () => {
    const { page } = await newNotebook();
    await page.getByRole("button", { name: /empty notebook/ }).click();
    await write(page, "select range as n, (range * 7919) % 1000003 as m from range(1000000)");
    await page.keyboard.press("Control+Enter");
    const grid = page.getByRole("grid");
    await grid.waitFor({ timeout: 60_000 });
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toMatch(/^100000[01]$/);
    await page.getByRole("gridcell").first().click();
    await page.keyboard.press("Control+End");
    await expect.poll(() => page.getByRole("gridcell").allTextContents()).toContain("999999");
  });

  test("stop ends a query that would run for hours, and everything else is still there", async () => {
    const { page, errors } = await newNotebook();
    await dropFiles(page, { name: "events.csv", text: events });
    await page.getByRole("heading", { name: /^events/ }).waitFor();
    await newQuery(page, "select count(*) as n from events");
    await page.keyboard.press("Control+Enter");
    await page.locator("[data-cell]").first().locator(".status-mark.is-fresh").waitFor();
    await page.keyboard.press("Escape");
    await newQuery(page, "select sum(a.range * b.range % 7) from range(10000000) a, range(10000000) b");
    await page.keyboard.press("Control+Enter");
    await page.locator(".status-mark.is-running").waitFor();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page.locator(".status-mark.is-running").waitFor({ state: "detached", timeout: 3000 });
    const second = page.locator("[data-cell]").nth(1);
    await expect.poll(() => second.locator(".error-box").textContent()).toMatch(/Stopped|started again/);
    // The data is read again if the engine had to be replaced; either way the first cell can run.
    await page.locator("[data-cell]").first().getByRole("button", { name: /^Run/ }).click();
    await expect
      .poll(() => page.locator("[data-cell]").first().locator(".status-mark").getAttribute("class"), {
        timeout: 30_000,
      })
      .toMatch(/is-fresh/);
    expect(errors).toEqual([]);
  });
});

describe("a notebook of three texts", () => {
  const notebook = (...texts: readonly string[]) =>
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: texts.map((source, i) => ({ cell_type: "markdown", id: `text-${i}`, metadata: {}, source })),
    });
  const ids = (page: Page) =>
    page
      .locator("[data-cell]")
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell));

  async function opened() {
    const open = await newNotebook();
    await dropFiles(open.page, { name: "ours.ipynb", text: notebook("One", "Two", "Three") });
    await open.page.locator("[data-cell]").nth(2).waitFor();
    return open;
  }

  test("a cell is dragged below another by its handle, let go with Esc it stays, and undo brings it back", async () => {
    const { page, errors } = await opened();
    const [one, two, three] = await ids(page);
    const cell = (id?: string) => page.locator(`[data-cell="${id}"]`);
    const take = async (id?: string) => {
      await cell(id).hover();
      await cell(id).locator(".drag-handle").hover();
      await page.mouse.down();
      const { x, y, height } = (await cell(three).boundingBox())!;
      await page.mouse.move(x + 20, y + height + 4, { steps: 4 });
      await page.locator(".drop-line").waitFor();
    };
    await take(one);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect.poll(() => ids(page)).toEqual([one, two, three]);
    await take(one);
    await page.mouse.up();
    await expect.poll(() => ids(page)).toEqual([two, three, one]);
    await expect.poll(() => page.locator(".drop-line").count()).toBe(0);
    await page.keyboard.press("z");
    await expect.poll(() => ids(page)).toEqual([one, two, three]);
    expect(errors).toEqual([]);
  });

  test("beside another file one of its cells is taken over, the others stay, and it can be taken back", async () => {
    const { page, errors } = await opened();
    await page.getByRole("button", { name: "Save as, compare…" }).click();
    await page.getByRole("button", { name: "Compare with a file…" }).click();
    const dialog = page.getByRole("dialog", { name: "Compare notebooks" });
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "Choose a file…" }).click();
    const text = notebook("One", "Two, theirs", "Three, theirs");
    const file = { name: "theirs.ipynb", mimeType: "application/json", buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    await dialog.getByText("Cells: 2 changed").waitFor();
    const take = dialog.getByRole("button", { name: /^Take the cell over/ });
    await take.first().click();
    await dialog.getByText("Cells: 1 changed").waitFor();
    await expect.poll(() => take.count()).toBe(1);
    const texts = () => page.locator("[data-cell]").allInnerTexts();
    const says = (...wanted: readonly string[]) =>
      expect.poll(async () => (await texts()).map((said) => said.trim())).toEqual(wanted);
    await says("One", "Two, theirs", "Three");
    await dialog.getByRole("button", { name: /^Undo/ }).click();
    await dialog.getByText("Cells: 2 changed").waitFor();
    await says("One", "Two", "Three");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });
});
