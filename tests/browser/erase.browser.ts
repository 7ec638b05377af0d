import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { dropFiles, openPage, visitAgain } from "./open-page";

const sales = { name: "sales.csv", text: "customer,date\nann,2024-01-03\nbob,2024-01-04\n" };

async function openKept(page: Page) {
  await page.getByRole("button", { name: "On this computer only" }).click();
  const kept = page.getByRole("dialog");
  await kept.getByText("Kept in this browser", { exact: true }).waitFor();
  return kept;
}

test("who erases a notebook is told what is left of it: its file, or nothing", async () => {
  const { page } = await openPage();
  await dropFiles(page, sales);
  await page.locator(".table-card").waitFor();
  await page.waitForTimeout(1000);
  let kept = await openKept(page);
  const notebook = () => kept.locator("li", { hasText: "notebook ·" });
  const data = () => kept.locator("li", { hasText: "data ·" });
  await notebook().getByRole("button", { name: "Erase" }).click();
  await expect.poll(() => notebook().textContent()).toContain("never saved as a file");
  await expect.poll(() => notebook().textContent()).toContain("(1 file)");
  await data().getByRole("button", { name: "Erase" }).click();
  await expect.poll(() => data().textContent()).toContain("The file on your disk stays");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  await page.getByText(/^Saved to/).waitFor();
  kept = await openKept(page);
  await notebook().getByRole("button", { name: "Erase" }).click();
  await expect.poll(() => notebook().textContent()).toContain("The file on your disk stays");
});

test("a notebook that another tab has open is not erased until that tab is closed", async () => {
  const first = await openPage();
  await dropFiles(first.page, sales);
  await first.page.locator(".table-card").waitFor();
  await first.page.waitForTimeout(1000);
  const { page } = await visitAgain(first);
  const kept = await openKept(page);
  const notebook = kept.locator("li", { hasText: "notebook ·" });
  const erase = async () => {
    await notebook.getByRole("button", { name: "Erase" }).click();
    await notebook.getByRole("button", { name: "Yes, erase" }).click();
  };
  await erase();
  await page.getByText("is open in another tab and was not erased").waitFor();
  await expect.poll(() => notebook.count()).toBe(1);
  await first.page.close();
  // The browser lets go of what a closed tab held a moment later.
  const held = () => page.evaluate(async () => (await navigator.locks.query()).held!.length);
  await expect.poll(held).toBe(1);
  await erase();
  await expect.poll(() => notebook.count()).toBe(0);
});
