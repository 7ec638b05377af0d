import type { SandboxTable } from "../sandbox";
import { RuntimeFault } from "./runtime-fault";
import { readSandboxTable } from "./table";

/** Rows the page sent ahead: read when a cell first uses them, and then the same object for everybody. */
export interface HeldTables {
  put(table: SandboxTable): void;
  get(key: string): object;
  /** The relation behind a table object; null for one that has no name in SQL. */
  nameOf(table: object): string | null;
}

/** `warn` hears of columns whose numbers are too large for JavaScript's. */
export function holdTables(warn?: (text: string) => void): HeldTables {
  const held = new Map<string, { readonly source: SandboxTable; read: object | null }>();
  const keys = new Map<string, string>();
  const names = new WeakMap<object, string>();
  return {
    put(source) {
      held.delete(keys.get(source.name) ?? "");
      keys.set(source.name, source.key);
      held.set(source.key, { source, read: null });
    },
    get(key) {
      const one = held.get(key);
      if (!one) throw new RuntimeFault("missing-table", `missing table: ${key}`);
      if (one.read) return one.read;
      const read: object = readSandboxTable(one.source, warn);
      one.read = read;
      names.set(read, one.source.name);
      return read;
    },
    nameOf: (table) => names.get(table) ?? null,
  };
}
