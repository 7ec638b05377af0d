import { expect, test } from "vitest";
import { dropFiles, openPage } from "./open-page";

const events = "user_id,time,event\n1,2024-01-03,buy\n1,2024-02-10,buy\n2,2024-01-20,buy\n2,2024-03-20,buy\n";

test("a report that cannot be shown leaves the page standing, and comes back", async () => {
  const { page } = await openPage();
  await dropFiles(page, { name: "events.csv", text: events });
  await page.locator(".offer", { has: page.getByText("Attrition over time", { exact: true }) }).click();
  await page.locator(".verdict-sentence").waitFor();
  await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
  await page.evaluate(() => {
    const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format")!;
    Object.assign(window, {
      mend: () => Object.defineProperty(Intl.DateTimeFormat.prototype, "format", format),
    });
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
      ...format,
      get: () => {
        throw new Error("no clock");
      },
    });
  });
  const cell = page.locator("[data-cell]").first();
  await cell.locator("select.hole").filter({ hasText: "week" }).first().selectOption("week");
  await expect.poll(() => cell.locator(".error-box").textContent()).toContain("no clock");
  await expect.poll(() => page.locator("[data-cell]").count()).toBe(2);
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await cell.getByRole("button", { name: "Try again" }).click();
  await cell.locator(".verdict-sentence").waitFor();
});

test("without an engine the page says so, and how to go on", async () => {
  const { page } = await openPage();
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error("workers are forbidden");
      }
    } as unknown as typeof Worker;
  });
  await page.reload();
  await expect
    .poll(() => page.locator(".topbar-state").textContent(), { timeout: 30_000 })
    .toBe("The engine could not be started");
  await expect.poll(() => page.locator(".notice.is-harm").textContent()).toContain("Reload the page");
});
