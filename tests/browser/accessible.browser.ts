import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { dropFiles, openPage } from "./open-page";
import { seriousFindings } from "./serious-findings";

const events = "user_id,time,event\n1,2024-01-03,buy\n1,2024-02-10,buy\n2,2024-01-20,buy\n2,2024-03-20,buy\n";

/** Axe over the page as it stands: dark as it was opened, then in the light that its reader switches on. */
async function expectNothingSerious(page: Page, where: string): Promise<void> {
  expect(await seriousFindings(page), `${where}, dark`).toEqual([]);
  await page.getByRole("button", { name: "Light theme" }).dispatchEvent("click");
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
  await settledColours(page);
  expect(await seriousFindings(page), `${where}, light`).toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).dispatchEvent("click");
  await settledColours(page);
}

/** A colour on its way from dark to light is neither. Not waited for: what is out of sight stands still on its way. */
const settledColours = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });

test("axe finds nothing serious, dark and light: data, verdict, figure, tables", async () => {
  const { page } = await openPage({ colorScheme: "dark" });
  await page.locator(".welcome-example").first().waitFor();
  await expectNothingSerious(page, "empty page");
  await dropFiles(page, { name: "events.csv", text: events });
  await page.locator(".offer", { has: page.getByText("Attrition over time", { exact: true }) }).click();
  await page.locator(".verdict-sentence").waitFor();
  await page.getByText("All figures and tables").click();
  await expectNothingSerious(page, "result");
  await page.getByRole("tab", { name: "SQL" }).click();
  await expectNothingSerious(page, "SQL");
  await page.getByRole("tab", { name: "Method" }).click();
  await expectNothingSerious(page, "method");
});

test("axe finds nothing serious, dark and light: query, grid, editor, error, what is kept", async () => {
  const { page } = await openPage({ colorScheme: "dark" });
  await dropFiles(page, { name: "events.csv", text: events }, { name: "empty.csv", text: "" });
  await page.locator(".load.is-failed").waitFor();
  await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
  await page.locator(".monaco-editor").waitFor();
  await page.keyboard.insertText("select * from events");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("grid").waitFor();
  await expectNothingSerious(page, "grid and editor");
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("select nonsense from events");
  await page.keyboard.press("Control+Enter");
  await page.locator(".error-box").waitFor();
  await page.getByRole("button", { name: "On this computer only" }).click();
  await page.getByRole("dialog").waitFor();
  await expectNothingSerious(page, "error and what is kept");
});
