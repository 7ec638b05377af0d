// npm run bench: the same questions on the same events, by Ebb in Chromium, by native DuckDB and by pandas, in one run.
// Sizes may be given: npm run bench -- 1000000. Then, or alone with npm run bench -- arithmetic and npm run bench -- code, the
// long arithmetic and what TypeScript cells cost. npm run bench -- data takes files in and out, of 10 million rows or, with
// npm run bench -- data 1000000, of so many; 22 million make a CSV of 1 GB.
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { findOrInstallChromium, howToInstall } from "../tools/chromium.mjs";
import { needNode, needPackages } from "../tools/prepare.mjs";
import { busy, machine } from "./machine.mjs";
import { aligned, arithmeticTable, dataTable, summary, table } from "./report.mjs";
import { codeTable } from "./code-report.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

needNode();
needPackages();
needPackages(here);
const chromium = findOrInstallChromium();
if (!chromium) {
  console.error(howToInstall);
  process.exit(1);
}

// Only now is there something to import.
const { buildPage, codeTimes } = await import("./in-browser.mjs");
const { buildWorkbench, inWorkbench } = await import("./workbench.mjs");
const { makeData } = await import("./make-data.mjs");
const { measureEvents } = await import("./events.mjs");
const { measureData } = await import("./data-in.mjs");
const { measureArithmetic } = await import("./arithmetic.mjs");

const words = process.argv.slice(2);
const given = words.map(Number).filter(Boolean);
const ofData = words.includes("data") && given.length ? given : [10_000_000];
const sizes = words.includes("data") ? [] : words.length ? given : [1_000_000, 10_000_000];
const isAsked = (what) => words.length === 0 || words.includes(what);
const lines = [];
const pageFolder = await buildPage(here);
const warning = busy();
console.log(machine());
if (warning) console.log(warning);
for (const events of sizes) {
  const rounds = events > 2_000_000 ? 3 : 5;
  const csv = await makeData(join(here, "data"), events);
  console.log(`\n${events.toLocaleString("en-US")} events, ${rounds} rounds …`);
  const measured = await measureEvents({ chromium, pageFolder, here, csv, rounds });
  console.log(measured.engines.map(({ title, version }) => `${title}: ${version}`).join("\n"));
  console.log(`\n${table(events, measured)}`);
  lines.push(...summary(events, measured));
}
for (const rows of isAsked("data") ? ofData : []) {
  console.log("\nData in and out …");
  const csv = await makeData(join(here, "data"), rows);
  const measured = await measureData({ chromium, pageFolder, here, csv, rows, rounds: 3 });
  console.log(`\n${dataTable(rows, measured).join("\n")}`);
}
if (isAsked("arithmetic")) {
  console.log("\nArithmetic …");
  const steps = await measureArithmetic({ chromium, pageFolder, here, rounds: 5 });
  console.log(`\n${arithmeticTable(steps).join("\n")}`);
}
if (isAsked("code")) {
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
