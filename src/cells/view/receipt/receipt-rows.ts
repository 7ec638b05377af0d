import type { Receipt } from "../../model";
import type { Texts } from "../texts";

/** A receipt line by line: what it is of, and the data, or the mark. `day` writes a moment, ms since 1970. */
export function receiptRows(
  { at, engine, data, above, inputs, code, parameters, result }: Receipt,
  kind: "analysis" | "cell",
  { receipt }: Texts,
  day: (ms: number) => string,
): readonly (readonly [string, string])[] {
  const files = data.map(({ file, table, rows, sha256 }) =>
    receipt.table(file || receipt.cellResult(table), rows, sha256 ? receipt.hash(sha256) : ""),
  );
  const cells = (above ?? []).map(({ cell, sha256 }) => `${cell}, ${receipt.hash(sha256)}`);
  const values = Object.entries(inputs ?? {}).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const asked = kind === "analysis" ? [receipt.hash(parameters)] : values;
  const moment = Date.parse(at);
  return [
    ...files.map((file) => [receipt.data, file] as const),
    [receipt.engine, `DuckDB ${engine}`],
    [kind === "analysis" ? receipt.code : receipt.text, receipt.hash(code)],
    ...cells.map((cell) => [receipt.above, cell] as const),
    ...asked.map((one) => [kind === "analysis" ? receipt.parameters : receipt.input, one] as const),
    [receipt.result, result === null ? receipt.withheld : receipt.hash(result)],
    ...(Number.isNaN(moment) ? [] : [[receipt.at, day(moment)] as const]),
  ];
}
