// npm run bench:truth: made-up customer bases of which the truth is known; what Ebb's default path says of them, and what two
// common ways say. More seeds: npm run bench:truth -- 3 (three times as many), others: npm run bench:truth -- 1 100 (from 100).
import { fileURLToPath } from "node:url";
import { needNode, needPackages } from "../../tools/prepare.mjs";

needNode();
needPackages();
// Only now is there something to import.
const { createServer } = await import("vite");

const [times, from] = process.argv.slice(2).map(Number);
const plan = [
  { customers: 150, seeds: 12 },
  { customers: 500, seeds: 12 },
  { customers: 1500, seeds: 8 },
  { customers: 5000, seeds: 4 },
  { customers: 20_000, seeds: 1 },
].map(({ customers, seeds }) => ({ customers, seeds: Math.max(1, Math.round(seeds * (times || 1))) }));

const root = fileURLToPath(new URL("../../../", import.meta.url));
const server = await createServer({
  root,
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  appType: "custom",
  logLevel: "error",
  optimizeDeps: { noDiscovery: true },
});
try {
  const { runBench } = await server.ssrLoadModule("/tests/bench/truth/bench.ts");
  const { printed } = await server.ssrLoadModule("/tests/bench/truth/table.ts");
  const began = performance.now();
  const all = plan.reduce((sum, { seeds }) => sum + seeds, 0);
  let done = 0;
  const runs = await runBench(plan, from || 0, ({ customers, seed }) => {
    done++;
    process.stderr.write(`\r${done} of ${all} bases (${customers} customers, seed ${seed})      `);
  });
  process.stderr.write("\n");
  for (const line of printed(runs)) console.log(line);
  console.log(`${runs.length / 3} bases, ${((performance.now() - began) / 1000).toFixed(0)} s`);
} finally {
  await server.close();
}
process.exit(0);
