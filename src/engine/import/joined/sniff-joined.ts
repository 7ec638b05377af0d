import { EngineError } from "../../engine-error";
import type { ColumnPlan, SourcePlan } from "../plan";
import { openSource } from "../read/source";
import type { Known } from "../reader";
import { guessFrom, type Sample } from "../sniff/sample";
import { missingTokens } from "../sniff/guess-missing";
import { sampleFrom, sniffSource } from "../sniff/sniff-source";
import type { Guessed, Sniffed } from "../sniff/sniffed";
import type { JoinedFile } from "./joined-files";
import { placesOf, unionOf } from "./columns-of-all";

type Form = NonNullable<Known["source"]>;

/** Rows that are looked at of all files together. */
const mostRows = 20_000;

/**
 * Several files as one table: each is looked at for how it is written, and then the rows of all of them together for what their
 * columns hold. So one file with days beyond the twelfth tells the order of dates for the others, and a column that is empty in
 * one file is what it is in the next.
 */
export async function sniffJoined(
  files: readonly JoinedFile[],
  known: Form,
  missing: readonly string[] = missingTokens,
): Promise<Guessed> {
  // What is beyond them is not held until the last file has been looked at.
  const most = Math.max(100, Math.floor(mostRows / files.length));
  const samples: Sample[] = [];
  const typed: Sniffed[] = [];
  for (const { file, entry } of files) {
    const source = await openSource(file, entry);
    const sample = await sampleFrom(source, known);
    if (sample) samples.push({ ...sample, rows: sample.rows.slice(0, most) });
    else typed.push(await sniffSource(source, known, missing));
    refuseMixture(files, [...samples.map(({ source }) => source), ...typed.map(({ plan }) => plan.source)]);
  }
  const sniffed = typed.length ? unionOfTyped(typed) : guessOf(samples, missing);
  return { ...sniffed, plan: { ...sniffed.plan, joined: { column: "file" } }, entries: [] };
}

function guessOf(samples: readonly Sample[], missing: readonly string[]): Guessed {
  const headers = unionOf(samples.map((one) => one.headers));
  const places = samples.map((one) => placesOf(headers, one.headers));
  const rows = samples.flatMap((one, n) =>
    one.rows.map((cells) => places[n]!.map((place) => (place < 0 ? "" : (cells[place] ?? "")))),
  );
  const isText = (column: number) =>
    samples.every((one, n) => places[n]![column]! < 0 || (one.isText?.(places[n]![column]!) ?? false));
  const pooled = {
    ...samples[0]!,
    headers,
    rows,
    isText,
    notes: distinct(samples.flatMap(({ notes }) => notes)),
  };
  return guessFrom(pooled, { entry: null, entries: [] }, missing);
}

/** Where files say their types, a column is kept as they have it; a date that only one of them holds as text is none. */
function unionOfTyped(all: readonly Sniffed[]): Sniffed {
  const [first] = all;
  const headers = unionOf(all.map(({ plan }) => plan.columns.map(({ header }) => header)));
  const places = all.map(({ plan }) =>
    placesOf(
      headers,
      plan.columns.map(({ header }) => header),
    ),
  );
  const columns = headers.map((_, i): ColumnPlan => {
    const own = all.flatMap(({ plan }, n) => (places[n]![i]! < 0 ? [] : [plan.columns[places[n]![i]!]!]));
    const isSame = own.every(({ reading }) => JSON.stringify(reading) === JSON.stringify(own[0]!.reading));
    return isSame ? own[0]! : { ...own[0]!, reading: { form: "stored" } };
  });
  const renamed = distinct(all.flatMap((one) => one.renamed));
  return {
    ...first!,
    plan: { ...first!.plan, columns },
    renamed,
    hasRows: all.some(({ hasRows }) => hasRows),
  };
}

function refuseMixture(files: readonly JoinedFile[], sources: readonly SourcePlan[]): void {
  const odd = sources.findIndex(({ format }) => format !== sources[0]!.format);
  if (odd < 0) return;
  const said = `${files[odd]!.name} is ${sources[odd]!.format}, ${files[0]!.name} is ${sources[0]!.format}`;
  throw new EngineError("not-a-table", `not one table: ${said}`);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
