// A plugin for Vite: the list of the files a page is made of, and the script that starts them from within one file.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { init, parse } from "es-module-lexer";
import { classicScript } from "./sandbox-runtime.mjs";

const entry = fileURLToPath(new URL("../../src/engine/packed/runtime/main.ts", import.meta.url));

/**
 * Examples come with their data; whoever can unpack the file has no use for the engine of older browsers; and one file of
 * the editor is written by the build although nothing can load it.
 */
const isLeftOut = (file) => /\.(csv|ipynb)$|duckdb-(browser-)?mvp|editorWebWorkerMain/.test(file);

export function singleFile() {
  return {
    name: "single-file",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      // Builds of parts, for tests, have another page.
      const page = Object.values(bundle).find((one) => one.type === "chunk" && one.isEntry);
      const html = bundle["index.html"];
      if (!page || !html) return;
      await init;
      const names = readdirSync(join(dir, "assets")).map((name) => `assets/${name}`);
      const own = new Set(names.filter((name) => !isLeftOut(name)));
      const files = Object.fromEntries(
        [...own].map((file) => [file, file.endsWith(".js") ? placesIn(file, dir, own) : []]),
      );
      refuseCircles(files);
      const styles = [...String(html.source).matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g)];
      const manifest = {
        entry: page.fileName,
        styles: styles.map(([, file]) => file),
        preload: preloadIn(bundle),
        files,
      };
      writeFileSync(join(dir, "single-file.json"), JSON.stringify(manifest));
      writeFileSync(join(dir, "single-file.js"), (await classicScript(entry)).code);
    },
  };
}

/** Where a module names others, and itself. What it imports by a computed name stays as it is. */
function placesIn(file, dir, own) {
  const [imports] = parse(readFileSync(join(dir, file), "utf8"), file);
  return imports.flatMap(({ n, s, e, ss, d }) => {
    if (d === -2) return [[s, e, "meta", ""]];
    const target = n === undefined ? "" : posix.join(posix.dirname(file), n);
    if (d >= 0) return own.has(target) ? [[ss, e, "dynamic", target]] : [];
    if (!own.has(target)) throw new Error(`${file} imports ${n}, which is not among the built files`);
    return [[s, e, "static", target]];
  });
}

/** An address is made when those of all imported modules are there. */
function refuseCircles(files) {
  const done = new Set();
  const visit = (file, way) => {
    if (way.includes(file)) throw new Error(`modules import each other: ${[...way, file].join(" > ")}`);
    if (done.has(file)) return;
    for (const [, , what, target] of files[file]) if (what === "static") visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of Object.keys(files)) visit(file, []);
}

function preloadIn(bundle) {
  const chunk = Object.values(bundle).find((one) =>
    one.moduleIds?.some((id) => /vite\/preload-helper/.test(id)),
  );
  if (!chunk || chunk.moduleIds.length !== 1 || chunk.exports.length !== 1)
    throw new Error("the module that loads styles is no longer alone in its file");
  return { file: chunk.fileName, name: chunk.exports[0] };
}
