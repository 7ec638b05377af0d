// Runs one program of Node to its end, shows what it prints as it comes, and keeps it.
import { spawn } from "node:child_process";

/** `limitMinutes`: a step that hangs must not swallow the sum of the others. */
export function runStep(title, args, { cwd, env = {}, limitMinutes = 10 }) {
  console.log(`\n— ${title}`);
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const limit = setTimeout(() => {
      console.error(`${title}: stopped after ${limitMinutes} minutes`);
      child.kill("SIGKILL");
    }, limitMinutes * 60_000);
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.stderr.on("data", (chunk) => process.stderr.write(chunk));
    child.on("close", (code) => {
      clearTimeout(limit);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`  ${title}: ${code === 0 ? "ok" : "FAILED"}, ${seconds} s`);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
