import { readdirSync, readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { sandboxRuntime } from "./tests/tools/sandbox-runtime.mjs";
import { singleFile } from "./tests/tools/single-file.mjs";

// A zone with summer time finds date bugs that UTC hides.
if (process.env.VITEST) process.env.TZ = "America/New_York";

/** Tests with a document, a clock or modules of their own; those of the sandbox's documents share one among themselves. */
const ownWorld =
  /@vitest-environment|vi\.(mock|doMock|stubGlobal|useFakeTimers|resetModules)|globalThis|\b(document|window)\.|from "\.\/(cell-output|both-documents)"/;
const tests = new URL("tests/", import.meta.url);
const withOwnWorld = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /^(cells|engine|charts).*\.test\.tsx?$/.test(path))
  .filter((path) => ownWorld.test(readFileSync(new URL(path, tests), "utf8")))
  .map((path) => `tests/${path}`);

export default defineConfig({
  base: "./",
  plugins: [react(), sandboxRuntime(), singleFile()],
  worker: { format: "es" },
  // A data: address would need its own door in the page's content security policy.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    // The sandbox's program is a build of its own inside this one, and takes its time.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    setupFiles: ["tests/tools/every-language.ts", "tests/tools/seeded.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // A document, a clock or a module of their own: each file in fresh modules.
      { extends: true, test: { name: "page", include: withOwnWorld } },
      // Functions of what they are given. Files share what they import, and take half the time.
      {
        extends: true,
        test: {
          name: "functions",
          isolate: false,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...withOwnWorld, "tests/browser/**", "tests/bench/**", "node_modules/**"],
        },
      },
    ],
  },
});
