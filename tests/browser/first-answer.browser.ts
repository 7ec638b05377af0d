import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dropFiles, openPage } from "./open-page";
import { orders } from "./orders";

const cdnow = "../shared/data/cdnow-sample/cdnow_sample.csv";

describe("J1, first answer", () => {
  test("one click on the example gives verdicts, charts and tables", async () => {
    const { page, foreign, errors } = await openPage();
    await page.getByRole("button", { name: /Software accounts/ }).click();
    await expect
      .poll(() => page.locator(".verdict-sentence").count(), { timeout: 60_000 })
      .toBeGreaterThanOrEqual(3);
    await page
      .locator(".status-mark.is-running, .status-mark.is-queued")
      .first()
      .waitFor({ state: "detached" });
    await expect.poll(() => page.locator(".error-box:not(.is-calm)").allTextContents()).toEqual([]);
    await expect.poll(() => page.locator("figure svg").count()).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("drop a file, take the suggested analysis: nothing needs to be typed", async () => {
    const { page, foreign, errors } = await openPage();
    await dropFiles(page, { name: "orders.csv", text: orders });
    await page.getByRole("heading", { name: /^orders/ }).waitFor();
    await expect.poll(() => page.getByLabel("Customer", { exact: true }).inputValue()).toBe("customer");
    await expect.poll(() => page.getByLabel("Time", { exact: true }).inputValue()).toBe("date");
    await expect.poll(() => page.getByLabel("Amount", { exact: true }).inputValue()).toBe("amount");
    await page.locator(".offer", { has: page.getByText("Attrition", { exact: true }) }).click();
    // January's ann, bob and cid: bob is not back in February. The last complete month is February.
    const verdict = page.locator(".verdict-sentence");
    await verdict.waitFor();
    await expect.poll(() => verdict.textContent()).toMatch(/3 customers.*1 was gone.*33\.3\s?%/s);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.skipIf(!existsSync(cdnow))("CDNOW: monthly attrition as in its reference", async () => {
    const { page, foreign, errors } = await openPage();
    await dropFiles(page, { name: "cdnow_sample.csv", text: readFileSync(cdnow, "utf8") });
    await page.getByRole("heading", { name: /^cdnow_sample/ }).waitFor();
    await page.locator(".offer", { has: page.getByText("Attrition over time", { exact: true }) }).click();
    await page.locator(".verdict-sentence").waitFor();
    await page.getByText("All figures and tables").click();
    const cells = await page.locator(".cell-output table td").allTextContents();
    // cdnow-sample/reference.json, activity_monthly: 1997-02 657 of 781, 1998-06 93 of 134.
    expect(cells.join(" ")).toMatch(/781\D+657\D/);
    expect(cells.join(" ")).toMatch(/84\.1\s?%/);
    expect(cells.join(" ")).toMatch(/134\D+93\D/);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("in Russian all of it is Russian", async () => {
    const { page } = await openPage({ locale: "ru-RU" });
    await dropFiles(page, { name: "orders.csv", text: orders });
    await page.locator(".offer", { has: page.getByText("Отток", { exact: true }) }).click();
    await page.locator(".verdict-sentence").waitFor();
    await expect.poll(() => page.locator(".verdict-sentence").textContent()).toMatch(/33,3\s?%/);
    const shown = await page.locator("body").innerText();
    const words = shown.match(/\b[A-Za-z]{4,}\b/g) ?? [];
    const ours =
      /^(orders|customer|date|amount|varchar|bigint|Wilson|select|from|DuckDB|unveränderlich|Brown|Das|Gupta|CAI|DasGupta|Journal|American|Statistical|Association|Statist|Amer|Assoc|Statistics|Science|code|SQL|TypeScript)$/i;
    expect([...new Set(words)].filter((word) => !ours.test(word))).toEqual([]);
  });
});
