import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, visitAgain, type OpenPage } from "./open-page";
import { orders } from "./orders";
import { tableNameFor } from "../../src/engine/data/table-name";
import { awkwardFolder, expectedOfAwkward } from "../reference/awkward-files";
import { checkNotebook, refused } from "./awkward-checks";
import { dropBytes } from "./drop-bytes";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

const isAnswered = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector(".import-preview")?.getAttribute("aria-busy") === "false",
  );

const log = (month: string) =>
  `client,day,plan\n${Array.from({ length: 60 }, (_, i) => `c${i % 20},2024-${month}-${String((i % 28) + 1).padStart(2, "0")},basic`).join("\n")}\n`;

describe("import sheet", () => {
  test("how a file is read is shown with its rows, changed, given up and carried out, by keyboard", async () => {
    const { page, errors, foreign } = await newNotebook();
    await dropBytes(page, text("orders.csv", "id;sum;note\n007;1,5;a\n008;many;b\n009;2,5;c\n"));
    const card = page.getByRole("region", { name: "orders", exact: true });
    await card.getByRole("button", { name: "How it was read" }).focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "How orders.csv is read" });
    await sheet.locator("td").first().waitFor();
    await expect
      .poll(() => sheet.locator("tbody tr").first().locator("td").allTextContents())
      .toEqual(["007", "1,5", "a"]);
    await sheet.getByLabel("Type of sum").selectOption("number");
    await sheet.getByLabel("How sum is written").selectOption({ label: "1234,5" });
    await sheet.getByText("1 cell of these cannot be read").waitFor();
    await expect.poll(() => sheet.locator("td.is-odd").textContent()).toBe("many");
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("How it was read");
    await expect.poll(() => card.textContent()).not.toContain("left empty");
    await page.keyboard.press("Enter");
    await sheet.getByLabel("Type of sum").selectOption("number");
    await sheet.getByLabel("How sum is written").selectOption({ label: "1234,5" });
    await sheet.getByLabel("Keep note").uncheck();
    await isAnswered(page);
    await sheet.getByRole("button", { name: "Read it like this" }).click();
    await card.getByText("1 cell left empty").click();
    const [rejected] = await Promise.all([
      page.waitForEvent("download"),
      (async () => {
        await card.locator("details.rejected").getByRole("button", { name: "Export" }).click();
        await page.getByRole("button", { name: "Save as CSV" }).click();
      })(),
    ]);
    expect(readFileSync(await rejected.path(), "utf8")).toContain("no number,many");
    await expect.poll(() => card.textContent()).not.toContain("note");
    await card.getByRole("button", { name: "Read it as before" }).click();
    await card.getByText("1 cell left empty").waitFor({ state: "detached" });
    expect([...errors, ...foreign]).toEqual([]);
  });

  test("the next file of a table is compared with the last one", async () => {
    const { page, errors } = await newNotebook();
    await dropBytes(page, text("log.csv", log("01")));
    await page.getByRole("region", { name: "log", exact: true }).waitFor();
    const next = log("02").replace("client,day,plan", "client,day,plan_name").replaceAll("basic", "gold");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Read another file" }).click(),
    ]);
    await chooser.setFiles({ name: "log-february.csv", mimeType: "text/csv", buffer: Buffer.from(next) });
    const card = page.getByRole("region", { name: "log", exact: true });
    await card.getByText("Compared with log.csv").waitFor();
    await card.getByText("plan_name may be what was plan.").waitFor();
    await card.getByRole("button", { name: "It is the same column" }).click();
    await card.getByText("plan: new values gold; no longer basic").waitFor();
    expect(errors).toEqual([]);
  });
});

describe("J6, next month", () => {
  test("roles find their columns again, and old and new stand side by side until a person ends it, also after a reload", async () => {
    const first = await openPage();
    await dropBytes(first.page, text("orders.csv", orders));
    await first.page.locator(".offer", { has: first.page.getByText("Attrition", { exact: true }) }).click();
    await first.page
      .getByText(/3 customers.*1 was gone/)
      .first()
      .waitFor();
    // April's file: the customers' column has another name, and only ann of March's two comes back.
    const april = `${orders.replace("customer,", "customer_id,")}ann,2024-03-05,5\nann,2024-04-02,5\n`;
    const [chooser] = await Promise.all([
      first.page.waitForEvent("filechooser"),
      first.page.getByRole("button", { name: "Read another file" }).click(),
    ]);
    await chooser.setFiles({ name: "april.csv", mimeType: "text/csv", buffer: Buffer.from(april) });
    await first.page.locator(".drift").waitFor();
    const before = first.page.locator(".earlier summary");
    await before.waitFor();
    await expect
      .poll(() => first.page.locator(".drift").textContent())
      .toContain("customer_id is read as Customer now");
    await expect.poll(() => before.textContent()).toMatch(/Before \(orders\.csv, .*3 customers.*1 was gone/);
    const seen = async ({ page }: OpenPage) => {
      await page.locator(".earlier summary").click();
      return [await page.locator(".drift").innerText(), await page.locator(".earlier").innerText()];
    };
    const told = await seen(first);
    // The new result is written down after a pause; a page that goes before it comes back with the old one, marked so.
    await first.page.waitForTimeout(1500);
    await first.page.close();
    const second = await visitAgain(first);
    await second.page.locator(".drift").waitFor();
    await expect.poll(() => seen(second)).toEqual(told);
    await second.page.getByRole("button", { name: "Stop comparing" }).click();
    await expect.poll(() => second.page.locator(".drift, .earlier").count()).toBe(0);
    expect([...second.errors, ...second.foreign]).toEqual([]);
    await first.context.close();
  });
});

describe("several files", () => {
  const month = (n: string, more = "") =>
    text(`log-2024-${n}.csv`, `client,day${more && ",plan"}\nc1,2024-${n}-03${more}\n`);

  test("a series is one table with a column for the file, taken apart and made one again by one click each", async () => {
    const { page, errors, foreign } = await newNotebook();
    await dropBytes(page, month("01"), month("02"), month("03", ",gold"), text("people.csv", "name\nann\n"));
    const card = page.getByRole("region", { name: "log_2024", exact: true });
    await card.getByText("One table of 3 files; the column file says which").click();
    await card.getByText("log-2024-01.csv: 1 row; without plan, which is empty in its rows").waitFor();
    await card.getByText("2 files lack columns that others have").waitFor();
    await card.getByRole("button", { name: "A table for each file" }).click();
    await card.waitFor({ state: "detached" });
    await expect
      .poll(() => page.locator(".table-name .code").allTextContents())
      .toEqual(["people", "log_2024_01", "log_2024_02", "log_2024_03"]);
    await page.getByRole("button", { name: "Make one table of these 2" }).click();
    await card.getByText("2 rows").first().waitFor();
    await page.getByRole("region", { name: "log_2024_01", exact: true }).waitFor({ state: "detached" });
    expect([...errors, ...foreign]).toEqual([]);
  });

  test("made one by a click, files keep the name that a cell reads", async () => {
    const { page, errors } = await newNotebook();
    await dropBytes(page, text("sales.csv", "client,amount\na,10\nb,20\n"));
    await page.getByRole("region", { name: "sales", exact: true }).waitFor();
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
    await page.locator(".monaco-editor").waitFor();
    await page.keyboard.type("select sum(amount) as total from sales");
    await page.keyboard.press("Shift+Enter");
    await page.locator("[data-cell]").getByText("30", { exact: true }).waitFor();
    await dropBytes(page, text("sales.csv", "client,amount\nc,400\n"));
    await page.getByRole("button", { name: "Make one table of these 2" }).click();
    await page.locator("[data-cell]").getByText("430", { exact: true }).waitFor();
    await expect.poll(() => page.locator(".table-name .code").allTextContents()).toEqual(["sales"]);
    expect(errors).toEqual([]);
  });

  test("a folder: files of the same columns are one table, and what is left alone is named", async () => {
    const { page, errors } = await newNotebook();
    await dropBytes(page, text("people.csv", "name\nann\n"));
    const folder = await mkdtemp(`${tmpdir()}/exports-`);
    await mkdir(`${folder}/old`);
    await writeFile(`${folder}/north.csv`, "id,sum\n1,2\n");
    await writeFile(`${folder}/old/south.csv`, "sum,id\n3,4\n");
    await writeFile(`${folder}/photo.png`, "x");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Add a folder" }).click(),
    ]);
    await chooser.setFiles(folder);
    await page.getByText("One table of 2 files; the column file says which").waitFor();
    await page.getByText(/Left alone in the folder.*photo\.png/).waitFor();
    await rm(folder, { recursive: true });
    expect(errors).toEqual([]);
  });
});

test("a file is read again from its place by a click: as it is now, or said to be gone", async () => {
  const first = await openPage();
  // A file of the origin's own folder stands for one of the disk: the browser keeps its place in the same way.
  const write = (page: Page, content: string) =>
    page.evaluate(async (given) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle("log.csv", { create: true });
      const stream = await handle.createWritable();
      await stream.write(given);
      await stream.close();
      Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handle]) });
    }, content);
  await write(first.page, log("01"));
  await first.page.getByRole("button", { name: "Choose files" }).click();
  const rows = (page: Page, n: number) => page.getByRole("button", { name: new RegExp(`^log\\s*${n} rows`) });
  await rows(first.page, 60).waitFor();
  await first.page.getByRole("button", { name: "Read log.csv from disk again" }).waitFor();
  await first.page.waitForTimeout(1500);
  await first.page.close();
  const { page, errors } = await visitAgain(first);
  await rows(page, 60).waitFor();
  await write(page, `${log("01")}c1,2024-02-01,gold\n`);
  await page.getByRole("button", { name: "Read log.csv from disk again" }).click();
  await rows(page, 61).waitFor();
  await page.getByText("Compared with log.csv").waitFor();
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("log.csv"));
  await page.getByRole("button", { name: "Read log.csv from disk again" }).click();
  await page.getByText("log.csv is no longer where it was").waitFor();
  await rows(page, 61).waitFor();
  expect(errors).toEqual([]);
  await first.context.close();
});

const isWide = ({ column_count }: { column_count?: number }) => (column_count ?? 0) > 1000;

describe.skipIf(!existsSync(awkwardFolder))("awkward files through the page", () => {
  test("all of them are what they should be, or are refused with the reason", async () => {
    const { page, errors, foreign } = await newNotebook();
    const expected = expectedOfAwkward();
    // The profile of two thousand columns takes its time: it comes last, and nothing waits for it.
    const [wide, others] = [expected.filter(isWide), expected.filter((one) => !isWide(one))];
    const drop = (files: typeof expected) =>
      dropBytes(
        page,
        ...files.map(({ file }) => ({ name: file, bytes: readFileSync(awkwardFolder + file) })),
      );
    const cards = (count: number) =>
      expect.poll(() => page.locator(".table-card").count(), { timeout: 150_000 }).toBe(count);
    const checks = checkNotebook(others);
    await dropBytes(page, text("checks.ipynb", checks.text));
    await page
      .locator("[data-cell]")
      .nth(checks.says.length - 1)
      .waitFor();
    await drop(others);
    await cards(others.length - refused.length);
    expect((await page.locator(".load.is-failed strong").allTextContents()).toSorted()).toEqual(
      refused.toSorted(),
    );
    expect((await page.locator(".table-card").allTextContents()).join(" ")).toMatch(/клиент/i);
    const card = page.getByRole("region", { name: "dates_ambiguous", exact: true });
    await card.getByRole("button", { name: "Day first" }).click();
    await card.getByText("1 Jan 2024 to 6 Oct 2024").waitFor();
    await page.getByRole("button", { name: "Run all" }).click();
    await expect
      .poll(() => page.getByRole("gridcell").allTextContents(), { timeout: 30_000 })
      .toEqual(checks.says);
    await drop(wide);
    const [widest] = wide;
    await page
      .getByRole("region", { name: tableNameFor(widest!.file, []), exact: true })
      .getByText(`${widest!.rows} rows`)
      .first()
      .waitFor();
    expect([...errors, ...foreign]).toEqual([]);
  }, 240_000);
});
