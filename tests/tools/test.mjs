// npm test: everything that must hold, and the sum of it all as the last line.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findOrInstallChromium, howToInstall } from "./chromium.mjs";
import { countBrowser, countCheck, countVitest, sum } from "./count.mjs";
import { needNode, needPackages, root } from "./prepare.mjs";
import { runStep } from "./run-step.mjs";

needNode();
needPackages();

const [lint, ...quick] = [
  check("lint", ["node_modules/eslint/bin/eslint.js", "."], { atOnce: true }),
  check("lint with types", ["node_modules/oxlint/bin/oxlint"], { atOnce: true }),
  check("types", ["node_modules/typescript-native/bin/tsc", "--noEmit"], { atOnce: true }),
  check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "."], { atOnce: true }),
  check("build", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], { atOnce: true }),
];
// Lint takes twice as long as the others and one processor: what is left of it goes on beside the unit tests.
const checked = await Promise.all(quick);

const tallies = [
  ...checked,
  await check("size of the first load", ["tests/tools/size.mjs"]),
  await unitTests(),
  await lint,
  await browserTests(),
];

const { passed, failed, failures, skipped } = sum(tallies);
if (skipped.length)
  console.log(`\nskipped (${skipped.length}):\n${skipped.map((test) => `  ${test}`).join("\n")}`);
// What failed thousands of lines ago is said again where everyone looks.
if (failures.length) console.log(`\nfailed:\n${failures.map(indented).join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function indented(text) {
  return text.replaceAll(/^/gm, "  ");
}

async function check(title, args, { atOnce = false } = {}) {
  const { exitCode } = await runStep(title, args, { cwd: root, atOnce });
  return countCheck(exitCode, title);
}

async function unitTests() {
  const folder = join(root, "tests/.results");
  const report = join(folder, "unit.json");
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  // A zone with summer time finds date bugs that UTC hides.
  const { exitCode } = await runStep("unit", ["node_modules/vitest/vitest.mjs", "run", ...reporters], {
    cwd: root,
    env: { TZ: "America/New_York" },
  });
  return countVitest(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null, exitCode);
}

async function browserTests() {
  const chromium = findOrInstallChromium();
  if (!chromium) {
    console.error(`\n— browser\n${howToInstall}`);
    return countCheck(1, "browser: no Chromium");
  }
  const { exitCode, output } = await runStep("browser", ["tests/browser/run.mjs"], {
    cwd: root,
    env: { CHROMIUM_PATH: chromium },
  });
  return countBrowser(output, exitCode);
}
