// The end-to-end tests, against the built page. Closes with one line that npm test reads.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { countVitest } from "../tools/count.mjs";
import { findOrInstallChromium, howToInstall } from "../tools/chromium.mjs";
import { needBuild } from "../tools/build.mjs";
import { root } from "../tools/prepare.mjs";
import { runStep } from "../tools/run-step.mjs";

const chromium = findOrInstallChromium();
if (!chromium) {
  console.error(howToInstall);
  process.exit(1);
}
needBuild(root);

const folder = join(root, "tests/.results");
const report = join(folder, "browser.json");
mkdirSync(folder, { recursive: true });
rmSync(report, { force: true });
const { exitCode } = await runStep(
  "end to end",
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "tests/browser/vitest.config.ts",
    "--reporter=verbose",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, env: { CHROMIUM_PATH: chromium } },
);
const { passed, failed, failures, skipped } = countVitest(
  existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null,
  exitCode,
);
for (const failure of failures) console.log(`failed: ${failure.replaceAll("\n", " | ")}`);
for (const name of skipped) console.log(`skipped: ${name}`);
console.log(`browser: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
