import { type Data, type Field, tableFromIPC } from "apache-arrow";
import { cellReader, textAt } from "../../../data/arrow-cell";
import { parseType } from "../../../data/duckdb-type";
import type { Column } from "../../../data/table";
import { type ColumnValues, decodeColumn } from "./decode-column";

type Row = Record<string, unknown>;

/** Where a table says what is lost. */
export type Warn = (text: string) => void;

/**
 * A result of SQL in code. Columns are read when first asked for, rows are made one at a time; charts take it as it is,
 * because it has what they look for in an Arrow table.
 *
 * NULL is `null`; whole numbers and DECIMAL are numbers (a column with a whole number beyond 2^53 is all bigint; `text` has
 * every digit); DATE and TIMESTAMP a `Date` whose UTC fields are the written ones, an infinite one ±Infinity; TIME, INTERVAL,
 * UUID and ENUM text; LIST an array, STRUCT an object, MAP a `Map`, BLOB bytes.
 */
export class Table implements Iterable<Row> {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  readonly numRows: number;
  readonly #source: Source;
  readonly #decoded = new Map<number, ColumnValues>();

  constructor(source: Source) {
    this.#source = source;
    this.columns = source.columns.map(({ name }) => name);
    this.numRows = source.chunks.reduce((sum, { length }) => sum + length, 0);
  }

  get length(): number {
    return this.numRows;
  }

  get numCols(): number {
    return this.columns.length;
  }

  get schema(): {
    readonly fields: readonly {
      readonly name: string;
      readonly type: Field["type"];
      readonly nullable: true;
    }[];
  } {
    return {
      fields: this.columns.map((name, i) => ({ name, type: this.#source.fields[i]!.type, nullable: true })),
    };
  }

  /** All values of a column, as a typed array where they are numbers without NULL. Everybody gets the same: copy before sorting. */
  column(name: string): ColumnValues {
    const at = this.columns.indexOf(name);
    if (at < 0) throw new RangeError(`missing column: ${name}; there are ${this.columns.join(", ")}`);
    return this.#values(at);
  }

  getChild(name: string): ColumnVector | null {
    return this.getChildAt(this.columns.indexOf(name));
  }

  getChildAt(at: number): ColumnVector | null {
    return at in this.columns
      ? new ColumnVector(this.#source.fields[at]!.type, () => this.#values(at))
      : null;
  }

  get(row: number): Row | null {
    return Number.isInteger(row) && row >= 0 && row < this.numRows ? this.#row(row) : null;
  }

  at(row: number): Row | undefined {
    return this.get(row < 0 ? this.numRows + row : row) ?? undefined;
  }

  toArray(): Row[] {
    return Array.from({ length: this.numRows }, (_, row) => this.#row(row));
  }

  toJSON(): Row[] {
    return this.toArray();
  }

  /** Every digit the database has; null for NULL. */
  text(row: number, name: string): string | null {
    const at = this.columns.indexOf(name);
    if (at < 0) throw new RangeError(`missing column: ${name}; there are ${this.columns.join(", ")}`);
    if (!(row >= 0 && row < this.numRows)) throw new RangeError(`row out of range: ${row}`);
    const { columns, fields, chunks } = this.#source;
    const reader = cellReader(parseType(columns[at]!.type), fields[at]!);
    let left = row;
    for (const chunk of chunks) {
      if (left < chunk.length) return textAt(reader, chunk.children[at]!, left);
      left -= chunk.length;
    }
    return null;
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let row = 0; row < this.numRows; row++) yield this.#row(row);
  }

  /** What the rows were made of; for the page, which gets them back as they came. */
  static source(table: Table): Source {
    return table.#source;
  }

  #row(row: number): Row {
    const made: Row = {};
    for (let at = 0; at < this.columns.length; at++) {
      const name = this.columns[at]!;
      const value = this.#values(at)[row];
      if (name === "__proto__")
        Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
      else made[name] = value;
    }
    return made;
  }

  #values(at: number): ColumnValues {
    let values = this.#decoded.get(at);
    if (!values) {
      const { columns, fields, chunks, warn } = this.#source;
      values = decodeColumn(
        columns[at]!,
        fields[at]!,
        chunks.map((chunk) => chunk.children[at]!),
        warn,
      );
      this.#decoded.set(at, values);
    }
    return values;
  }
}

/** A column as Plot looks at one. */
export class ColumnVector implements Iterable<unknown> {
  readonly #values: () => ColumnValues;

  constructor(
    readonly type: Field["type"],
    values: () => ColumnValues,
  ) {
    this.#values = values;
  }

  get length(): number {
    return this.#values().length;
  }

  /** NULL stands in the array itself, so nobody need look elsewhere. */
  readonly nullCount = 0;

  get(row: number): unknown {
    return this.#values()[row] ?? null;
  }

  at(row: number): unknown {
    return this.get(row < 0 ? this.length + row : row);
  }

  toArray(): ColumnValues {
    return this.#values();
  }

  toJSON(): unknown[] {
    return Array.from(this.#values());
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#values()[Symbol.iterator]();
  }
}

export interface Source {
  readonly columns: readonly Column[];
  readonly fields: readonly Field[];
  /** Record batches with rows. */
  readonly chunks: readonly Data[];
  readonly messages: readonly Uint8Array[];
  readonly warn: Warn;
}

export function tableFrom(columns: readonly Column[], messages: readonly Uint8Array[], warn: Warn): Table {
  const arrow = tableFromIPC(messages);
  const chunks = arrow.batches
    .filter(({ numRows }) => numRows > 0)
    .map(({ data }) => data as unknown as Data);
  return new Table({ columns, fields: arrow.schema.fields, chunks, messages, warn });
}
