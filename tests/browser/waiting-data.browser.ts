import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { dropFiles, dropFilesOn, openPage } from "./open-page";

const month = (n: number, ...more: string[]) => ({
  name: `log_${n}.csv`,
  text: `customer,date${more.map((name) => `,${name}`).join("")}\n${["ann", "bob"]
    .map((name, i) => `${name},2024-0${n}-0${i + 1}${",x".repeat(more.length)}`)
    .join("\n")}\n`,
});

/** A notebook of log_1.csv in a browser that has no copy of it. */
async function withoutData(): Promise<Page> {
  const { page } = await openPage();
  await dropFiles(page, month(1));
  await page.locator(".table-card").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  const text = readFileSync(await download.path(), "utf8");
  const other = await openPage();
  await dropFiles(other.page, { name: "churn.ipynb", text });
  await other.page.getByText("This notebook needs").waitFor();
  return other.page;
}

const tables = (page: Page) => page.locator(".table-card .table-name .code").allTextContents();

test("next month's file under its own name takes the place that waits for such columns, others do not", async () => {
  const page = await withoutData();
  await dropFiles(page, month(2, "plan"));
  await expect.poll(() => tables(page)).toEqual(["log_2"]);
  await expect.poll(() => page.getByText("This notebook needs").count()).toBe(1);
  await dropFiles(page, month(3));
  await expect.poll(() => tables(page)).toEqual(["log_1", "log_2"]);
  await expect.poll(() => page.getByText("This notebook needs").count()).toBe(0);
});

test("dropped on the place that waits, a file is for it whatever its name and columns are", async () => {
  const page = await withoutData();
  await dropFilesOn(page, ".load.is-waiting p", month(2, "plan"));
  await expect.poll(() => tables(page)).toEqual(["log_1"]);
});
