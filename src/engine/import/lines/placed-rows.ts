import type { ImportPlan, TextSource } from "../plan";
import { jsonRows } from "../read/json-parts";
import type { Row } from "../read/row-parts";
import { sheetTableRows } from "../read/sheet-parts";
import type { Source } from "../read/source";
import { textChunks } from "../read/text-chunks";
import { blankRows } from "../read/text-parts";
import { workbookIn } from "../read/xlsx/workbook";
import { eachRecord, linesIn } from "../sniff/records";
import type { PlacedRow } from "./find-lines";

/** The rows of a file with their lines; null where its format has none. */
export async function placedRows(
  source: Source,
  plan: ImportPlan,
): Promise<AsyncIterable<Iterable<PlacedRow>> | null> {
  const { source: form, columns } = plan;
  switch (form.format) {
    case "text":
      return form.delimiter === "blanks"
        ? single(blankRows(source, form, columns.length))
        : records(source, form);
    case "json":
      return single(
        jsonRows(
          source,
          form,
          columns.map(({ header }) => header),
        ),
      );
    case "xlsx":
      return single(sheetTableRows(await workbookIn(source), form, plan));
    case "arrow":
    case "parquet":
    case "duckdb":
      return null;
  }
}

async function* single(rows: AsyncIterable<Row>): AsyncIterable<Iterable<PlacedRow>> {
  for await (const { cells, line, rejected } of rows)
    yield [{ cells, line, counted: null, isLeftOut: rejected !== undefined }];
}

async function* records(source: Source, plan: TextSource): AsyncIterable<Iterable<PlacedRow>> {
  let [before, inside] = [0, 0];
  let isHeader = plan.header;
  for await (const { text } of textChunks(source, plan)) {
    yield inText(text);
    before += linesIn(text);
    // It comes to DuckDB in the same pieces, and each begins with the true line.
    inside = 0;
  }

  function* inText(text: string): Generator<PlacedRow> {
    for (const { cells, line: front, breaks } of eachRecord(text, plan)) {
      const line = before + front + 1;
      const counted = line - inside;
      inside += breaks;
      if (line <= plan.skip) continue;
      // Rows without any cell are nobody: they are no rows of the table either.
      yield { cells, line, counted, isLeftOut: isHeader || cells.every((cell) => cell === "") };
      isHeader = false;
    }
  }
}
