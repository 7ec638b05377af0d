import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openSheet, type OpenSheet } from "../open-sheet";
import { delayTypes, edit, moveTo, stateOf } from "./typed-cells";

/** TypeScript cells that know each other and the columns of a table, on the parts page, under Ebb's security policy. */
let sheet: OpenSheet;
beforeAll(async () => void (sheet = await openSheet("parts")));
afterAll(() => sheet.close());

async function open(query = "", typesLate = 0): Promise<Page> {
  const page = await sheet.newPage({ viewport: { width: 1280, height: 1400 } });
  if (typesLate) await page.addInitScript(delayTypes, typesLate);
  await page.goto(`${sheet.url}index.html?part=types${query}`);
  await page.waitForSelector(".editor-keyword");
  return page;
}

/** TypeScript is dear to load: most tests share one page, and each begins with the next notebook in it. */
let shared: Page;
let untouched: unknown;
let isSpoilt = false;
beforeAll(async () => {
  shared = await open();
  untouched = await stateOf(shared);
});
afterEach(({ task }) => void (isSpoilt ||= task.result?.state === "fail"));

/** A notebook that nobody has touched, which looks as it does on a page just loaded. */
async function openNext(): Promise<Page> {
  if (isSpoilt) await shared.reload();
  isSpoilt = false;
  await shared.waitForSelector(".editor-keyword");
  await shared.evaluate(() =>
    (window as unknown as { openNextNotebook: () => Promise<void> }).openNextNotebook(),
  );
  await soon(() => stateOf(shared)).toEqual(untouched);
  return shared;
}

/** A busy machine may take its time. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

const problems = (page: Page, cell: string) => page.locator(`#problems-${cell} li`).allTextContents();
const textOf = async (page: Page, cell: string): Promise<string> =>
  JSON.parse((await page.textContent("#texts"))!)[cell];
const suggestions = (page: Page) =>
  page.locator(".suggest-widget.visible .monaco-list-row .label-name").allTextContents();

/** Time the page's own thread works for a key, in ms (the median of 40): script, style, layout, paint. */
async function workOfKeys(page: Page, cell: string): Promise<number> {
  await edit(page, cell);
  await page.waitForTimeout(4000);
  const tasks = await page.context().newCDPSession(page);
  await tasks.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await tasks.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")!.value * 1000;
  };
  const ms: number[] = [];
  for (let i = 0; i < 40; i++) {
    const before = await worked();
    await page.keyboard.press("a");
    await page.waitForTimeout(80);
    ms.push((await worked()) - before);
  }
  await soon(() => page.textContent("#texts")).toContain("a".repeat(40));
  return ms.sort((a, b) => a - b)[ms.length / 2]!;
}

describe("types in the editor", () => {
  test("nothing of TypeScript is fetched before a TypeScript cell is edited", async () => {
    sheet.asked.length = 0;
    const page = await open();
    await edit(page, "sql");
    await page.waitForTimeout(500);
    expect(sheet.asked.filter((address) => address.includes("language-worker"))).toEqual([]);
    await page.keyboard.press("Escape");
    await edit(page, "one");
    await soon(() => sheet.asked.filter((address) => address.includes("language-worker")).length).toBe(1);
  });

  test("a column renamed upstream underlines its use in cells nobody edits", async () => {
    const page = await openNext();
    await edit(page, "one");
    await page.waitForTimeout(3000);
    expect(await problems(page, "two")).toEqual([]);
    await page.getByText("rename column").click();
    await soon(() => problems(page, "two")).toEqual([
      expect.stringMatching(/^3:8 Property 'price' does not exist on type/),
    ]);
    await soon(() => problems(page, "three")).toEqual([
      `1:43 no such column: price. There are: user_id, amount, paid at`,
    ]);
    await expect.poll(() => page.locator("#cell-two .editor-mark-error").count()).toBe(1);
  });

  test("hover shows the row of a table", async () => {
    const page = await openNext();
    await edit(page, "two");
    await moveTo(page, 1, 15);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    const shown = page.locator(".monaco-hover:visible");
    await soon(() => shown.textContent().catch(() => "")).toContain("paid at");
    expect((await shown.textContent())!.replace(/\s+/g, " ")).toContain("price: number | null");
  });

  test("completion: members, columns, other cells, Plot's options, with their documentation", async () => {
    const page = await openNext();
    await edit(page, "two");
    await page.keyboard.type("\nfirst.");
    await soon(() => suggestions(page)).toEqual(["paid at", "price", "user_id"]);
    await expect.poll(() => page.locator(".suggest-widget.visible").textContent()).toContain("price");
    await page.keyboard.press("Escape");
    await page.keyboard.type("price;\ntot");
    await soon(() => suggestions(page)).toContain("total");
    await page.keyboard.press("Enter");
    await page.keyboard.type(';\nPlot.dot(orders, { x: "');
    await soon(() => suggestions(page)).toEqual(["user_id", "price", "paid at"]);
    await page.keyboard.press("Escape");
    await page.keyboard.type('price", symb');
    await soon(() => suggestions(page)).toContain("symbol");
    await expect.poll(() => textOf(page, "two")).toContain("first?.price;\nfirst.price;\ntotal;\nPlot.dot(");
  });

  test("completion: who types on before an answer comes is shown what fits the word at the caret", async () => {
    const page = await open("", 700);
    await edit(page, "two");
    // The first answer waits for all of TypeScript's libraries.
    await page.keyboard.type("\nfirst.");
    await soon(() => suggestions(page)).toEqual(["paid at", "price", "user_id"]);
    await page.keyboard.press("Escape");
    await page.keyboard.type("price + tot");
    await soon(() => suggestions(page)).toContain("total");
    await page.keyboard.press("Escape");
    await page.keyboard.type("al + first.price + tot");
    await soon(() => suggestions(page)).toContain("total");
    await page.keyboard.press("Escape");
    await page.keyboard.type('al;\nPlot.dot(orders, { x: "price", symb');
    await soon(() => suggestions(page)).toContain("symbol");
  });

  test("what has no network says so, an import says what is there", async () => {
    const page = await openNext();
    await edit(page, "three");
    await page.keyboard.type('fetch(1);\nimport "x";');
    await soon(() => problems(page, "three")).toEqual([
      expect.stringContaining("no network in a cell: fetch."),
      expect.stringContaining("nothing can be imported: x."),
    ]);
    await expect.poll(() => page.locator("#cell-three .squiggly-error").count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator("#cell-three .editor-glyph-error").count()).toBe(2);
  });

  test("F12 leads to the cell that defines a name; Escape leaves by the keyboard alone", async () => {
    const page = await openNext();
    await edit(page, "two");
    await moveTo(page, 2, 1);
    await page.keyboard.press("F12");
    await soon(() => page.textContent("#opened")).toBe("one 2:7-12");
    await page.waitForSelector("#cell-one .view-line");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe("cell-two");
  });

  test("F2 renames in every cell, each with one step of undo", async () => {
    const page = await openNext();
    await edit(page, "two");
    await page.keyboard.type(" ");
    await page.keyboard.press("Escape");
    await edit(page, "one");
    await moveTo(page, 2, 8);
    await page.keyboard.press("F2");
    // The box takes the focus a moment after it is shown.
    await soon(() => page.evaluate(() => document.activeElement?.closest(".rename-box") !== null)).toBe(true);
    await page.keyboard.type("paid");
    await page.keyboard.press("Enter");
    await soon(() => textOf(page, "one")).toContain("const paid = 3;\nconst list = [paid];");
    await expect.poll(() => textOf(page, "two")).toContain("paid + list.length;");
    await page.keyboard.press("Control+z");
    await soon(() => textOf(page, "one")).toContain("const total = 3;\nconst list = [total];");
    await page.keyboard.press("Escape");
    await edit(page, "two");
    await page.keyboard.press("Control+z");
    await soon(() => textOf(page, "two")).toContain("total + list.length;");
  });

  test("a table's name is not a cell's to rename", async () => {
    const page = await openNext();
    await edit(page, "two");
    await moveTo(page, 1, 15);
    await page.keyboard.press("F2");
    await soon(() =>
      page
        .locator(".monaco-editor-overlaymessage")
        .textContent()
        .catch(() => ""),
    ).toContain("comes from a table");
  });

  test("signature help opens with the parenthesis, and Escape closes it before it leaves", async () => {
    const page = await openNext();
    await edit(page, "two");
    await page.keyboard.type("\nsetTimeout(");
    await page.waitForSelector(".parameter-hints-widget.visible");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".parameter-hints-widget.visible", { state: "hidden" });
    await expect.poll(() => page.locator("#cell-two .monaco-editor.focused").count()).toBe(1);
    await page.keyboard.press("Escape");
    await soon(() => page.evaluate(() => document.activeElement?.id)).toBe("cell-two");
  });

  test("format: SQL keeps its holes and comments, TypeScript its names; one undo takes it back", async () => {
    const page = await openNext();
    await edit(page, "sql");
    await page.keyboard.press("Shift+Alt+F");
    const formatted = "select\n  a,\n  b\nfrom\n  t\nwhere\n  x > ${limit} -- why\norder by\n  1";
    await soon(() => textOf(page, "sql")).toBe(formatted);
    await page.keyboard.type("2");
    await soon(() => textOf(page, "sql")).toBe(`${formatted}2`);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await soon(() => textOf(page, "sql")).toBe("select a,b from t where x>${limit} -- why\norder by 1");
    await page.keyboard.press("Escape");
    await edit(page, "one");
    await page.keyboard.type("\nif(total){list.push( 4 )}");
    await page.keyboard.press("Shift+Alt+F");
    await soon(() => textOf(page, "one")).toContain("\nif (total) { list.push(4) }");
  });

  test("format from a button, and of a text that is no SQL", async () => {
    const page = await openNext();
    await page.getByRole("button", { name: "format" }).click();
    await soon(() => textOf(page, "sql")).toContain("select\n  a,\n  b\n");
    await edit(page, "broken");
    await page.keyboard.press("Shift+Alt+F");
    await soon(() =>
      page
        .locator(".monaco-editor-overlaymessage")
        .textContent()
        .catch(() => ""),
    ).toContain("nothing was changed");
    await expect.poll(() => textOf(page, "broken")).toBe("select (");
  });

  test("inputs are offered in a hole of SQL", async () => {
    const page = await openNext();
    await edit(page, "sql");
    await page.keyboard.type(", ${");
    await soon(() => suggestions(page)).toEqual(["limit"]);
  });

  test("typing in a notebook of 200 cells does not wait for types", async () => {
    const small = await workOfKeys(await open(), "sql");
    const large = await workOfKeys(await open("&cells=200"), "n100");
    process.stdout.write(
      `ms a key, median: SQL ${small.toFixed(1)}, TypeScript in 200 cells ${large.toFixed(1)}\n`,
    );
    // A ratio of one run: 1.5 to 2 is usual. A key that waited for the types of 200 cells would cost many times as much;
    // how fast a key is on a quiet machine is the bench's to say. Medians: a busy machine makes single keys slow, a wait for
    // types makes all of them so.
    expect(large / small).toBeLessThan(4);
  });

  test("nothing foreign was asked for, and no error came up", () => {
    expect(sheet.trouble).toEqual([]);
  });
});
