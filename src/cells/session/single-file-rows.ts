import { newId, type Notebook } from "../model";
import type { PackedTable } from "../model/single-file";
import type { FoundNotebook } from "./read-file";
import type { Notice } from "./session";
import { tableFile } from "./single-file-bytes";

/** The rows that a read file carries for the tables of its notebook; null when there are none. */
export function rowsIn({ notebook, packed = [] }: FoundNotebook, file: string) {
  const meant = tablesOf(notebook, packed);
  if (!meant.length) return null;
  const values = { file, tables: meant.map(({ table }) => table).join(", ") };
  const told: Notice = { id: "has-rows", level: "info", code: "has-rows", values, offers: ["load-rows"] };
  return {
    told,
    files: () =>
      Promise.all(
        meant.map(async (one) => ({ load: newId(), table: one.table, file: await tableFile(one) })),
      ),
  };
}

/** One file for each table that the notebook knows of; whatever else a file says it carries is not looked at. */
export function tablesOf({ data }: Notebook, packed: readonly PackedTable[]): readonly PackedTable[] {
  return packed.filter((one, i) => {
    const isFirst = packed.findIndex(({ table }) => table === one.table) === i;
    return isFirst && data.some(({ table }) => table === one.table);
  });
}
