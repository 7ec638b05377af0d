// Runs one program of Node to its end, shows what it prints as it comes, and keeps it.
import { spawn } from "node:child_process";

/**
 * `limitMinutes`: a step that hangs must not swallow the sum of the others. `atOnce`: what it prints is shown in one piece when
 * it has ended, because others run beside it.
 */
export function runStep(title, args, { cwd, env = {}, limitMinutes = 10, atOnce = false }) {
  if (!atOnce) console.log(`\n— ${title}`);
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      // Colours in a log that is cut to size take the place of what failed.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const limit = setTimeout(() => {
      console.error(`${title}: stopped after ${limitMinutes} minutes`);
      child.kill("SIGKILL");
    }, limitMinutes * 60_000);
    let output = "";
    let shown = "";
    const show = (stream) => (chunk) => {
      if (atOnce) shown += chunk;
      else stream.write(chunk);
    };
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stdout.on("data", show(process.stdout));
    child.stderr.on("data", show(process.stderr));
    child.on("close", (code) => {
      clearTimeout(limit);
      if (atOnce) console.log(`\n— ${title}\n${shown.trimEnd()}`.trimEnd());
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`  ${title}: ${code === 0 ? "ok" : "FAILED"}, ${seconds} s`);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
