import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { build } from "vite";
import { serve } from "../tools/serve.mjs";
import { theBrowser } from "./chromium";

/** A sheet: a page that shows parts of Ebb by themselves, under Ebb's own security policy. */
export interface OpenSheet {
  readonly browser: Browser;
  readonly url: string;
  /** Uncaught errors, console errors, and addresses asked for outside of the sheet's own origin. */
  readonly trouble: string[];
  /** Every address that was asked for. */
  readonly asked: string[];
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Builds the sheet in `folder` once a test run, and serves it. `mayTry`: code on it tries to break
 * out; then what counts is not what it tried (Chromium announces a request before a policy refuses it) but what got through.
 */
export async function openSheet(folder: "parts" | "sandbox", mayTry = false): Promise<OpenSheet> {
  const built = await builtSheet(folder);
  const server = await serve(built);
  const browser = await theBrowser();
  const trouble: string[] = [];
  const asked: string[] = [];
  const isOutside = (request: Request) =>
    /^(https?|wss?|ftp):/.test(request.url()) && !request.url().startsWith(server.url);
  return {
    browser,
    url: server.url,
    trouble,
    asked,
    async newPage(options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      context.on("request", (request) => asked.push(request.url()));
      context.on("requestfinished", (request) => isOutside(request) && trouble.push(request.url()));
      context.on("requestfailed", (request) => {
        if (isOutside(request) && request.failure()?.errorText !== "csp") trouble.push(request.url());
      });
      page.on("pageerror", (error) => trouble.push(String(error)));
      if (mayTry) return page;
      context.on("request", (request) => isOutside(request) && trouble.push(request.url()));
      context.on("page", (other) => other !== page && trouble.push(`a page was opened: ${other.url()}`));
      page.on("dialog", (dialog) => trouble.push(`a dialog: ${dialog.message()}`));
      page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
      return page;
    },
    close: () => server.close(),
  };
}

/** Files of tests run side by side: one of them builds, the others wait for it. */
async function builtSheet(folder: string): Promise<string> {
  const built = fileURLToPath(new URL(`../.results/${folder}`, import.meta.url));
  const mark = `${built}.of-run`;
  const lock = `${built}.lock-${run}`;
  const isBuilt = () => existsSync(mark) && readFileSync(mark, "utf8") === run;
  if (isBuilt()) return built;
  mkdirSync(dirname(built), { recursive: true });
  if (taken(lock)) {
    for (const end = Date.now() + 120_000; !isBuilt(); await new Promise((again) => setTimeout(again, 100)))
      if (Date.now() > end) throw new Error(`the sheet was not built by the test that began to: ${folder}`);
    return built;
  }
  // Between the look and the lock another may have finished.
  if (!isBuilt()) {
    const configFile = fileURLToPath(new URL(`${folder}/vite.config.ts`, import.meta.url));
    await build({ configFile, logLevel: "error" });
    writeFileSync(mark, run);
  }
  rmSync(lock, { recursive: true });
  return built;
}

const run = process.env.EBB_BROWSER_RUN ?? String(Math.random());

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return false;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return true;
    throw error;
  }
}
