import { type Data, DataType, type Field } from "apache-arrow";
import { scalarReader } from "./arrow-scalar";
import type { DuckDbType } from "./duckdb-type";
import type { Value } from "./table";

/** How the cells of one column, or of one part of a nested column, are read. Neither function is asked about a NULL. */
export interface CellReader {
  value(data: Data, index: number): Value;
  text(data: Data, index: number): string;
}

export function cellReader(type: DuckDbType, field: Field): CellReader {
  const arrow = field.type;
  if (DataType.isList(arrow)) {
    return list(readers(type, arrow.children)[0]!, (data, i) => [
      data.valueOffsets[i]!,
      data.valueOffsets[i + 1]!,
    ]);
  }
  if (DataType.isFixedSizeList(arrow)) {
    return list(readers(type, arrow.children)[0]!, (_, i) => [i * arrow.listSize, (i + 1) * arrow.listSize]);
  }
  if (DataType.isStruct(arrow)) return struct(arrow.children, readers(type, arrow.children));
  if (DataType.isMap(arrow)) return map(readers(type, arrow.children[0]!.type.children!));
  if (DataType.isUnion(arrow)) return union(readers(type, arrow.children), arrow.typeIds);
  return scalarReader(type, arrow);
}

export function valueAt(reader: CellReader, data: Data, index: number): Value {
  return data.getValid(index) ? reader.value(data, index) : null;
}

export function textAt(reader: CellReader, data: Data, index: number): string | null {
  return data.getValid(index) ? reader.text(data, index) : null;
}

function readers(type: DuckDbType, fields: readonly Field[]): CellReader[] {
  return fields.map((field, k) => cellReader(type.parts[k]!, field));
}

function list(element: CellReader, span: (data: Data, index: number) => [number, number]): CellReader {
  return {
    value: (data, i) => range(span(data, i)).map((k) => valueAt(element, data.children[0]!, k)),
    text: (data, i) =>
      `[${range(span(data, i))
        .map((k) => partText(element, data.children[0]!, k))
        .join(", ")}]`,
  };
}

function struct(fields: readonly Field[], parts: readonly CellReader[]): CellReader {
  const unnamed = fields.some(({ name }) => name === "");
  const names = fields.map(({ name }, k) => name || String(k + 1));
  return {
    value: (data, i) =>
      Object.fromEntries(parts.map((part, k) => [names[k]!, valueAt(part, data.children[k]!, i)])),
    text(data, i) {
      const texts = parts.map((part, k) => partText(part, data.children[k]!, i));
      if (unnamed) return `(${texts.join(", ")})`;
      return `{${texts.map((text, k) => `${quoted(names[k]!)}: ${text}`).join(", ")}}`;
    },
  };
}

function map([key, value]: readonly CellReader[]): CellReader {
  const entries = <T>(data: Data, i: number, read: (keys: Data, values: Data, k: number) => T): T[] => {
    const [keys, values] = data.children[0]!.children;
    const span: [number, number] = [data.valueOffsets[i]!, data.valueOffsets[i + 1]!];
    return range(span).map((k) => read(keys!, values!, k));
  };
  return {
    value: (data, i) =>
      entries(data, i, (keys, values, k) => [valueAt(key!, keys, k), valueAt(value!, values, k)]),
    text: (data, i) => {
      const pairs = entries(
        data,
        i,
        (keys, values, k) => `${partText(key!, keys, k)}=${partText(value!, values, k)}`,
      );
      return `{${pairs.join(", ")}}`;
    },
  };
}

function union(members: readonly CellReader[], typeIds: Int32Array): CellReader {
  const active = (data: Data, i: number) => typeIds.indexOf(data.typeIds[i]!);
  return {
    value: (data, i) => valueAt(members[active(data, i)]!, data.children[active(data, i)]!, i),
    text: (data, i) => textAt(members[active(data, i)]!, data.children[active(data, i)]!, i) ?? "NULL",
  };
}

/** Inside brackets DuckDB quotes a text that could be mistaken for their punctuation; so a clock time with its colons too. */
function partText(reader: CellReader, data: Data, index: number): string {
  const text = textAt(reader, data, index);
  if (text === null) return "NULL";
  const nested = data.children.length > 0;
  return nested || (text !== "" && !/^null$|^\s|\s$|[,:=[\](){}'"\\]/i.test(text)) ? text : quoted(text);
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

function range([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
