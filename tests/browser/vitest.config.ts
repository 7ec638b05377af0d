import { defineConfig } from "vitest/config";
import { sandboxRuntime } from "../tools/sandbox-runtime.mjs";

/** End-to-end tests: one Chromium, one page server, files one after another. */
export default defineConfig({
  // Some tests ask the engine in Node what the page has to show.
  plugins: [sandboxRuntime()],
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["tests/browser/**/*.browser.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
    retry: 0,
  },
});
