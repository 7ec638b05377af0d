// Runs the other engines, each in a process of its own, so that none inherits the memory or threads of another.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export function inNative(here, csv, threads, queries, runs) {
  const output = run(
    process.execPath,
    [join(here, "native.mjs"), csv, threads, String(runs)],
    JSON.stringify(queries),
  );
  return { title: threads === "1" ? "native, 1 thread" : "native", ...output };
}

/** null, with a word on it, where there is no python3 with pandas. */
export function inPandas(here, csv, runs) {
  const python = ["python3", "/usr/bin/python3", "python"].find(
    (command) => spawnSync(command, ["-c", "import pandas"], { stdio: "ignore" }).status === 0,
  );
  if (!python) {
    console.log("pandas: not measured, there is no python3 with pandas here");
    return null;
  }
  return { title: "pandas", ...run(python, [join(here, "pandas_bench.py"), csv, String(runs)], "") };
}

function run(command, args, input) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout);
}
