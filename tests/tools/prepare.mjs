// What must be true before anything else runs: the right Node, and the packages of the lock. Node's own modules only.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Ends the program with one line when this Node is too old for the build tools. */
export function needNode(version = process.versions.node) {
  if (isNewEnough(version)) return;
  console.error(
    `Ebb needs Node 20.19 or newer; this is ${version}. Install it from nodejs.org and try again.`,
  );
  process.exit(1);
}

/** Vite 8 runs on 20.19 and later of 20, and on 22.12 and later; 21 is not supported. */
export function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** Installs what the lock asks for, when it is not there or the lock is newer. */
export function needPackages(folder = root) {
  const lock = modified(join(folder, "package-lock.json"));
  // npm writes this file last: after an install that was cut off it is missing.
  if (modified(join(folder, "node_modules/.package-lock.json")) >= lock) return;
  console.log("Installing packages (npm ci) …");
  const { status } = npm(["ci", "--include=dev", "--no-audit", "--no-fund"], folder);
  if (status === 0) return;
  console.error("npm ci failed: see above. The first time needs a connection to the npm registry.");
  process.exit(1);
}

// Under `npm start` npm tells where it is; that needs no shell, which Windows would ask for to start npm.cmd.
function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith("npm-cli.js"))
    return spawnSync(process.execPath, [cli, ...args], { cwd, stdio: "inherit" });
  return spawnSync("npm", args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
