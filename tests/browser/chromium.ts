import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { quietly } from "../tools/chromium.mjs";

/**
 * Chromium takes the last list only, so what Playwright switches off stands here too. The last line is ours: each window would
 * load the pop-ups of its address bar, two pages with processes of their own that no test ever sees, and a process in reserve.
 */
const without = [
  ..."AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose HttpsUpgrades PaintHolding".split(
    " ",
  ),
  ..."HttpsFirstBalancedModeAutoEnable ThirdPartyStoragePartitioning LensOverlay MediaRouter".split(" "),
  ..."AvoidCorsURLLoaderRestartOnRedirect OptimizationHints NetworkTimeServiceQuerying".split(" "),
  ..."AimEnabled PreconnectToSearch".split(" "),
  ..."WebUIOmniboxPopup WebUIOmniboxAimPopup SpareRendererForSitePerProcess".split(" "),
];

const flags = [...quietly, `--disable-features=${without.join(",")}`];

let running: Browser | null = null;

/** The browser of all files that run in this process, one after the other; another one when it has died. */
export async function theBrowser(): Promise<Browser> {
  if (!running?.isConnected())
    running = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: flags,
    });
  return running;
}

/** A browser of its own whose profile lies in a folder, so that it can be killed and started again. */
export function lastingBrowser(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: flags,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
  });
}

/** The browser profiles that are open: each a fresh one, which nothing of the others reaches. */
export function openContexts(): readonly BrowserContext[] {
  return running?.contexts() ?? [];
}

/** What a test opens and others of its file go on with. */
const lasting = new WeakSet<BrowserContext>();
export const keepOpen = (context: BrowserContext): unknown => lasting.add(context);
export const isLasting = (context: BrowserContext): boolean => lasting.has(context);

export async function closeContexts(contexts = openContexts()): Promise<void> {
  await Promise.all(contexts.map((context) => context.close()));
}
