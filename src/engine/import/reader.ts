import { type ImportPlan, isRead, type SourcePlan } from "./plan";
import { arrowParts } from "./read/arrow-parts";
import { jsonParts } from "./read/json-parts";
import { parquetParts } from "./read/parquet-parts";
import type { Part } from "./read/part";
import { sheetParts } from "./read/sheet-parts";
import { openSource, type Source, unpacked } from "./read/source";
import { textParts } from "./read/text-parts";
import { openWorkbook } from "./read/xlsx/workbook";
import { fitPlan, withRest } from "./sniff/fit-plan";
import { refuseBytes } from "./sniff/refuse-non-table";
import { sniffArrow } from "./sniff/sniff-arrow";
import { sniffJson, sniffSheet } from "./sniff/sniff-rows";
import { hasMixedLineEnds, sniffText } from "./sniff/sniff-text";
import type { Sniffed } from "./sniff/sniffed";

/** Reads files apart from DuckDB: what they look like, and their rows in parts. */
export interface Reader {
  sniff(file: File, known?: Known): Promise<Sniffed>;
  /** To be read to its end, or returned. */
  parts(file: File, plan: ImportPlan): AsyncGenerator<Part>;
}

export interface Known {
  /** All that a person or a notebook has settled. */
  readonly plan?: ImportPlan;
  /** Some of how the file is written; the rest is guessed on that ground. */
  readonly source?: Partial<Omit<Extract<SourcePlan, { format: "text" }>, "format">> & {
    readonly sheet?: string;
    readonly nested?: "text" | "columns";
  };
  readonly entry?: string;
  /** Settled by hand while the file's form is guessed anew; columns are found by their header. */
  readonly rest?: Pick<ImportPlan, "columns"> & Partial<Pick<ImportPlan, "zone" | "missing" | "rows">>;
  /** The plan was made for this very file: nothing of it is doubted. */
  readonly isExact?: boolean;
}

export const reader: Reader = { sniff, parts };

async function sniff(file: File, known: Known = {}): Promise<Sniffed> {
  const source = await openSource(file, known.plan?.entry ?? known.entry ?? null);
  const { plan, rest } = known;
  const settled = { ...(plan && settledBy(plan, !!known.isExact)), ...known.source };
  if (!plan) return withRest(await guess(source, settled, rest?.missing), rest);
  return fitPlan(await guess(source, settled, plan.missing), plan, !!known.isExact);
}

/** Of a plan for another file only what no file tells. */
function settledBy({ source }: ImportPlan, isExact: boolean): NonNullable<Known["source"]> {
  if (!isExact && source.format === "text") return { dropTotals: source.dropTotals };
  const { format: _, ...rest } = source;
  return rest;
}

async function guess(
  source: Source,
  known: NonNullable<Known["source"]>,
  missing?: readonly string[],
): Promise<Sniffed> {
  const format = formatOf(source);
  switch (format) {
    case "xlsx":
      return sniffSheet(source, await openWorkbook(await unpacked(source)), known, missing);
    case "arrow":
      return sniffArrow(source, await firstOf(arrowParts(source)), format, missing);
    case "parquet":
      return sniffArrow(source, await firstOf(parquetParts(source, null, 1000)), format, missing);
    case "json":
      return sniffJson(source, known, missing);
    case "text":
      refuseBytes(source.name, source.head);
      return sniffText(source, known, missing);
  }
}

async function* parts(file: File, plan: ImportPlan): AsyncGenerator<Part> {
  const source = await openSource(file, plan.entry);
  const { columns } = plan;
  switch (plan.source.format) {
    case "xlsx":
      return yield* sheetParts(await openWorkbook(await unpacked(source)), plan.source, columns.length);
    case "arrow":
      return yield* arrowParts(source);
    case "parquet":
      return yield* parquetParts(
        source,
        columns.filter((column) => isRead(column, plan)).map(({ header }) => header),
      );
    case "json":
      return yield* jsonParts(
        source,
        plan.source,
        columns.map(({ header }) => header),
      );
    case "text":
      return yield* textParts(source, plan.source, {
        width: columns.length,
        hasMixedLineEnds: hasMixedLineEnds(source, plan.source),
      });
  }
}

/** By what stands at the beginning; names of files are often wrong. */
function formatOf({ head }: Source): SourcePlan["format"] {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 6));
  if (start.startsWith("PK\u0003\u0004")) return "xlsx";
  if (start.startsWith("PAR1")) return "parquet";
  // A stream of Arrow messages begins with four bytes of ones and a length that is small.
  if (start === "ARROW1" || (start.startsWith("\u00ff\u00ff\u00ff\u00ff") && head[7] === 0)) return "arrow";
  const encoding = head[0] === 0xff ? "utf-16le" : head[0] === 0xfe ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(head.subarray(0, 4000), { stream: true }).trimStart();
  return /^(\{\s*("|\})|\[\s*[[{"\]])/.test(text) ? "json" : "text";
}

async function firstOf(all: AsyncGenerator<Part>): Promise<Part> {
  const { value, done } = await all.next();
  if (!done) await all.return(undefined);
  return value as Part;
}
