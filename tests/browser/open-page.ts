import type { BrowserContext, Page } from "playwright-core";
import { serve } from "../tools/serve.mjs";
import { theBrowser } from "./chromium";

let server: Awaited<ReturnType<typeof serve>> | null = null;

/** The built page in a browser profile of its own, and everything the browser did that it must not do. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Addresses asked for outside of the page's own origin. */
  readonly foreign: readonly string[];
  /** Uncaught errors, console errors and violations of the content security policy. */
  readonly errors: readonly string[];
}

interface Options {
  readonly locale?: string;
  readonly viewport?: { width: number; height: number };
  readonly colorScheme?: "light" | "dark";
}

export async function openPage(options: Options = {}): Promise<OpenPage> {
  server ??= await serve(process.env.EBB_DIST ?? "dist");
  const context = await (
    await theBrowser()
  ).newContext({
    locale: options.locale ?? "en-GB",
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? "light",
    timezoneId: "America/New_York",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return watched(context, await context.newPage(), server.url);
}

/** Another page in the same profile: a second visit. */
export async function visitAgain({ context, url }: OpenPage): Promise<OpenPage> {
  return watched(context, await context.newPage(), url);
}

async function watched(context: BrowserContext, page: Page, url: string): Promise<OpenPage> {
  const foreign: string[] = [];
  const errors: string[] = [];
  const own = new URL(url).origin;
  // The context sees requests of workers too.
  context.on("request", (request) => {
    const address = request.url();
    if (/^(https?|wss?|ftp):/.test(address) && new URL(address).origin !== own) foreign.push(address);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  // The file dialogs of Chromium cannot be driven; without them the page falls back to plain inputs and downloads.
  await page.addInitScript(() => {
    delete (window as { showOpenFilePicker?: unknown }).showOpenFilePicker;
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  await page.goto(url);
  return { page, context, url, foreign, errors };
}

type Given = { readonly name: string; readonly text: string };

/** Drops files on the page as a person does, once the page takes them. */
export async function dropFiles(page: Page, ...files: Given[]): Promise<void> {
  await dropFilesOn(page, "body", ...files);
}

/** On one place of the page, by its selector. */
export async function dropFilesOn(page: Page, place: string, ...files: Given[]): Promise<void> {
  // The page's listeners come a moment after its load event; a drag that nobody claims would not become a drop.
  for (const end = Date.now() + 30_000; !(await dropNow(page, place, files)); await page.waitForTimeout(20))
    if (Date.now() > end) throw new Error("the page takes no files");
}

function dropNow(page: Page, place: string, files: readonly Given[]): Promise<boolean> {
  return page.evaluate(
    ([place, given]) => {
      const data = new DataTransfer();
      for (const { name, text } of given) data.items.add(new File([text], name));
      const claimed = (type: string) =>
        !document
          .querySelector(place)!
          .dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      return claimed("dragenter") && claimed("dragover") && claimed("drop");
    },
    [place, files] as const,
  );
}

/** For who wants to look: with EBB_PICTURES set, the page as it stands goes to tests/.results. A long page is dear to draw. */
export async function picture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (process.env.EBB_PICTURES) await page.screenshot({ path: `tests/.results/${name}.png`, ...options });
}
