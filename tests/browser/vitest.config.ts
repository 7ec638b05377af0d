import { defineConfig } from "vitest/config";
import { sandboxRuntime } from "../tools/sandbox-runtime.mjs";

/** End-to-end tests: each file with a Chromium and a page server of its own, two files at a time. */
export default defineConfig({
  // Some tests ask the engine in Node what the page has to show.
  plugins: [sandboxRuntime()],
  test: {
    // Sheets are built by the first file of a run that opens them.
    env: { EBB_BROWSER_RUN: String(Date.now()) },
    root: new URL("../..", import.meta.url).pathname,
    include: ["tests/browser/**/*.browser.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Much of a test's time is waiting; two browsers side by side halve the whole.
    maxWorkers: 2,
    retry: 0,
    // A busy machine; a page that never gets there is told by the test's own limit.
    expect: { poll: { timeout: 15_000 } },
  },
});
