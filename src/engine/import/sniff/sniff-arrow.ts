import { DataType, type RecordBatch, RecordBatchReader } from "apache-arrow";
import type { ColumnPlan, ImportPlan } from "../plan";
import type { Part } from "../read/part";
import type { Source } from "../read/source";
import { columnNames } from "./column-names";
import { guessMoment } from "./guess-moment";
import { missingTokens } from "./guess-missing";
import type { Sniffed } from "./sniffed";

/** Columns come with their types. Only dates that were kept as text get one, which nothing else than dates can look like. */
export function sniffArrow(
  source: Source,
  first: Part,
  format: "arrow" | "parquet",
  missing = missingTokens,
): Sniffed {
  if (first.form !== "arrow") throw new TypeError("not Arrow");
  const reader = RecordBatchReader.from(first.content);
  reader.open();
  const headers = reader.schema.fields.map(({ name }) => name);
  const [batch] = [...reader];
  const { names, renamed } = columnNames(headers);
  const columns = names.map((name, i): ColumnPlan => {
    const cells = batch ? textsIn(batch, i) : [];
    const moment = cells.length ? guessMoment(cells, name) : undefined;
    const reading =
      moment && moment !== "unclear" && !moment.isMixed && !moment.reading.epoch ? moment.reading : null;
    return {
      header: headers[i]!,
      name,
      reading: reading ?? { form: "stored" },
      isKept: true,
      isChosen: false,
    };
  });
  const plan: ImportPlan = {
    version: 1,
    source: { format },
    entry: source.entry,
    zone: "UTC",
    missing,
    columns,
  };
  const entries = source.entries.map(({ name, bytes }) => ({ name, bytes }));
  return { plan, notes: [], entries, sheets: [], renamed, hasRows: (batch?.numRows ?? 0) > 0 };
}

/** Values of other types are not touched: the library fails at a time that is infinite, or too far for its numbers. */
function textsIn(batch: RecordBatch, column: number): string[] {
  if (!isText(batch.schema.fields[column]!.type)) return [];
  const cells: string[] = [];
  for (const value of batch.getChildAt(column)!.slice(0, 1000))
    if (typeof value === "string" && value.trim()) cells.push(value.trim());
  return cells;
}

function isText(type: DataType): boolean {
  if (DataType.isDictionary(type)) return isText(type.dictionary as DataType);
  return DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type);
}
