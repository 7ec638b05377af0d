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
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children: [...children] });
  return tableToIPC(new ArrowTable([new RecordBatch(new Schema(fields), data)]), "stream");
}

/** The bytes as they came, where they hold everything; DuckDB leaves the labels of an ENUM and the size of some numbers out. */
function tableAgain(table: Table): Relation {
  const { columns, bytes } = Table.source(table);
  if (columns.every(({ type }) => !notCarried.test(type)))
    // A copy: the bytes travel on, and the table stays.
    return { rowCount: table.numRows, ipcStream: bytes.slice() };
  return encode(
    table.columns.map((name, at) => [name, valuesForSql(table, at, columns[at]!.type, name)] as const),
  );
}

const notCarried = /ENUM\(|HUGEINT|BIGNUM|BIT\b|UNION\(|MAP\(|INTERVAL|TIME/;

// Dates that are no Date go back as text: SQL can read them again.
function valuesForSql(table: Table, at: number, type: string, name: string): Values {
  const values = table.getChildAt(at)!.toArray();
  if (
    !/^(DATE|TIMESTAMP)/.test(type) ||
    Array.from(values).every((one) => one === null || one instanceof Date)
  )
    return /^MAP|^UNION/.test(type) ? texts(table, name) : values;
  return texts(table, name);
}

function texts(table: Table, name: string): Values {
  return Array.from({ length: table.numRows }, (_, row) => table.text(row, name));
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
