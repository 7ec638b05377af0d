import { expect, test } from "vitest";
import { dropFiles, openPage, picture } from "./open-page";
import { seriousFindings } from "./serious-findings";

const accounts = 400;

/**
 * Accounts that begin on New Year's Day. The first quarter of the numbers loses 60 of 100, the halves in the middle
 * 30 of 100 each, the last quarter 5. `export` rises with the quarter and `ticket` falls: supported and reversed.
 * `visit` goes round within each quarter, the same for those who leave and who stay: no difference that is material
 * is told apart from one that is. `rare` is used by four.
 */
const leaves = (i: number) => i % 100 < [60, 30, 30, 5][Math.floor(i / 100)]!;
const uses = {
  export: (i: number) => 2 + 3 * Math.floor(i / 100),
  ticket: (i: number) => 11 - 3 * Math.floor(i / 100),
  visit: (i: number) => 1 + (i % 5) * 2,
  rare: (i: number) => (i % 100 === 0 ? 1 : 0),
};
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const usage = [
  "account,date,event",
  ...Array.from({ length: accounts }, (_, i) => [
    ...Object.entries(uses).flatMap(([event, times]) =>
      Array.from({ length: times(i) }, (_, k) => `a${i},${day((k * 2) % 29)},${event}`),
    ),
    ...(leaves(i) ? [] : [`a${i},${day(60)},report`]),
  ]).flat(),
  `late,${day(130)},report`,
].join("\n");

test("J2, test a hypothesis: a behaviour, its quarters, one of four answers, and why", async () => {
  const { page, foreign, errors } = await openPage();
  await dropFiles(page, { name: "usage.csv", text: usage });
  await page.getByRole("heading", { name: /^usage/ }).waitFor();
  await page.locator(".offer", { has: page.getByText("Usage and leaving", { exact: true }) }).click();
  const cell = page.locator(".cell.is-analysis");
  await cell.getByRole("combobox", { name: "Usage of" }).selectOption("event");

  const answers = [
    ["export", /assumption is supported/],
    ["ticket", /Who uses more leaves more often.*not proof of harm/s],
    ["rare", /cannot be told/],
    ["visit", /Nobody can tell|smaller than/],
  ] as const;
  for (const [event, answer] of answers) {
    await choose(event);
    await expect.poll(() => cell.locator(".verdict").textContent(), { timeout: 30_000 }).toMatch(answer);
    await picture(page, `hypothesis-${event}`, { fullPage: true });
  }

  // Why: the customers of each quarter, those who left among them, and who they are.
  await choose("export");
  const verdict = cell.locator(".verdict");
  await expect.poll(() => verdict.textContent(), { timeout: 30_000 }).toMatch(/supported/);
  await expect
    .poll(() => verdict.textContent())
    .toMatch(/top quarter of usage 5\s?%.*bottom quarter 60\s?%.*55 pp/s);
  await cell.getByText("All figures and tables").click();
  await cell.locator("td .counted", { hasText: /^60$/ }).first().click();
  await page.locator(".customers").getByText("60 customers", { exact: true }).waitFor();
  await picture(page, "hypothesis-why", { fullPage: true });
  expect(await seriousFindings(page)).toEqual([]);
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);

  async function choose(event: string) {
    const hole = cell.getByRole("combobox", { name: "Event", exact: true });
    await hole.waitFor();
    if ((await hole.evaluate((element) => element.localName)) === "select") await hole.selectOption(event);
    else {
      await hole.fill(event);
      await hole.press("Enter");
    }
  }
});
