// The other engines, each in a process of its own, so that none inherits the memory or threads of another. Each waits for a
// line and answers with one, so that it can be asked in turn with Ebb: what else keeps the machine busy then hits both.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** `threads`: "1" or "default". */
export function openNative(here, threads) {
  const title = threads === "1" ? "native, 1 thread" : "native";
  return opened(title, process.execPath, [join(here, "native.mjs"), threads]);
}

/** null, with a word on it, where there is no python3 with pandas. */
export function openPandas(here, csv) {
  return openPython("pandas", join(here, "pandas_bench.py"), [csv]);
}

/** null, with a word on it, where there is no python3 with numpy. */
export function openNumpy(here) {
  return openPython("numpy", join(here, "numpy_bench.py"), []);
}

function openPython(module, script, args) {
  const python = ["python3", "/usr/bin/python3", "python"].find(
    (command) => spawnSync(command, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0,
  );
  if (python) return opened(module, python, [script, ...args]);
  console.log(`${module}: not measured, there is no python3 with ${module} here`);
  return null;
}

/** `ask` gives milliseconds and, where it is told, milliseconds of processor time; null for what this engine cannot answer. */
async function opened(title, command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ${args.join(" ")} ended`);
    return JSON.parse(value);
  };
  const { version } = await next();
  return {
    title,
    version,
    async ask(message) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}
