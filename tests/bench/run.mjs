// npm run bench: the same questions on the same events, by Ebb in Chromium, by native DuckDB and by pandas, in one run.
// Sizes may be given: npm run bench -- 1000000. Then, or alone with npm run bench -- code, what TypeScript cells cost.
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { findOrInstallChromium, howToInstall } from "../tools/chromium.mjs";
import { needNode, needPackages } from "../tools/prepare.mjs";
import { busy, machine } from "./machine.mjs";
import { aligned, summary, table } from "./report.mjs";
import { codeTable } from "./code-report.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

needNode();
needPackages();
// The lock knows the native engine of 64-bit Linux only; elsewhere npm has to look for the one that fits.
const isLocked = process.platform === "linux" && process.arch === "x64";
needPackages(here, isLocked ? ["ci"] : ["install", "--no-package-lock"]);
const chromium = findOrInstallChromium();
if (!chromium) {
  console.error(howToInstall);
  process.exit(1);
}

// Only now is there something to import.
const { buildPage, codeTimes, openPage } = await import("./in-browser.mjs");
const { buildWorkbench, inWorkbench } = await import("./workbench.mjs");
const { makeData } = await import("./make-data.mjs");
const { inNative, inPandas } = await import("./in-process.mjs");

const words = process.argv.slice(2);
const given = words.map(Number).filter(Boolean);
const sizes = words.length ? given : [1_000_000, 10_000_000];
const lines = [];
const pageFolder = await buildPage(here);
const warning = busy();
console.log(machine());
if (warning) console.log(warning);
for (const events of sizes) {
  const runs = events > 2_000_000 ? 3 : 5;
  const csv = await makeData(join(here, "data"), events);
  console.log(`\n${events.toLocaleString("en-US")} events, median of ${runs} runs each …`);
  const ebb = await openPage(chromium, pageFolder, csv, runs);
  const columns = [
    ebb,
    await inNative(here, csv, "1", ebb.queries, runs),
    await inNative(here, csv, "default", ebb.queries, runs),
    await inPandas(here, csv, runs),
  ].filter(Boolean);
  console.log(columns.map(({ title, version }) => `${title}: ${version}`).join("\n"));
  console.log(table(events, columns));
  lines.push(...summary(events, columns));
}
if (!given.length) {
  console.log("\nTypeScript cells …");
  const workbench = await buildWorkbench(here);
  const taken = {
    ...(await codeTimes(chromium, pageFolder, 9)),
    ...(await inWorkbench(chromium, workbench, pageFolder)),
  };
  console.log(`\n${aligned(codeTable(taken)).join("\n")}`);
}
if (warning) lines.push(warning);
console.log(`\n${lines.join("\n")}`);
