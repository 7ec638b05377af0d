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
    expect(text).not.toContain("ann,2024");

    const second = await openPage();
    await dropFiles(second.page, { name: "attrition.ipynb", text });
    await second.page.locator(".verdict-sentence").waitFor();
    expect(await second.page.locator(".verdict-sentence").textContent()).toBe(verdict);
    expect(await second.page.locator(".status-mark.is-saved").count()).toBe(1);
    await second.page.getByText("This notebook needs").waitFor();

    await dropFiles(second.page, { name: "orders.csv", text: orders });
    await second.page.getByRole("heading", { name: /^orders/ }).waitFor();
    expect(await second.page.locator(".status-mark.is-saved").count()).toBe(1);
    await second.page.getByRole("button", { name: "Run all" }).click();
    await second.page.locator(".status-mark.is-fresh").waitFor();
    expect(await second.page.locator(".verdict-sentence").textContent()).toBe(verdict);
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
    expect(await page.locator(".verdict-sentence").textContent()).toBe(verdict);
    expect(await page.locator("[data-cell]").last().textContent()).toContain("last words");
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
    expect(await kept.locator(".counter strong").textContent()).toBe("0");
    await kept.getByRole("button", { name: "Erase everything" }).click();
    await kept.getByRole("button", { name: "Yes, erase" }).click();
    await kept.getByText("Nothing is kept yet").waitFor();
  });
});

describe("bad input costs nothing that is there", () => {
  const newNotebook = sharedPage();
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
    expect(await page.locator(".verdict-sentence").textContent()).toBe(verdict);
    expect(errors).toEqual([]);
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
