import { isDeepStrictEqual } from "node:util";
import { afterEach, expect } from "vitest";
import type { Page } from "playwright-core";
import { keepOpen } from "./chromium";
import { openPage, type OpenPage } from "./open-page";

/**
 * A page that the tests of a file share: each begins with a new notebook in it, where nothing of the last one is left to see,
 * and no start of the engine is to be paid. After a test that failed it is a page of its own again. Not for what is kept between
 * visits: that a new notebook does not forget.
 */
export function sharedPage(): () => Promise<OpenPage> {
  let open: OpenPage | null = null;
  let untouched: unknown;
  let isSpoilt = false;
  afterEach(({ task }) => void (isSpoilt ||= task.result?.state === "fail"));
  return async () => {
    if (isSpoilt) {
      await open?.context.close();
      open = null;
      isSpoilt = false;
    }
    if (!open) {
      open = await openPage();
      keepOpen(open.context);
      await open.page.locator(".welcome-example").first().waitFor();
      untouched = await stateOf(open.page);
      return open;
    }
    await beginAgain(open.page, untouched);
    open = { ...open, foreign: clear(open.foreign), errors: clear(open.errors) };
    return open;
  };
}

async function beginAgain(page: Page, untouched: unknown): Promise<void> {
  const panels = page.locator("[role=dialog], [role=alertdialog], [role=menu]");
  for (let i = 0; i < 3 && (await panels.count()); i += 1) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New notebook" }).dispatchEvent("click");
  await page.locator(".welcome-example").first().waitFor();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    localStorage.clear();
  });
  await page.mouse.move(0, 0);
  let now = await stateOf(page);
  for (const end = Date.now() + 15_000; !isDeepStrictEqual(now, untouched) && Date.now() < end;) {
    await page.waitForTimeout(50);
    now = await stateOf(page);
  }
  expect(now, "a new notebook as on a page just opened").toEqual(untouched);
}

/** What a person sees of a page; how far the engine is with its start is left out. */
const stateOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    shown: document.body.innerText.replace("Starting the engine…\n", ""),
    fields: [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")].map(
      ({ value }) => value,
    ),
    open: document.querySelectorAll("[role=dialog], [role=menu], .monaco-editor, [data-cell], .table-card")
      .length,
    theme: document.documentElement.dataset.theme,
  }));

/** What was seen before belongs to another test; the page goes on writing into the same list. */
function clear(seen: readonly string[]): readonly string[] {
  (seen as string[]).length = 0;
  return seen;
}
