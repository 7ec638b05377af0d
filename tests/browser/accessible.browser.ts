import { describe, expect, test } from "vitest";
import { dropFiles, openPage } from "./open-page";
import { seriousFindings } from "./serious-findings";

const events = "user_id,time,event\n1,2024-01-03,buy\n1,2024-02-10,buy\n2,2024-01-20,buy\n2,2024-03-20,buy\n";

describe.each(["light", "dark"] as const)("axe finds nothing serious, %s", (colorScheme) => {
  test("empty page", async () => {
    const { page } = await openPage({ colorScheme });
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("data, verdict, figure, tables", async () => {
    const { page } = await openPage({ colorScheme });
    await dropFiles(page, { name: "events.csv", text: events });
    await page.locator(".offer", { has: page.getByText("Attrition over time", { exact: true }) }).click();
    await page.locator(".verdict-sentence").waitFor();
    await page.getByText("All figures and tables").click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "SQL" }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Method" }).click();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("query, grid, editor, error, what is kept", async () => {
    const { page } = await openPage({ colorScheme });
    await dropFiles(page, { name: "events.csv", text: events }, { name: "empty.csv", text: "" });
    await page.locator(".load.is-failed").waitFor();
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
    await page.locator(".monaco-editor").waitFor();
    await page.keyboard.insertText("select * from events");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("grid").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("b");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("select nonsense from events");
    await page.keyboard.press("Control+Enter");
    await page.locator(".error-box").waitFor();
    await page.getByRole("button", { name: "On this computer only" }).click();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
