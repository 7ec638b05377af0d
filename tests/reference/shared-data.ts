import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Reference data that lie beside the project on some machines; a test on them is skipped, by name, where they do not. */
const folder = fileURLToPath(new URL("../../../shared/", import.meta.url));

export function isShared(path: string): boolean {
  return existsSync(join(folder, path));
}

export function sharedText(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

export function sharedJson<T>(path: string): T {
  return JSON.parse(sharedText(path)) as T;
}
