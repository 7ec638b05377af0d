import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";
import { sandboxRuntime } from "../tools/sandbox-runtime.mjs";

/** Files that take longest, in this order. They begin, so that both processes end at about the same time. */
const longest = [
  "types",
  "keeping",
  "import",
  "runaways",
  "killed",
  "data",
  "files",
  "single-file",
  "example-code",
  "code",
  "parts",
  "ledger",
  "input",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      [...longest, ""].findIndex((name) => moduleId.endsWith(`/${name}.browser.ts`) || name === "");
    return files.toSorted((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** End-to-end tests, two files at a time: the files of a process share its Chromium, nothing of a file reaches another. */
export default defineConfig({
  // Some tests ask the engine in Node what the page has to show.
  plugins: [sandboxRuntime()],
  test: {
    // Sheets are built by the first file of a run that opens them.
    env: { EBB_BROWSER_RUN: String(Date.now()) },
    root: new URL("../..", import.meta.url).pathname,
    include: ["tests/browser/**/*.browser.ts"],
    setupFiles: ["tests/browser/after-each.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A start of Chromium and of what the tests import costs as much as a test.
    isolate: false,
    // Much of a test's time is waiting; two browsers side by side halve the whole.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    retry: 0,
    // A busy machine; a page that never gets there is told by the test's own limit.
    expect: { poll: { timeout: 15_000 } },
  },
});
