import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const folder = mkdtempSync(join(tmpdir(), "ebb-large-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough that a worker of its own reads it from the disk. */
const size = 40 << 20;

const header = "customer,time,event,amount\n";
const line = "C0012345,2024-01-03 10:00:00,renewed,10.25\n";
const linesOfBlock = Math.ceil(2 ** 20 / line.length);

function written(name: string, blocks: number): string {
  const path = join(folder, name);
  writeFileSync(path, header);
  for (let i = 0; i < blocks; i++) appendFileSync(path, line.repeat(linesOfBlock));
  return path;
}

async function choose(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose files" }).click(),
  ]);
  await chooser.setFiles(path);
}

test("a large file comes whole, and its last row too", async () => {
  const { page, errors, foreign } = await newNotebook();
  const blocks = Math.ceil(size / (linesOfBlock * line.length));
  const path = written("whole.csv", blocks);
  appendFileSync(path, "C0000001,2024-02-01 00:00:00,left,0.5\n");
  await choose(page, path);
  const rows = (blocks * linesOfBlock + 1).toLocaleString("en-GB");
  await page.getByRole("button", { name: new RegExp(`^whole\\s*${rows} rows`) }).waitFor({ timeout: 60_000 });
  await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
  await page.locator(".monaco-editor").waitFor();
  await page.keyboard.insertText(
    "select count(distinct customer) as customers, sum(amount) - 10.25 * (count(*) - 1) as rest from whole",
  );
  await page.keyboard.press("Control+Enter");
  await page.getByRole("grid").waitFor();
  await expect
    .poll(() => page.getByRole("gridcell").allTextContents())
    .toEqual(expect.arrayContaining(["2", "0.5"]));
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});

test("a file that changes while it is read is said to be so, and leaves nothing half", async () => {
  const { page } = await newNotebook();
  const path = written("growing.csv", 200);
  await choose(page, path);
  await page.getByText("Reading growing.csv").first().waitFor();
  appendFileSync(path, line);
  await page.getByText("Choose the file again; it may have been moved or changed").first().waitFor();
  await page.getByText("Reading growing.csv").first().waitFor({ state: "detached" });
  await expect.poll(() => page.getByRole("button", { name: /^growing/ }).count()).toBe(0);
});
