import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { sandboxRuntime } from "../../tools/sandbox-runtime.mjs";

/** The parts page: the self-contained components alone, with every state on one sheet. Not part of Ebb. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react(), sandboxRuntime()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    outDir: "../../.results/parts",
    emptyOutDir: true,
  },
});
