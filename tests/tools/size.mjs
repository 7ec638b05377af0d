// How much the first look costs: everything dist/index.html loads before anybody does anything. Monaco and DuckDB come later.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Kilobytes, compressed. A slow line gives about 200 kB a second: the page should be there in little more than two seconds.
    The compiler of cells is part of it, because the graph must know a text's names from its first key on. */
const budgetKb = 440;

/** Paths of the files a page loads at once: its scripts and styles, and what those import statically. */
export function firstLoad(page) {
  const html = readFileSync(page, "utf8");
  const found = new Set();
  const wanted = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\.?[^":]+\.(?:js|css))"/g)].map(
    ([, path]) => join(dirname(page), path),
  );
  for (const path of wanted) {
    if (found.has(path)) continue;
    found.add(path);
    const text = readFileSync(path, "utf8");
    const imports = path.endsWith(".js") ? text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g) : [];
    wanted.push(...[...imports].map(([, target]) => join(dirname(path), target)));
  }
  return [...found];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const files = firstLoad(join(dist, "index.html")).map((path) => ({
    path: relative(dist, path),
    kb: gzipSync(readFileSync(path)).length / 1000,
  }));
  const total = files.reduce((sum, { kb }) => sum + kb, 0);
  for (const { path, kb } of files) console.log(`  ${kb.toFixed(1).padStart(8)} kB  ${path}`);
  console.log(`  ${total.toFixed(1).padStart(8)} kB  first load, compressed (budget ${budgetKb} kB)`);
  if (total > budgetKb) process.exitCode = 1;
}
