import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { dropFiles, openPage, visitAgain } from "./open-page";
import { seriousFindings } from "./serious-findings";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

/** Accounts in four quarters: those that export more leave less often. Everybody begins on New Year's Day. */
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const times = { export: (i: number) => 2 + 3 * Math.floor(i / 50), visit: (i: number) => 1 + (i % 5) };
const usage = [
  "account,date,event",
  ...Array.from({ length: 200 }, (_, i) => [
    ...Object.entries(times).flatMap(([event, of]) =>
      Array.from({ length: of(i) }, (_, k) => `a${i},${day((k * 2) % 29)},${event}`),
    ),
    ...(i % 50 < [30, 15, 15, 2][Math.floor(i / 50)]! ? [] : [`a${i},${day(60)},visit`]),
  ]).flat(),
  `late,${day(130)},visit`,
].join("\n");

async function opened(begin = newNotebook) {
  const found = await begin();
  await dropFiles(found.page, { name: "usage.csv", text: usage });
  await found.page.getByRole("heading", { name: /^usage/ }).waitFor();
  return { ...found, cell: found.page.locator(".cell.is-analysis") };
}

/** The offer of usage and leaving, by keyboard. */
async function choose(page: Page, title = "Usage and leaving") {
  await page.locator(".offer", { has: page.getByText(title, { exact: true }) }).focus();
  await page.keyboard.press("Enter");
}

async function writeExpectation(page: Page, cell: Locator) {
  await cell.getByLabel("Behaviour", { exact: true }).focus();
  await page.keyboard.type("export");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("attrition, top quarter against bottom");
  await page.keyboard.press("Tab");
  await page.keyboard.type("10 points less");
  await page.keyboard.press("Enter");
}

const standing = (cell: Locator) => cell.locator(".standing > p").first().textContent();
const soon = { timeout: 30_000 };

test("an expectation is written before the run, and every variant after it is counted", async () => {
  const found = await opened(openPage);
  const { page, cell, errors } = found;
  await page.getByLabel("Write down what I expect before it runs").focus();
  await page.keyboard.press("Space");
  await choose(page);
  await cell.getByRole("form", { name: "What you expect" }).waitFor();
  await expect.poll(() => cell.locator(".verdict").count()).toBe(0);

  // Nothing is written while a part of it is missing.
  await cell.getByLabel("True from").focus();
  await page.keyboard.press("Enter");
  await cell.getByText("each needs a word").waitFor();
  await expect.poll(() => cell.locator(".claim").count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);

  await writeExpectation(page, cell);
  await cell.locator(".verdict").waitFor(soon);
  await expect
    .poll(() => cell.locator(".claim").textContent())
    .toMatch(
      /^Expected: more “export” goes with staying\. Measured by: attrition, top quarter against bottom\. True from: 10 points less\. Written /,
    );
  await expect
    .poll(() => standing(cell))
    .toMatch(/^The first variant of this question; written down beforehand: yes\./);

  const measure = cell.getByRole("combobox", { name: "Usage of" });
  const first = await measure.inputValue();
  await measure.selectOption("event");
  await expect.poll(() => standing(cell), soon).toMatch(/^Variant 2 of 2 .*yes, but with other settings/);
  await measure.selectOption(first);
  await expect.poll(() => standing(cell), soon).toMatch(/^Variant 1 of 2 .*beforehand: yes\./);
  // Undo takes the sentence back, and nothing of what was tried.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => standing(cell), soon).toMatch(/^Variant 2 of 2 /);

  await cell.getByRole("button", { name: "What was tried" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => cell.locator(".trail > li").count()).toBe(3);
  await expect.poll(() => cell.locator(".trail-changes").first().textContent()).toMatch(/^Usage of: .+ → .+/);
  await expect.poll(() => cell.locator(".trail > li[aria-current]").count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);

  // Another visit finds it as it was.
  await expect.poll(() => page.locator(".topbar-state").textContent()).toMatch(/Kept here/);
  await page.close();
  const again = await visitAgain(found);
  const same = again.page.locator(".cell.is-analysis");
  await expect.poll(() => standing(same), soon).toMatch(/^Variant 2 of 2 .*yes, but with other settings/);
  expect(errors).toEqual([]);
  expect(again.errors).toEqual([]);
});

test("written after an answer it is said to be late; erased, that stays on record", async () => {
  const { page, cell, errors } = await opened();
  await choose(page);
  await cell.locator(".verdict").waitFor(soon);
  await expect
    .poll(() => standing(cell))
    .toMatch(/^The first variant of this question; written down beforehand: no\./);
  const open = cell.getByRole("button", { name: "Write down what you expect" });
  await open.focus();
  await page.keyboard.press("Enter");
  await cell.getByText("have already answered this question: 1 answer").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => open.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await writeExpectation(page, cell);
  await cell.locator(".claim").waitFor();
  await expect.poll(() => standing(cell)).toMatch(/beforehand: no\./);
  await cell.getByRole("combobox", { name: "Usage of" }).selectOption("event");
  await expect
    .poll(() => standing(cell), soon)
    .toMatch(/^Variant 2 of 2 .*written down only after 1 variant\./);

  const panel = page.getByRole("button", { name: "Outline and dependencies" });
  await panel.click();
  const outline = page.locator(".outline");
  await outline.getByText("Hypotheses", { exact: true }).click();
  await outline.getByText("2 variants, 1 expectation").waitFor();
  await expect.poll(() => outline.locator(".ledger-head code").textContent()).toMatch(/^[0-9a-f]{64}$/);
  await outline.getByRole("button", { name: "Erase the trail" }).click();
  await outline.getByRole("button", { name: "Yes, erase" }).click();
  await outline.getByText(/^Erased .*: 3 entries\.$/).waitFor();
  await expect.poll(() => cell.locator(".standing").count()).toBe(0);
  await expect.poll(() => cell.locator(".claim").count()).toBe(0);
  await panel.click();
  await outline.waitFor({ state: "detached" });
  expect(errors).toEqual([]);
});

test("the trail goes into the file, and one that was changed there is told", async () => {
  const { page, cell, errors } = await opened();
  await choose(page);
  await cell.locator(".verdict").waitFor(soon);
  await cell.getByRole("combobox", { name: "Usage of" }).selectOption("event");
  await expect.poll(() => standing(cell), soon).toMatch(/^Variant 2 of 2 /);
  const saving = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const text = await readFile((await (await saving).path())!, "utf8");
  const file = JSON.parse(text) as { metadata: { ebb: { ledger: { entries: { kind: string }[] } } } };
  const { entries } = file.metadata.ebb.ledger;
  expect(entries.map(({ kind }) => kind)).toEqual(["trial", "trial"]);

  entries.splice(0, 1);
  const other = await openPage();
  await dropFiles(other.page, { name: "usage.ipynb", text: JSON.stringify(file) });
  const told = other.page.locator(".standing-fault").first();
  await told.waitFor(soon);
  await expect.poll(() => told.textContent()).toMatch(/changed outside of Ebb: from entry 1 on/);
  expect(errors).toEqual([]);
  expect(other.errors).toEqual([]);
});
