import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page, type Request } from "playwright-core";
import { build } from "vite";
import { serve } from "../../tools/serve.mjs";
import type { Sheet } from "./main";

export type Asked = Parameters<Sheet["run"]>[0];
export type Outcome = Awaited<ReturnType<Sheet["run"]>>;

declare global {
  interface Window {
    readonly sheet: Sheet;
  }
}

/** The page with nothing but the sandbox, in a browser of its own. */
export interface OpenSheet {
  readonly browser: Browser;
  readonly url: string;
  newPage(): Promise<Page>;
  /** Uncaught errors of the pages, and addresses they asked for outside of their own origin. */
  readonly trouble: readonly string[];
  close(): Promise<void>;
}

export async function openSheet(): Promise<OpenSheet> {
  await build({ configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)), logLevel: "error" });
  const server = await serve(fileURLToPath(new URL("../../.results/sandbox", import.meta.url)));
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const trouble: string[] = [];
  return {
    browser,
    url: server.url,
    trouble,
    async newPage() {
      const context = await browser.newContext();
      const page = await context.newPage();
      // Chromium announces imports before it refuses them; what counts is what was not refused.
      const outside = (request: Request) =>
        /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(server.url);
      context.on("requestfinished", (request) => outside(request) && trouble.push(request.url()));
      context.on("requestfailed", (request) => {
        if (outside(request) && request.failure()?.errorText !== "csp") trouble.push(request.url());
      });
      page.on("pageerror", (error) => trouble.push(String(error)));
      await page.goto(server.url);
      await page.waitForFunction(() => "sheet" in window);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export function run(page: Page, asked: Asked): Promise<Outcome> {
  // As text: the types of what may be passed are too deep for the compiler.
  return page.evaluate((given) => window.sheet.run(JSON.parse(given) as never), JSON.stringify(asked));
}
