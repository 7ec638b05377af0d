// npm start: install what is missing, build, serve on loopback, show.
import { join } from "node:path";
import { needBuild } from "./build.mjs";
import { hasScreen, openBrowser } from "./open-browser.mjs";
import { needNode, needPackages, root } from "./prepare.mjs";
import { serve } from "./serve.mjs";

needNode();
needPackages();
needBuild(root);

const { url, close } = await serve(join(root, "dist"), Number(process.env.PORT) || 4180);
console.log(`Ebb is at ${url}  (Ctrl+C stops it)`);
if (hasScreen()) openBrowser(url);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await close();
    process.exit(0);
  });
}
