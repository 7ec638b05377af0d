import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { sandboxRuntime } from "../../tools/sandbox-runtime.mjs";

/** A page with nothing but the sandbox, under Ebb's own security policy. Not part of Ebb. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  publicDir: fileURLToPath(new URL("../../../public", import.meta.url)),
  plugins: [sandboxRuntime()],
  build: { target: "es2022", assetsInlineLimit: 0, outDir: "../../.results/sandbox", emptyOutDir: true },
});
