import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cell } from "../../../src/cells/model";
import { openSheet, type OpenSheet } from "../open-sheet";
import { seriousFindings } from "../serious-findings";

/** Inputs and the outline on their sheets, over the real session, by pointer and by keyboard. */
let sheet: OpenSheet;
beforeAll(async () => void (sheet = await openSheet("parts")));
afterAll(() => sheet.close());

async function open(query: string, { width = 1100, locale = "en-GB" } = {}): Promise<Page> {
  const page = await sheet.newPage({ viewport: { width, height: 1000 }, locale });
  await page.goto(`${sheet.url}index.html?${query}`);
  await page.waitForSelector(".input-row, .outline");
  return page;
}

const cellOf = (page: Page, name: string): Locator => page.locator(`[data-cell="in-${name}"]`);

async function held(page: Page, name: string): Promise<Extract<Cell, { kind: "input" }>> {
  const cells = await page.evaluate(() => (window as never as { inputsNow: () => Cell[] }).inputsNow());
  const found = cells.find((cell) => cell.kind === "input" && cell.name === name);
  if (found?.kind !== "input") throw new Error(`no input: ${name}`);
  return found;
}

const node = (page: Page, label: string): Locator =>
  page.locator(".node", { has: page.locator(`.node-label:text-is("${label}")`) });

const value = async (page: Page, name: string) => (await held(page, name)).value;

describe("the controls", () => {
  test("a slider is moved by keys and by its number, which must fit", async () => {
    const page = await open("part=input");
    const cell = cellOf(page, "level");
    await cell.getByRole("slider", { name: "Orders at least" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => value(page, "level")).toBe(26);
    await page.keyboard.press("End");
    await expect.poll(() => value(page, "level")).toBe(100);
    const exact = cell.getByRole("spinbutton", { name: "Orders at least, exact" });
    await exact.fill("300");
    await expect.poll(() => cell.textContent()).toContain("Only from 0 to 100.");
    await expect.poll(() => value(page, "level")).toBe(100);
    await exact.fill("2.5");
    await expect.poll(() => cell.textContent()).toContain("Only in steps of 1.");
    await exact.fill("");
    await expect.poll(() => cell.textContent()).toContain("A number is needed here.");
    await exact.fill("30");
    await expect.poll(() => value(page, "level")).toBe(30);
    await expect.poll(() => cell.locator(".is-fault").count()).toBe(0);
  });

  test("a slider that is dragged tells every value on the way", async () => {
    const page = await open("part=input");
    const box = (await cellOf(page, "share").getByRole("slider").boundingBox())!;
    const at = (share: number) => [box.x + 9 + share * (box.width - 18), box.y + box.height / 2] as const;
    await page.mouse.move(...at(0.4));
    await page.mouse.down();
    const seen = new Set<unknown>();
    for (let share = 0.4; share < 0.81; share += 0.05) {
      await page.mouse.move(...at(share));
      seen.add(await value(page, "share"));
    }
    await page.mouse.up();
    expect(seen.size).toBeGreaterThan(6);
    await expect.poll(() => value(page, "share")).toBeCloseTo(0.8, 1);
  });

  test("numbers, texts and checkboxes are sent with each key", async () => {
    const page = await open("part=input");
    await page.getByLabel("Price in euro", { exact: true }).fill("1e2");
    await expect.poll(() => value(page, "amount")).toBe(100);
    await page.getByLabel("Price in euro", { exact: true }).fill("");
    await expect.poll(() => value(page, "amount")).toBe(null);
    await page.getByLabel("Customer contains", { exact: true }).focus();
    await page.keyboard.press("End");
    await page.keyboard.type(" dd");
    await expect.poll(() => value(page, "words")).toBe("gmbh dd");
    await page.getByLabel("With trial customers", { exact: true }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => value(page, "included")).toBe(false);
  });

  test("a choice that is gone stays until another is made", async () => {
    const page = await open("part=input");
    const cell = cellOf(page, "old_plan");
    await expect.poll(() => cell.textContent()).toContain("No longer among the choices: “enterprise”");
    await expect.poll(() => value(page, "old_plan")).toBe("enterprise");
    await cell.locator("select").selectOption("basic");
    await expect.poll(() => value(page, "old_plan")).toBe("basic");
    await expect.poll(() => cell.textContent()).not.toContain("enterprise");
    await cell.locator("select").selectOption("");
    await expect.poll(() => value(page, "old_plan")).toBe(null);
  });

  test("several are chosen by first letters and the space bar, by all and by none", async () => {
    const page = await open("part=input");
    const cell = cellOf(page, "cities");
    await cell.locator("[data-control]").focus();
    await page.keyboard.type("b");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.parentElement?.textContent))
      .toBe("Berlin");
    await page.keyboard.type("r");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.parentElement?.textContent))
      .toBe("Bremen");
    await page.keyboard.press("Space");
    await expect.poll(() => value(page, "cities")).toEqual(["Ulm", "Bonn", "Bremen", "Kiel"]);
    await page.keyboard.press("End");
    await page.keyboard.press("Space");
    await expect.poll(() => value(page, "cities")).toEqual(["Ulm", "Bonn", "Bremen"]);
    await expect.poll(() => cell.locator("input[tabindex='0']").count()).toBe(1);
    await cell.getByRole("button", { name: "None" }).click();
    await expect.poll(() => value(page, "cities")).toEqual([]);
    await cell.getByRole("button", { name: "All" }).click();
    await expect.poll(() => value(page, "cities")).toHaveLength(10);
    await expect.poll(() => cell.textContent()).toContain("10 of 10 chosen");
  });

  test("days are taken when they are whole, periods when they run forward", async () => {
    const page = await open("part=input");
    const day = page.getByLabel("Since", { exact: true });
    await day.focus();
    await page.keyboard.type("05062025");
    const typed = await value(page, "day");
    expect(["2025-06-05", "2025-05-06"]).toContain(typed);
    await day.fill("2023-12-31");
    await expect.poll(() => value(page, "day")).toBe(typed);
    await day.fill("");
    await expect.poll(() => value(page, "day")).toBe(null);
    const cell = cellOf(page, "period");
    await page.getByLabel("Period, last day").fill("2024-02-01");
    await expect.poll(() => cell.textContent()).toContain("The last day lies before the first.");
    await expect.poll(() => value(page, "period")).toEqual(["2024-03-01", "2024-03-31"]);
    await page.getByLabel("Period, first day").fill("2024-01-15");
    await expect.poll(() => value(page, "period")).toEqual(["2024-01-15", "2024-02-01"]);
  });

  test("columns and tables that are not there are said, not replaced", async () => {
    const page = await open("part=input");
    await expect
      .poll(() => cellOf(page, "old_measure").textContent())
      .toContain("“orders” has no column “cost” now.");
    await expect
      .poll(() => cellOf(page, "no_measure").textContent())
      .toContain("There is no table “visits” now.");
    await cellOf(page, "measure").locator("select").selectOption("city");
    await expect.poll(() => value(page, "measure")).toBe("city");
    await expect.poll(() => value(page, "no_measure")).toBe("n");
  });
});

describe("the settings", () => {
  test("are taken over when a field is left; the value follows what still fits", async () => {
    const page = await open("part=input");
    const cell = cellOf(page, "level");
    await cell.getByRole("button", { name: "Settings of Orders at least" }).click();
    const settings = cell.getByRole("group", { name: "Settings of Orders at least" });
    await settings.getByLabel("To", { exact: true }).fill("10");
    await expect.poll(() => value(page, "level")).toBe(25);
    await page.keyboard.press("Tab");
    expect(await held(page, "level")).toMatchObject({ value: 10, control: { max: 10 } });
    await settings.getByLabel("From").fill("50");
    await page.keyboard.press("Tab");
    await expect.poll(() => settings.textContent()).toContain("The beginning must not lie above the end.");
    expect(await held(page, "level")).toMatchObject({ control: { min: 0 } });
    await settings.getByLabel("Label").fill("Level");
    await page.keyboard.press("Enter");
    expect((await held(page, "level")).label).toBe("Level");
    await cell.getByLabel("Kind").selectOption("Number");
    expect(await held(page, "level")).toMatchObject({
      value: 10,
      control: { form: "number", min: 0, max: 10, step: 1 },
    });
    await cell.getByLabel("Kind").selectOption("Date");
    expect(await held(page, "level")).toMatchObject({ value: null, control: { form: "date" } });
  });

  test("take choices a line each, or from a query, whose error is shown", async () => {
    const page = await open("part=input");
    const cell = cellOf(page, "empty");
    await cell.getByRole("button", { name: "Add choices" }).click();
    await cell.getByLabel("One choice on each line").fill("  small \n\nlarge\nsmall");
    await cell.getByLabel("Label").focus();
    await cell.locator("select[data-control], .input-choice").selectOption("large");
    expect(await held(page, "empty")).toMatchObject({
      value: "large",
      control: { options: { from: "list", values: ["small", "large"] } },
    });
    await cell.getByLabel("from a query").check();
    await cell.getByLabel("A query; its first column holds the choices").fill("from nowhere");
    await page.keyboard.press("Control+Enter");
    await cell.locator(".error-box").waitFor();
    await expect.poll(() => value(page, "empty")).toBe("large");
    await cell.getByLabel("from a list").check();
    await expect.poll(() => cell.locator(".error-box").count()).toBe(0);
    expect(await held(page, "empty")).toMatchObject({ control: { options: { values: ["small", "large"] } } });
  });
});

describe("by keyboard", () => {
  test("the menu inserts an input under a free name, and the control has the focus", async () => {
    const page = await open("part=input");
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "Input" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("p");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Period");
    await page.keyboard.press("Enter");
    expect(await held(page, "period_2")).toMatchObject({ control: { form: "date-range" }, value: null });
    const at = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(at).toBe("period_2, first day");
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-cell")))
      .toBe(true);
  });

  test("a new column is one of the only table's", async () => {
    const page = await open("part=input");
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "Input" }).click();
    await page.getByRole("menuitem", { name: "Column" }).click();
    expect(await held(page, "measure_2")).toMatchObject({ control: { form: "column", table: "orders" } });
  });

  test("Escape closes the menu and gives the focus back", async () => {
    const page = await open("part=input");
    const button = page.locator(".insert-bar.is-always").getByRole("button", { name: "Input" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("menuitem").count()).toBe(10);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menuitem").count()).toBe(0);
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("the outline is gone through along its lines", async () => {
    const page = await open("part=outline");
    const focused = () =>
      page.evaluate(() => document.activeElement?.querySelector(".node-label")?.textContent);
    await node(page, "level").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focused()).toBe("daily");
    await expect
      .poll(() => page.locator(".node.is-lit .node-label").allTextContents())
      .toEqual(expect.arrayContaining(["events", "level", "by_plan", "total, shares", "broken"]));
    await expect.poll(() => page.locator(".node.is-dim .node-label").allTextContents()).toContain("period");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focused()).toBe("by_plan");
    await page.keyboard.press("ArrowLeft");
    expect(["customers", "daily"]).toContain(await focused());
    await page.keyboard.press("Home");
    await expect.poll(() => focused()).toBe("events");
    await node(page, "by_plan").press("Enter");
    expect(await page.evaluate(() => (window as never as { outlineNow: () => string }).outlineNow())).toBe(
      "by_plan",
    );
    const said = await node(page, "daily").textContent();
    expect(said).toContain("reads events, level; read by by_plan, total, shares");
  });
});

test.each([
  ["part=input&theme=light", 1100],
  ["part=input&theme=dark&lang=ru", 420],
  ["part=outline&theme=light", 1300],
  ["part=outline&theme=dark&lang=ru", 420],
])("%s is accessible at %i pixels and scrolls nowhere sideways", async (query, width) => {
  const page = await open(query, { width });
  for (const settings of await page.locator(".input-row > .button").all()) await settings.click();
  expect(await seriousFindings(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test("nothing went wrong unseen", () => {
  expect(sheet.trouble).toEqual([]);
});
