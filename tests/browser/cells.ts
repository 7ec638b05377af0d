import type { Page } from "playwright-core";

/** Writes into the cell that is open for writing. */
export async function write(page: Page, text: string): Promise<void> {
  await page
    .locator(".monaco-editor textarea, .monaco-editor .native-edit-context")
    .first()
    .waitFor({ state: "attached" });
  await page.keyboard.insertText(text);
}

type Kind = "SQL" | "TypeScript" | "Text";

/** A new cell at the end, with that text, still open for writing. */
export async function newCell(page: Page, kind: Kind, text: string): Promise<void> {
  await page.locator(".insert-bar.is-always").getByRole("button", { name: kind, exact: true }).click();
  await write(page, text);
}

/** A new cell at the end that has run; waits until it has ended, well or not. */
export async function ranCell(page: Page, kind: Kind, text: string, name?: string) {
  await newCell(page, kind, text);
  const id = await page.locator("[data-cell].is-selected").getAttribute("data-cell");
  const cell = page.locator(`[data-cell="${id}"]`);
  if (name) {
    await page.keyboard.press("Escape");
    await cell.getByLabel("Name of the result").fill(name);
    await cell.getByLabel("Name of the result").press("Enter");
    await cell.click({ position: { x: 4, y: 4 } });
  }
  await page.keyboard.press("Control+Enter");
  await cell.locator(".status-mark:is(.is-fresh, .is-failed, .is-blocked)").waitFor();
  return cell;
}
