import { expect, test } from "vitest";
import { openPage, picture } from "./open-page";
import { seriousFindings } from "./serious-findings";

/** What is planted in the example (examples/score/README.md), as each step has to say it. */
const said = [
  /You may model: green/,
  /profile_filled.*That is no lever.*colleagues ≥ 3.*integrations ≥ 1/s,
  /The line colleagues ≥ 3 holds/,
  /go with staying.*colleagues ≥ 3.*templates ≥ 1.*tell nearly the same.*logins_week ≥ 7.*only until “size”/s,
  /score of 0 .*with 100 .*checks/s,
  /mean score of .*At equal scores fewer stay than before/s,
];

test("J3, build a score: may I, who has it too, where is the line, what remains, one number, every customer's", async () => {
  const { page, foreign, errors } = await openPage();
  await page.getByRole("button", { name: /From hypothesis to score/ }).click();
  const steps = page.locator(".cell.is-analysis");
  await expect.poll(() => steps.count()).toBe(said.length);
  for (const [i, text] of said.entries()) {
    await expect
      .poll(() => steps.nth(i).locator(".verdict").first().textContent(), { timeout: 60_000 })
      .toMatch(text);
    await steps.nth(i).scrollIntoViewIfNeeded();
    await picture(page, `score-${i + 1}`);
  }
  expect(await seriousFindings(page)).toEqual([]);

  const score = steps.nth(said.length - 2);
  await score.getByRole("button", { name: "Open as code" }).click();
  const table = page.locator(".cell.is-sql [role='grid']");
  await table.waitFor({ timeout: 30_000 });
  // Every account and the header.
  await expect.poll(() => table.getAttribute("aria-rowcount")).toBe("1601");
  await picture(page, "score-table");
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});
