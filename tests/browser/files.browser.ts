import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { schemaErrors } from "../cells/model/fixture";
import { dropFiles, openPage, visitAgain } from "./open-page";
import { orders } from "./orders";
import { sharedPage } from "./shared-page";

async function answered(page: Page): Promise<string> {
  await dropFiles(page, { name: "orders.csv", text: orders });
  await page.locator(".offer", { has: page.getByText("Attrition", { exact: true }) }).click();
  await page.locator(".verdict-sentence").waitFor();
  return (await page.locator(".verdict-sentence").textContent())!;
}

async function save(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  return readFileSync(await download.path(), "utf8");
}

describe("files", () => {
  test("save, open in another browser: the same verdict at once, nothing runs, then the same after a run", async () => {
    const first = await openPage();
    const verdict = await answered(first.page);
    const text = await save(first.page);
    expect(schemaErrors(text)).toEqual([]);
    expect(text).toContain("image/svg+xml");
    const pictures = picturesIn(text);
    expect(pictures.length).toBeGreaterThan(0);
    for (const { base64, width } of pictures) {
      const bytes = Buffer.from(base64, "base64");
      // A PNG's own width stands in its bytes 16 to 19.
      expect([bytes.toString("latin1", 1, 4), bytes.readUInt32BE(16)]).toEqual(["PNG", 1.5 * width]);
    }
    expect(text).not.toContain("ann,2024");

    const second = await openPage();
    await dropFiles(second.page, { name: "attrition.ipynb", text });
    await second.page.locator(".verdict-sentence").waitFor();
    await expect.poll(() => second.page.locator(".verdict-sentence").textContent()).toBe(verdict);
    await expect.poll(() => second.page.locator(".status-mark.is-saved").count()).toBe(1);
    await second.page.getByText("This notebook needs").waitFor();

    await dropFiles(second.page, { name: "orders.csv", text: orders });
    await second.page.getByRole("heading", { name: /^orders/ }).waitFor();
    await expect.poll(() => second.page.locator(".status-mark.is-saved").count()).toBe(1);
    await second.page.getByRole("button", { name: "Run all" }).click();
    await second.page.locator(".status-mark.is-fresh").waitFor();
    await expect.poll(() => second.page.locator(".verdict-sentence").textContent()).toBe(verdict);
    expect([...first.foreign, ...second.foreign]).toEqual([]);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  test("a reload brings notebook, results and data back; the last words typed too", async () => {
    const first = await openPage();
    const verdict = await answered(first.page);
    await first.page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
    await first.page.locator(".monaco-editor").waitFor();
    await first.page.keyboard.insertText("select count(*) as n from orders -- last words");
    await new Promise((resolve) => setTimeout(resolve, 900));
    await first.page.close();

    const { page, errors } = await visitAgain(first);
    await page.locator(".verdict-sentence").waitFor();
    await expect.poll(() => page.locator(".verdict-sentence").textContent()).toBe(verdict);
    await expect.poll(() => page.locator("[data-cell]").last().textContent()).toContain("last words");
    await page.getByRole("heading", { name: /^orders/ }).waitFor();
    await page.locator("[data-cell]").last().getByRole("button", { name: /^Run/ }).click();
    await expect.poll(() => page.getByRole("gridcell").allTextContents()).toContain("7");
    expect(errors).toEqual([]);
  });

  test("what is kept is listed with its size, and can be erased", async () => {
    const { page } = await openPage();
    await answered(page);
    await new Promise((resolve) => setTimeout(resolve, 900));
    await page.getByRole("button", { name: "On this computer only" }).click();
    const kept = page.getByRole("dialog");
    await kept.getByText("orders.csv").waitFor();
    await expect.poll(() => kept.locator(".counter strong").textContent()).toBe("0");
    await kept.getByRole("button", { name: "Erase everything" }).click();
    await kept.getByRole("button", { name: "Yes, erase" }).click();
    await kept.getByText("Nothing is kept yet").waitFor();
  });
});

/** PNG, and the CSS pixels it is shown in. */
function picturesIn(text: string): { readonly base64: string; readonly width: number }[] {
  const { cells } = JSON.parse(text) as {
    cells: { outputs?: { data: Record<string, string>; metadata: Record<string, { width: number }> }[] }[];
  };
  const outputs = cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.flatMap(({ data, metadata }) => {
    const base64 = data["image/png"];
    return base64 === undefined ? [] : [{ base64, width: metadata["image/png"]!.width }];
  });
}

const newNotebook = sharedPage();

describe("files of other programs", () => {
  test("a notebook goes to Notebook Kit and comes back, by keyboard; nothing of the file runs by itself", async () => {
    const { page, errors } = await newNotebook();
    await dropFiles(page, {
      name: "per user.sql",
      text: "-- name: per_user\nselect 1 as n;\nselect n from per_user",
    });
    await page.locator("[data-cell]").nth(1).waitFor();
    await expect.poll(() => page.getByLabel("Name of the result").first().inputValue()).toBe("per_user");
    await page.getByRole("button", { name: "Save as, compare…" }).focus();
    for (const key of ["Enter", "Tab", "Tab", "Tab"]) await page.keyboard.press(key);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("per user.html");
    const text = readFileSync(await download.path(), "utf8");
    expect(text.match(/ type="[^"]*"/g)).toEqual([' type="application/sql"', ' type="application/sql"']);

    await dropFiles(page, {
      name: "back.html",
      text: text.replace("from per_user", "from per_user where n = 1"),
    });
    await expect.poll(() => page.locator("[data-cell]").nth(1).textContent()).toContain("where n = 1");
    await page.getByRole("button", { name: "Run all" }).click();
    await page.locator("[data-cell]").nth(1).locator(".status-mark.is-fresh").waitFor();
    expect(errors).toEqual([]);
  });

  test("what another program saved is shown without running; what is long when it is asked for", async () => {
    const { page, foreign, errors } = await newNotebook();
    const output = (data: object) => ({ output_type: "display_data", metadata: {}, data });
    const html = `<table><tr><td>ann</td></tr></table><iframe src="https://evil.invalid/x"></iframe>`;
    const cell = {
      cell_type: "code",
      id: "a",
      metadata: {},
      source: "df",
      execution_count: 1,
      outputs: [output({ "text/html": html }), output({ "text/plain": "long ".repeat(30_000) })],
    };
    const file = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { language_info: { name: "python" } },
      cells: [cell],
    };
    await dropFiles(page, { name: "python.ipynb", text: JSON.stringify(file) });
    await page.getByText("1 cell in Python").waitFor();
    const shown = page.locator("[data-cell]");
    await shown.getByText("An embedded page was not loaded: https://evil.invalid/x").waitFor();
    await expect.poll(() => shown.locator("td").allTextContents()).toEqual(["ann"]);
    await expect.poll(() => shown.textContent()).not.toContain("long long");
    await shown.getByRole("button", { name: "Show it" }).click();
    await expect.poll(() => shown.textContent()).toContain("long long");
    expect([...foreign, ...errors]).toEqual([]);
  });
});

describe("a copy for others", () => {
  test("what leaves is seen first; few customers are in no file; the report runs nothing", async () => {
    const { page, context, foreign, errors } = await newNotebook();
    await answered(page);
    await page.getByRole("button", { name: "Share", exact: true }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Share a copy" });
    await dialog.getByText("the numbers that Ebb reads are left out").waitFor();
    const write = async () => {
      const button = dialog.getByRole("button", { name: "Save the copy" });
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      return readFileSync(await download.path(), "utf8");
    };
    const copy = await write();
    expect(schemaErrors(copy)).toEqual([]);
    expect(copy).toContain("<td>fewer than 10</td>");
    // Rows of a file are no customers.
    const ofCustomers = copy.replace(/Rows in and out.*?<\/table>/s, "");
    expect(ofCustomers.length).toBeLessThan(copy.length);
    expect(ofCustomers).not.toMatch(/vnd\.ebb|<td>[1-9]<\/td>|image\/svg/);

    await dialog.getByLabel("Report (.html)").check();
    await dialog.getByLabel("Leave out groups").uncheck();
    await expect.poll(() => dialog.getByRole("status").textContent()).toMatch(/^The file has/);
    const html = await write();
    await page.keyboard.press("Escape");
    const report = await context.newPage();
    const said: string[] = [];
    report.on("console", (message) => said.push(message.text()));
    await report.setContent(html);
    await expect
      .poll(() => report.locator(".sentence").textContent())
      .toBe(await page.locator(".verdict-sentence").textContent());
    await expect.poll(() => report.locator("figure svg:visible").count()).toBeGreaterThan(0);
    await expect.poll(() => report.locator("script").count()).toBe(0);
    await report.close();
    expect([...said, ...foreign, ...errors]).toEqual([]);
  });
});

describe("bad input costs nothing that is there", () => {
  const bad = [
    { name: "empty.csv", text: "", says: /empty/i },
    { name: "header.csv", text: "customer,date,amount\n", says: null },
    {
      name: "page.html.csv",
      text: "<!doctype html><html><body><p>Not found</p></body></html>",
      says: /table/i,
    },
    { name: "broken.ipynb", text: '{"cells": [', says: /not a whole notebook/ },
    { name: "other.ipynb", text: '{"dependencies": {}}', says: /no notebook/ },
    { name: "conflict.ipynb", text: '{\n<<<<<<< HEAD\n"cells": []\n=======\n', says: /merge conflict/ },
  ];
  test.each(bad)("$name", async ({ name, text, says }) => {
    const { page, errors } = await newNotebook();
    const verdict = await answered(page);
    await dropFiles(page, { name, text });
    if (says)
      await expect
        .poll(() => page.locator(".load.is-failed, .notice").allTextContents().then(String))
        .toMatch(says);
    else await page.getByText("0 rows").first().waitFor();
    await expect.poll(() => page.locator(".verdict-sentence").textContent()).toBe(verdict);
    expect(errors).toEqual([]);
  });

  test("what can be read of a broken file is offered, as another notebook", async () => {
    const { page } = await newNotebook();
    await answered(page);
    const text = await save(page);
    await dropFiles(page, { name: "cut.ipynb", text: text.slice(0, -200) });
    await page.getByRole("button", { name: "Open what can be read" }).click();
    await page.getByText("This is what could be read of cut.ipynb").waitFor();
    await page.getByText("Read only").waitFor();
    await page.locator(".verdict-sentence").waitFor();
  });

  test("a notebook from a newer version opens read only and says so", async () => {
    const { page } = await newNotebook();
    await answered(page);
    const file = JSON.parse(await save(page));
    file.metadata.ebb.version = 99;
    await dropFiles(page, { name: "future.ipynb", text: JSON.stringify(file) });
    await page.getByText("newer version of Ebb").waitFor();
    await page.getByText("Read only").waitFor();
  });

  test("a role with the wrong column, and one left open, say what to do", async () => {
    const { page, errors } = await newNotebook();
    await answered(page);
    await page.getByLabel("Time", { exact: true }).selectOption("amount");
    await expect.poll(() => page.locator(".error-box").textContent()).toMatch(/amount/);
    await page.getByLabel("Time", { exact: true }).selectOption("");
    await expect.poll(() => page.locator(".error-box").textContent()).toMatch(/Time/);
    expect(errors).toEqual([]);
  });
});
