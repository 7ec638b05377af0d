import {
  exportTable,
  importFile,
  join,
  name,
  openExport,
  sql,
  type Bytes,
  type Database,
} from "../../engine";
import { newId, type DataSlot } from "../model";
import type { PackedTable } from "../model/single-file";
import { hashOf } from "./perform-load";
import { packedBase64 } from "./single-file-bytes";

/** A table on its way into a file, and what the notebook there says of it. */
export interface LeavingTable {
  readonly packed: PackedTable;
  readonly slot: DataSlot;
}

/**
 * The chosen columns of a loaded table, and nothing else of the file it came from, as Parquet. It is read back before it is
 * given away: what the notebook says of it is what will be found. Throws `EngineError`, and when rows were lost.
 */
export async function leavingTable(
  database: Database,
  slot: DataSlot,
  columns: readonly string[],
): Promise<LeavingTable> {
  const [own, back] = [`leaving_${newId()}`, `back_${newId()}`];
  const chosen = join(
    columns.map((column) => name(column)),
    ", ",
  );
  try {
    await database.run([sql`create table ${name(own)} as select ${chosen} from ${name("main", slot.table)}`]);
    const parts: Bytes[] = [];
    const source = await openExport({ database, relation: name("main", own), order: null });
    await exportTable(
      source,
      { write: async (bytes) => void parts.push(bytes) },
      {
        format: "parquet",
        title: slot.table,
        text: { delimiter: ",", decimal: ".", hasMark: false, isExact: true },
      },
    );
    const file = new File(parts, `${slot.table}.parquet`);
    const read = await importFile(database, file, { table: back });
    if (read.rowCount !== source.rowCount)
      throw new Error(`${slot.table}: ${read.rowCount} of ${source.rowCount} rows came back`);
    const { sha256: _ofItsOldFile, ...described } = slotWith(slot, columns);
    const sha256 = await hashOf(file);
    return {
      packed: { table: slot.table, name: file.name, packed: await packedBase64(file) },
      slot: {
        ...described,
        fileName: file.name,
        bytes: file.size,
        rowCount: read.rowCount,
        columns: read.columns,
        plan: read.plan,
        ...(sha256 && { sha256 }),
      },
    };
  } finally {
    await database.run([own, back].map((table) => sql`drop table if exists ${name(table)}`));
  }
}

/** What stays behind is not spoken of either. */
function slotWith(slot: DataSlot, columns: readonly string[]): DataSlot {
  const isChosen = (column: string | undefined) => column !== undefined && columns.includes(column);
  const roles = Object.fromEntries(Object.entries(slot.roles).filter(([, column]) => isChosen(column)));
  const digest = slot.digest?.filter((column) => isChosen(column.name));
  return { ...slot, roles, ...(digest && { digest }) };
}
