import { describe, expect, test } from "vitest";
import { dropFiles, openPage } from "./open-page";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const events = "user_id,time,event\n007,2024-01-03 10:00:00,buy\n07,2024-02-10 11:00:00,buy\n";
const contracts = "Клиент;Начало договора;Конец договора\nА1;01.02.2024;31.01.2025\nА2;15.03.2024;\n";

describe("data in", () => {
  test("several files at once become several tables, each with its meaning guessed", async () => {
    const { page, errors } = await newNotebook();
    await dropFiles(
      page,
      { name: "events.csv", text: events },
      { name: "Договоры 2024.csv", text: contracts },
    );
    await page.getByRole("heading", { name: /^events/ }).waitFor();
    await page.getByRole("heading", { name: /^договоры/ }).waitFor();
    const second = page.getByRole("region", { name: /договоры/ });
    await expect.poll(() => second.getByLabel("Customer", { exact: true }).inputValue()).toBe("Клиент");
    await expect
      .poll(() => second.getByLabel("Contract start", { exact: true }).inputValue())
      .toBe("Начало договора");
    await expect
      .poll(() => second.getByLabel("Contract end", { exact: true }).inputValue())
      .toBe("Конец договора");
    // 007 and 07 are two customers.
    await expect
      .poll(() => page.getByRole("region", { name: "events" }).textContent())
      .toContain("2 distinct");
    expect(errors).toEqual([]);
  });

  test("rows pasted from a spreadsheet become a table", async () => {
    const { page } = await newNotebook();
    await page.evaluate(() =>
      navigator.clipboard.writeText("customer\tdate\nann\t2024-01-03\nbob\t2024-02-01\n"),
    );
    await page.locator("body").click({ position: { x: 640, y: 70 } });
    await page.keyboard.press("Control+v");
    await page.getByRole("heading", { name: /^pasted/ }).waitFor();
    await page.getByText("2 rows").first().waitFor();
  });

  test("a value chosen by keys filters the other columns, as a chip, as SQL and as a cell", async () => {
    const { page, errors } = await newNotebook();
    await dropFiles(page, { name: "events.csv", text: `${events}9,2024-03-01 10:00:00,refund\n` });
    const kinds = page.locator(".table-card").getByRole("listbox", { name: /^event:/ });
    await kinds.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("event: refund").waitFor();
    await page.getByText("1 of 3 rows").waitFor();
    const customers = page.getByRole("listbox", { name: /^user_id:/ });
    await customers.getByRole("option", { name: "007: 0 of 1 row" }).waitFor();
    await page.getByRole("button", { name: "Insert as a cell" }).click();
    await page.getByRole("grid").waitFor();
    await expect.poll(() => page.getByRole("gridcell").allTextContents()).toContain("refund");
    await page.getByRole("button", { name: "Explore the columns" }).click();
    await page
      .locator(".grid-over")
      .getByRole("listbox", { name: /^event:/ })
      .waitFor();
    await kinds.focus();
    await page.keyboard.press("Escape");
    await page.getByText("event: refund").waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });

  test("a load can be cancelled and leaves nothing behind", async () => {
    const { page, errors } = await newNotebook();
    await dropFiles(page, { name: "small.csv", text: events });
    await page.getByRole("heading", { name: /^small/ }).waitFor();
    await page.evaluate(() => {
      const line = "12345,2024-01-03 10:00:00,some event or other,10.5\n";
      const block = line.repeat(100_000);
      const file = new File(
        ["user_id,time,event,amount\n", ...Array.from({ length: 40 }, () => block)],
        "big.csv",
      );
      const data = new DataTransfer();
      data.items.add(file);
      document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText("Reading big.csv").first().waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Reading big.csv").first().waitFor({ state: "detached" });
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
    await page.locator(".monaco-editor").waitFor();
    await page.keyboard.insertText("select table_name from duckdb_tables() where schema_name = 'main'");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("grid").waitFor();
    expect((await page.getByRole("gridcell").allTextContents()).filter((text) => /[a-z]/.test(text))).toEqual(
      ["small"],
    );
    expect(errors).toEqual([]);
  });

  test("rows that cannot be read are counted and shown with their line", async () => {
    const { page } = await newNotebook();
    await dropFiles(page, { name: "odd.csv", text: 'a,b\n1,2\n3,4,5\n6,7\n"8,9\n' });
    await page.getByText(/could not be read/).click();
    await page.getByText(/line 3/).waitFor();
  });
});

describe("saving in place", () => {
  test("the second save writes to the same file without asking", async () => {
    const { page } = await openPage();
    // A real file handle, of the browser's own file system, in place of the dialog.
    await page.evaluate(() => {
      const asked = { times: 0 };
      Object.assign(window, {
        asked,
        showSaveFilePicker: async () => {
          asked.times += 1;
          const folder = await navigator.storage.getDirectory();
          return folder.getFileHandle("mine.ipynb", { create: true });
        },
      });
    });
    await dropFiles(page, { name: "events.csv", text: events });
    await page.getByRole("heading", { name: /^events/ }).waitFor();
    // What the columns hold is part of the notebook: counted after a save, it would be a change.
    await page.getByRole("listbox", { name: /^event:/ }).waitFor();
    await page.getByLabel("Notebook title").fill("First");
    await page.keyboard.press("Control+s");
    await page.getByText("Saved to mine.ipynb").waitFor();
    await page.getByLabel("Notebook title").fill("Second");
    await page.getByText("Unsaved changes").waitFor();
    await page.keyboard.press("Control+s");
    await page.getByText("Saved to mine.ipynb").waitFor();
    const [times, text] = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle("mine.ipynb")).getFile();
      return [(window as unknown as { asked: { times: number } }).asked.times, await file.text()] as const;
    });
    expect(times).toBe(1);
    expect(JSON.parse(text).metadata.title).toBe("Second");
  });
});

describe("run modes", () => {
  test("manual marks what depends on a change as stale and says what changed", async () => {
    const { page } = await newNotebook();
    await dropFiles(page, {
      name: "orders.csv",
      text: "customer,date\nann,2024-01-03\nann,2024-02-10\nbob,2024-01-20\nbob,2024-03-20\n",
    });
    await page.locator(".offer", { has: page.getByText("Attrition", { exact: true }) }).click();
    await page.locator(".status-mark.is-fresh").waitFor();
    await page.getByLabel("Run mode").selectOption("manual");
    await page.getByLabel("Weeks start on").selectOption("sunday");
    await page.locator(".status.is-stale").waitFor();
    await page.getByRole("button", { name: "Run all" }).click();
    await page.locator(".status-mark.is-fresh").waitFor();
  });

  test("open as code gives the same numbers as the verdict", async () => {
    const { page, errors } = await newNotebook();
    await dropFiles(page, {
      name: "orders.csv",
      text: "customer,date\nann,2024-01-03\nann,2024-02-10\nbob,2024-01-20\ncid,2024-02-02\ncid,2024-03-20\n",
    });
    await page.locator(".offer", { has: page.getByText("Attrition", { exact: true }) }).click();
    await page.locator(".verdict-sentence").waitFor();
    await page.getByRole("button", { name: "Open as code" }).click();
    await page.getByRole("grid").waitFor();
    await expect.poll(() => page.locator(".verdict-number").textContent()).toMatch(/50%/);
    await expect.poll(() => page.getByRole("gridcell").allTextContents()).toContain("0.5");
    expect(errors).toEqual([]);
  });
});
