import type { Page } from "playwright-core";
import { openSheet, type OpenSheet } from "../open-sheet";
import type { Sheet } from "./main";

export type Asked = Parameters<Sheet["run"]>[0];
export type Outcome = Awaited<ReturnType<Sheet["run"]>>;

declare global {
  interface Window {
    readonly sheet: Sheet;
  }
}

/** The page with nothing but the sandbox: its code may try whatever it likes. */
export async function openSandboxSheet(): Promise<OpenSheet> {
  const sheet = await openSheet("sandbox", true);
  return {
    ...sheet,
    async newPage() {
      const page = await sheet.newPage();
      await page.goto(sheet.url);
      await page.waitForFunction(() => "sheet" in window);
      return page;
    },
  };
}

export function run(page: Page, asked: Asked): Promise<Outcome> {
  // As text: the types of what may be passed are too deep for the compiler.
  return page.evaluate((given) => window.sheet.run(JSON.parse(given) as never), JSON.stringify(asked));
}
