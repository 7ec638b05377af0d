import type { Page } from "playwright-core";

/** Into a cell's code by the keyboard, the caret at its end. */
export async function edit(page: Page, cell: string): Promise<void> {
  await page.focus(`#cell-${cell}`);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`#cell-${cell} .view-line`);
  await page.waitForSelector(`#cell-${cell} .monaco-editor.focused`);
  await page.keyboard.press("Control+End");
}

/** The caret on a line and column, by keys. */
export async function moveTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press("Control+Home");
  for (let i = 1; i < line; i++) await page.keyboard.press("ArrowDown");
  for (let i = 1; i < column; i++) await page.keyboard.press("ArrowRight");
}

/** All that a test can leave behind: texts, what stands on the page, editors, marks, widgets, the focus. */
export const stateOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    shown: document.querySelector("main")!.innerText,
    left: document.querySelectorAll(
      ".monaco-editor, .visible, [class*='squiggly'], [class*='mark-error'], [class*='glyph-error'], ul > li",
    ).length,
    focus: document.activeElement?.localName,
  }));

/** As on a busy machine: what the page says to TypeScript arrives late, in its order. */
export function delayTypes(ms: number): void {
  const { Worker } = window;
  window.Worker = class extends Worker {
    readonly #isTypes: boolean;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.#isTypes = String(url).includes("language-worker");
    }
    override postMessage(message: unknown): void {
      if (this.#isTypes) setTimeout(() => super.postMessage(message), ms);
      else super.postMessage(message);
    }
  };
}
