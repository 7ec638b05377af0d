import { afterAll, afterEach, beforeEach } from "vitest";
import type { BrowserContext } from "playwright-core";
import { closeContexts, isLasting, openContexts } from "./chromium";

/** What a test opened is closed after it; what was open before it, its file shares, and that goes with the file. */
let shared = new Set<BrowserContext>();
beforeEach(() => void (shared = new Set(openContexts())));
afterEach(() =>
  closeContexts(openContexts().filter((context) => !shared.has(context) && !isLasting(context))),
);
afterAll(() => closeContexts());
