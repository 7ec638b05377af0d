import { beforeAll, describe, expect, test } from "vitest";
import { newCell, ranCell } from "./cells";
import { withEvents } from "./events";
import { visitAgain, type OpenPage } from "./open-page";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

describe("SQL, TypeScript, inputs and prose", () => {
  let open: OpenPage;
  beforeAll(async () => void (open = await withEvents(newNotebook)));

  test("rows of SQL are typed values in code, and code's rows are read by SQL", async () => {
    const { page } = open;
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "Input" }).click();
    await page.getByRole("menuitem", { name: "Slider" }).click();
    const name = page.locator("[data-cell]").first().getByLabel("Name of the result");
    await name.fill("least");
    await name.press("Enter");
    await page.locator("[data-cell] input[type=range]").fill("10");
    await ranCell(
      page,
      "SQL",
      "select user_id, count(*) as n, sum(amount)::decimal(12, 2) as total, max(time) as last from events\nwhere amount >= ${least} group by all order by all",
      "per_user",
    );
    const code = await ranCell(
      page,
      "TypeScript",
      `const rows = [...per_user].map((row) => ({ id: row.user_id, mean: row.total! / row.n! }));
const first = rows[0]?.id ?? "";
const kinds = [typeof per_user.get(0).n, typeof per_user.get(0).total, per_user.get(0).last instanceof Date].join();
kinds`,
    );
    await expect.poll(() => code.locator(".output").textContent()).toContain("number,number,true");
    const back = await ranCell(page, "SQL", "select count(*) as n, round(sum(mean), 4) as total from rows");
    await expect.poll(() => back.getByRole("gridcell").allTextContents()).toContain("7");
    await newCell(page, "Text", "From ${least} on: **${rows.length}** users.");
    await page.keyboard.press("Shift+Enter");
    await page.getByText("From 10 on: 7 users.").waitFor();
  });

  test("a moved slider runs what reads it, through SQL, code, SQL and prose", async () => {
    const { page } = open;
    await page.locator("[data-cell] input[type=range]").first().fill("57");
    await page.getByText("From 57 on: 3 users.").waitFor();
    await expect
      .poll(() => page.locator("[data-cell]").nth(3).getByRole("gridcell").allTextContents())
      .toContain("3");
  });

  test("lazy marks what depends on it and names the reason", async () => {
    const { page } = open;
    await page.getByLabel("Run mode").selectOption("lazy");
    await page.locator("[data-cell] input[type=range]").first().fill("58");
    await page.locator("[data-cell]").nth(1).getByText("least changed").waitFor();
    await page.getByRole("button", { name: "Run other cells" }).click();
    await page.getByRole("button", { name: "All that are stale" }).click();
    await page.getByText("From 58 on: 2 users.").waitFor();
    await page.keyboard.press("Escape");
    await page.getByLabel("Run mode").selectOption("auto");
  });

  test("a cell that is switched off stays as it is, with what depends on it", async () => {
    const { page } = open;
    const code = page.locator("[data-cell]").nth(2);
    await code.click({ position: { x: 4, y: 4 } });
    await code.getByRole("button", { name: /Switch off/ }).click();
    await page.locator("[data-cell]").nth(3).getByText("switched off with").waitFor();
    await page.locator("[data-cell] input[type=range]").first().fill("59");
    await page.locator("[data-cell]").nth(1).getByText("59.25").first().waitFor();
    await code.getByRole("button", { name: "Switch on" }).click();
    await page.getByText("From 59 on: 1 users.").waitFor();
  });

  test("nothing was asked of anybody else, and no rule of the page was broken", () => {
    expect(open.foreign).toEqual([]);
    expect(open.errors).toEqual([]);
  });
});

describe("what code shows", () => {
  let open: OpenPage;
  beforeAll(async () => void (open = await withEvents(newNotebook)));

  test("a chart over a table of the database has a tip, words and its rows", async () => {
    const { page } = open;
    const chart = await ranCell(
      page,
      "TypeScript",
      `const perDay = await sql\`select time::date as day, sum(amount) as total from events where event = \${"buy"} group by all order by all\`;
Plot.plot({ title: "Sales", marks: [Plot.lineY(perDay, { x: "day", y: "total", tip: true })] })`,
    );
    const figure = chart.locator(".output-figure svg").first();
    await figure.waitFor();
    await expect
      .poll(() => chart.locator(".output [role=img]").first().getAttribute("aria-label"))
      .toMatch(/Sales|Line chart/);
    await figure.scrollIntoViewIfNeeded();
    const box = (await figure.boundingBox())!;
    const tip = chart.locator("[aria-label=tip] text").first();
    // A hand moves more than once.
    for (let i = 0; i < 50 && !(await tip.isVisible()); i += 1) {
      await page.mouse.move(box.x + box.width / 2 + i, box.y + box.height / 2);
      await page.waitForTimeout(100);
    }
    await expect.poll(() => tip.textContent()).toContain("total");
    await chart.getByRole("button", { name: "Show data" }).click();
    await expect.poll(() => chart.getByRole("gridcell").count()).toBeGreaterThan(10);
  });

  test("figures are saved as SVG and PNG", async () => {
    const { page } = open;
    for (const kind of ["SVG", "PNG"]) {
      const saving = page.waitForEvent("download");
      await page.locator("[data-cell]").first().getByRole("button", { name: kind }).click();
      expect((await saving).suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    }
  });

  test("values can be opened, console lines stand where they were written", async () => {
    const { page } = open;
    const cell = await ranCell(
      page,
      "TypeScript",
      `console.warn("careful", { deep: { deeper: [1, 2, 3] } });
display(new Map([["a", 1n]]));
({ list: Array.from({ length: 5 }, (_, i) => i * i), when: new Date(0) })`,
    );
    const text = await cell.locator(".output").textContent();
    expect(text).toContain("careful");
    expect(text).toContain("Map(1)");
    expect(text).toContain("1970-01-01");
  });

  test("an error names its line, and goes there", async () => {
    const { page } = open;
    const cell = await ranCell(page, "TypeScript", "const a = 1;\nconst wrong = (a as any).b.c;");
    await expect.poll(() => cell.locator(".error-box").textContent()).toMatch(/undefined.*line 2/s);
    await cell
      .getByRole("button", { name: /line 2/ })
      .first()
      .click();
    await expect.poll(() => page.locator(".monaco-editor").count()).toBe(1);
  });

  test("an import says what is there instead", async () => {
    const { page } = open;
    await newCell(page, "TypeScript", `import _ from "lodash";\n_.chunk([1, 2], 1)`);
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(() => page.locator("[data-cell]").last().locator(".error-box").textContent())
      .toMatch(/lodash.*In scope are Plot, d3, sql/s);
  });

  test("an analysis asked by code gives the numbers that its cell gives", async () => {
    const { page } = open;
    const cell = await ranCell(
      page,
      "TypeScript",
      `const answer = await analyse("attrition", { table: "events", from: "2024-01", to: "2024-02" });
Object.keys(answer as object).sort().join(" ")`,
    );
    await expect.poll(() => cell.locator(".output").textContent()).toMatch(/\w+ \w+/);
  });

  test("the network is not there, and says so", async () => {
    const { page } = open;
    const cell = await ranCell(page, "TypeScript", `await fetch("https://example.org/?secret=1")`);
    await expect.poll(() => cell.locator(".error-box").textContent()).toMatch(/network/);
    expect(open.foreign).toEqual([]);
  });
});

describe("code that does not end", () => {
  let open: OpenPage;
  beforeAll(async () => void (open = await withEvents(newNotebook)));

  test.each([
    ["an endless loop", "while (true) {}"],
    ["a promise that never settles", "await new Promise(() => {})"],
    ["a flood of messages", "while (true) { console.log(1); await 0 }"],
  ])("%s is stopped within a second; everything else is still there", async (_, text) => {
    const { page } = open;
    const good = await ranCell(page, "TypeScript", `display("still here"); `);
    await newCell(page, "TypeScript", text);
    await page.keyboard.press("Control+Enter");
    const bad = page.locator("[data-cell].is-selected");
    await bad.locator(".status-mark.is-running").waitFor();
    await page.waitForTimeout(500);
    const before = Date.now();
    await page.locator(".topbar").getByRole("button", { name: "Stop" }).click();
    await bad.getByText("Stopped", { exact: true }).waitFor();
    // The clock of a busy test machine: the engine's own stop takes milliseconds.
    expect(Date.now() - before).toBeLessThan(3000);
    await expect.poll(() => good.locator(".output").textContent()).toContain("still here");
    const after = await ranCell(page, "TypeScript", "1 + 1");
    await expect.poll(() => after.locator(".output").textContent()).toContain("2");
    await bad.click({ position: { x: 4, y: 4 } });
    await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await page.keyboard.press("d");
  });

  test("values that a stop took are made again when somebody needs them", async () => {
    const { page } = open;
    await ranCell(page, "TypeScript", "const base = 20;");
    await newCell(page, "TypeScript", "for (;;);");
    await page.keyboard.press("Control+Enter");
    await page.locator(".status-mark.is-running").first().waitFor();
    await page.locator(".topbar").getByRole("button", { name: "Stop" }).click();
    await page.locator("[data-cell].is-selected").getByText("Stopped", { exact: true }).waitFor();
    const reader = await ranCell(page, "TypeScript", "base + 3");
    await expect.poll(() => reader.locator(".output").textContent()).toContain("23");
  });
});

describe("files", () => {
  test("what code showed is saved, and shown again before anything runs", async () => {
    const first = await withEvents();
    await ranCell(
      first.page,
      "TypeScript",
      `const total = 41 + 1;
display(Plot.plot({ marks: [Plot.dot([[1, 2], [3, 4]])] }));
({ total })`,
    );
    await first.page.waitForTimeout(1500);
    const again = await visitAgain(first);
    await first.page.close();
    await again.page.reload();
    const cell = again.page.locator("[data-cell]").first();
    await cell.locator("svg circle").first().waitFor();
    await expect.poll(() => cell.locator(".output").textContent()).toContain("total: 42");
    await cell.getByText(/nothing has run here/).waitFor();
  });
});
