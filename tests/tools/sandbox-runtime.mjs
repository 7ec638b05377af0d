// A plugin for Vite: the program of the sandbox's worker as one classic script, and the address where it lies.
import { statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const id = "virtual:sandbox-runtime";
const resolved = `\0${id}`;
const devPath = "@sandbox-runtime.js";
const entry = fileURLToPath(new URL("../../src/engine/sandbox/runtime/main.ts", import.meta.url));

/** `import address from "virtual:sandbox-runtime"`: relative to the page that asks. */
export function sandboxRuntime() {
  let isServing = false;
  let made = null;

  return {
    name: "sandbox-runtime",
    configResolved(config) {
      isServing = config.command === "serve";
    },
    resolveId: (source) => (source === id ? resolved : null),
    async load(wanted) {
      if (wanted !== resolved) return null;
      if (isServing) return `export default ${JSON.stringify(devPath)};`;
      const { code, files } = await classicScript(entry);
      for (const file of files) this.addWatchFile(file);
      const asset = this.emitFile({ type: "asset", name: "sandbox-runtime.js", source: code });
      return `export default import.meta.ROLLUP_FILE_URL_${asset};`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url.split("?", 1)[0].endsWith(`/${devPath}`)) return next();
        if (!made || isOlder(made)) made = { at: Date.now(), bundle: classicScript(entry) };
        made.bundle.then(({ code, files }) => {
          made.files = files;
          response.setHeader("Content-Type", "text/javascript; charset=utf-8");
          response.setHeader("Cache-Control", "no-store");
          response.end(code);
        }, next);
      });
    },
  };
}

function isOlder({ at, files = [] }) {
  return files.some((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > at);
}

/** One file without imports: it goes to where it runs as text. */
export async function classicScript(entry) {
  const [{ output }] = [
    await build({
      configFile: false,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        write: false,
        target: "es2022",
        minify: true,
        lib: { entry, formats: ["iife"], name: "ebbScript" },
      },
    }),
  ].flat();
  const [chunk] = output;
  const files = chunk.moduleIds.filter((file) => isAbsolute(file) && !file.includes("node_modules"));
  return { code: chunk.code, files };
}
