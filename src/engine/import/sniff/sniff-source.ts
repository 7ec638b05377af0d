import { arrowParts } from "../read/arrow-parts";
import { formatOf } from "../read/format-of";
import { parquetParts } from "../read/parquet-parts";
import type { Part } from "../read/part";
import { type Source } from "../read/source";
import { workbookIn } from "../read/xlsx/workbook";
import type { Known } from "../reader";
import { refuseBytes } from "./refuse-non-table";
import type { Sample } from "./sample";
import { sniffArrow } from "./sniff-arrow";
import { jsonSample, sheetSample, sniffJson, sniffSheet } from "./sniff-rows";
import { sniffText, textSample } from "./sniff-text";
import type { Guessed } from "./sniffed";

type Form = NonNullable<Known["source"]>;

/** What one file looks like. */
export async function sniffSource(
  source: Source,
  known: Form,
  missing?: readonly string[],
): Promise<Guessed> {
  const format = formatOf(source);
  switch (format) {
    case "xlsx":
      return sniffSheet(source, await workbookIn(source), known, missing);
    case "arrow":
    case "parquet":
      return sniffArrow(source, await firstPart(source, format), format, missing);
    case "json":
      return sniffJson(source, known, missing);
    case "text":
      refuseBytes(source.name, source.head);
      return sniffText(source, known, missing);
  }
}

/** The first rows of a file as they are written; null where its columns have types of their own. */
export async function sampleFrom(source: Source, known: Form): Promise<Sample | null> {
  const format = formatOf(source);
  switch (format) {
    case "xlsx":
      return sheetSample(source, await workbookIn(source), known);
    case "arrow":
    case "parquet":
      return null;
    case "json":
      return jsonSample(source, known);
    case "text":
      refuseBytes(source.name, source.head);
      return textSample(source, known);
  }
}

async function firstPart(source: Source, format: "arrow" | "parquet"): Promise<Part> {
  const all = format === "arrow" ? arrowParts(source) : parquetParts(source, null, 1000);
  const { value, done } = await all.next();
  if (!done) await all.return(undefined);
  return value as Part;
}
