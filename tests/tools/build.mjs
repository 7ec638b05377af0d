// Builds dist when it is missing or older than anything it is made from.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = [
  "src",
  "public",
  "examples",
  "index.html",
  "vite.config.ts",
  "tests/tools/sandbox-runtime.mjs",
  "tests/tools/single-file.mjs",
  "tsconfig.json",
  "package-lock.json",
];

export function needBuild(root) {
  if (!isStale(root)) return;
  console.log("Building …");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status === 0) return;
  console.error("The build failed: see above.");
  process.exit(1);
}

export function isStale(root) {
  const built = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false });
  return !built || sources.some((source) => newest(join(root, source)) > built.mtimeMs);
}

// A folder's own time counts too: it changes when a file in it is removed.
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((entry) => newest(join(path, entry))));
}
