import { describe, expect, test } from "vitest";
import { newCell, ranCell, write } from "./cells";
import { withEvents } from "./events";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

describe("types", () => {
  test("a column that is renamed above underlines its use before anything runs", async () => {
    const { page, errors } = await withEvents(newNotebook);
    await ranCell(page, "SQL", "select user_id, count(*) as n from events group by all", "per_user");
    await newCell(page, "TypeScript", "const most = d3.max(per_user, (row) => row.n);");
    await expect.poll(() => page.locator(".squiggly-error").count()).toBe(0);
    const query = page.locator("[data-cell]").first();
    await query.locator(".editor-preview").first().click();
    await page.keyboard.press("Control+A");
    await write(page, "select user_id, count(*) as visits from events group by all");
    await page.locator("[data-cell]").nth(1).locator(".editor-preview").first().click();
    await expect.poll(() => page.locator(".squiggly-error").count(), { timeout: 20_000 }).toBeGreaterThan(0);
    // The query has not run: what it shows is still of its old text.
    await expect.poll(() => query.locator(".status").getAttribute("class")).toContain("is-stale");
    expect(errors).toEqual([]);
  });

  test("holes of SQL and prose know the same names: errors, completion, definition, rename", async () => {
    const { page, errors } = await withEvents(newNotebook);
    const cell = (i: number) => page.locator("[data-cell]").nth(i);
    const edit = (i: number) => cell(i).locator(".editor-preview").first().click();
    await ranCell(page, "SQL", "select user_id, count(*) as n from events group by all", "per_user");
    await newCell(page, "TypeScript", "const limits = { low: 3 };");
    await newCell(page, "SQL", "select * from events where amount > ${limits.lo}");
    await expect.poll(() => page.locator(".squiggly-error").count(), { timeout: 20_000 }).toBeGreaterThan(0);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("w");
    await page.locator(".suggest-widget.visible .label-name", { hasText: "low" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".squiggly-error").count(), { timeout: 20_000 }).toBe(0);
    await newCell(page, "Text", "At most ${d3.max(per_user, (row) => row.n)} of ${limits.low}");
    await page.keyboard.press("Shift+Enter");
    await page.getByText("At most 9 of 3").waitFor();

    await edit(0);
    await page.keyboard.press("Control+A");
    await write(page, "select user_id, count(*) as visits from events group by all");
    await cell(3)
      .getByText(/Property 'n' does not exist.*line 1/)
      .waitFor();

    await edit(2);
    await page.keyboard.press("Control+Home");
    const offset = "select * from events where amount > ${li".length;
    for (let i = 0; i < offset; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest(".rename-box") !== null))
      .toBe(true);
    await page.keyboard.type("bounds");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(1).textContent()).toContain("const bounds = { low: 3 };");
    await page.keyboard.press("F12");
    await cell(1).locator(".monaco-editor").first().waitFor();
    await expect.poll(() => cell(2).textContent()).toContain("${bounds.low}");
    await cell(3).dblclick();
    await expect.poll(() => cell(3).textContent()).toMatch(/of\s\$\{bounds\.low\}/);
    expect(errors).toEqual([]);
  });
});
