import {
  type Data,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
} from "apache-arrow";
import type { Relation } from "../../sandbox";
import { encodeColumn } from "./encode-column";
import { inferType, keysOf, pick, said, type Values } from "./infer-type";
import { Table } from "./result-table";

/** A defined value as rows for SQL: an array of objects, a table, or an object of columns. Throws `TypeError` with the reason. */
export function toRelation(value: unknown): Relation {
  if (value instanceof Table) return tableAgain(value);
  return encode(columnsIn(value));
}

type Columns = readonly (readonly [name: string, values: Values])[];

function columnsIn(value: unknown): Columns {
  if (isForeignTable(value))
    return value.schema.fields.map(({ name }) => [name, Array.from(value.getChild(name) ?? [])] as const);
  if (Array.isArray(value)) return columnsOfRows(value);
  if (typeof value !== "object" || value === null || Symbol.iterator in value)
    throw new TypeError(`no rows: ${said(value)}; a table in SQL is an array of objects`);
  const columns = Object.entries(value).map(([name, values]) => [name, asValues(name, values)] as const);
  const [first] = columns;
  if (!first) throw new TypeError("no columns: an object without fields");
  for (const [name, values] of columns)
    if (values.length !== first[1].length)
      throw new TypeError(
        `columns of different lengths: ${first[0]} has ${first[1].length} values, ${name} has ${values.length}`,
      );
  return columns;
}

function columnsOfRows(rows: readonly unknown[]): Columns {
  const odd = rows.findIndex(
    (row) =>
      typeof row !== "object" ||
      row === null ||
      Array.isArray(row) ||
      row instanceof Date ||
      row instanceof Map,
  );
  if (odd >= 0)
    throw new TypeError(
      `rows are objects: row ${odd} is ${said(rows[odd])}; for a single column write values.map((value) => ({ value }))`,
    );
  const names = keysOf(rows);
  if (!names.length)
    throw new TypeError(
      rows.length ? "no columns: the rows have no fields" : "no columns: the array is empty",
    );
  return names.map((name) => [name, pick(rows, name)] as const);
}

function asValues(name: string, values: unknown): Values {
  if (Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView)))
    return values as unknown as Values;
  throw new TypeError(
    `no rows: ${name} is ${said(values)}; a table in SQL is an array of objects, or an object of arrays`,
  );
}

function encode(columns: Columns): Relation {
  const children = columns.map(([name, values]) => encodeColumn(values, inferType(values, `column ${name}`)));
  const rowCount = columns[0]?.[1].length ?? 0;
  return {
    rowCount,
    ipcStream: stream(
      columns.map(([name]) => name),
      children,
      rowCount,
    ),
  };
}

function stream(names: readonly string[], children: readonly Data[], length: number): Uint8Array {
  const fields = children.map((child, k) => new Field(names[k]!, child.type, true));
  return streamOf(fields, [{ children, length }]);
}

function streamOf(
  fields: readonly Field[],
  batches: readonly { readonly children: readonly Data[]; readonly length: number }[],
): Uint8Array {
  const schema = new Schema([...fields]);
  const type = new Struct([...fields]);
  const made = batches.map(
    ({ children, length }) =>
      new RecordBatch(schema, makeData({ type, length, nullCount: 0, children: [...children] })),
  );
  return tableToIPC(new ArrowTable(made), "stream");
}

/** The bytes as they came, with all their types, but for the columns whose meaning DuckDB leaves out of them. */
function tableAgain(table: Table): Relation {
  const { columns, messages, fields, chunks } = Table.source(table);
  const rowCount = table.numRows;
  if (!columns.some(({ type }) => leftOut.test(type))) return { rowCount, ipcStream: joined(messages) };
  const types = columns.map(({ name, type }) =>
    leftOut.test(type) ? inferType(table.column(name), `column ${name}`) : null,
  );
  const sizes = chunks.length ? chunks : [null];
  let from = 0;
  const batches = sizes.map((chunk) => {
    const [start, length] = [from, chunk?.length ?? 0];
    from += length;
    const children = columns.map(({ name }, k) => {
      const values = types[k] && Array.from({ length }, (_, i) => table.column(name)[start + i]);
      if (values) return encodeColumn(values, types[k]!);
      return chunk?.children[k] ?? makeData({ type: fields[k]!.type });
    });
    return { children, length };
  });
  const named = batches[0]!.children.map((child, k) =>
    types[k] ? new Field(fields[k]!.name, child.type, true) : fields[k]!,
  );
  return { rowCount, ipcStream: streamOf(named, batches) };
}

// The labels of an ENUM, and that a BIT is one.
const leftOut = /ENUM\(|\bBIT\b/;

/** A copy, because the bytes travel on while the table stays; with the end that a stream in pieces has not. */
function joined(messages: readonly Uint8Array[]): Uint8Array {
  const length = messages.reduce((sum, message) => sum + message.length, 0);
  const bytes = new Uint8Array(length + 8);
  let at = 0;
  for (const message of messages) {
    bytes.set(message, at);
    at += message.length;
  }
  return bytes.fill(0xff, length, length + 4);
}

interface ForeignTable {
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChild(name: string): Iterable<unknown> | null;
}

function isForeignTable(value: unknown): value is ForeignTable {
  return (
    typeof value === "object" &&
    value !== null &&
    "getChild" in value &&
    typeof value.getChild === "function" &&
    "schema" in value &&
    typeof value.schema === "object" &&
    value.schema !== null &&
    "fields" in value.schema &&
    Array.isArray(value.schema.fields)
  );
}
