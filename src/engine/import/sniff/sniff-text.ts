import { EngineError } from "../../engine-error";
import type { TextSource } from "../plan";
import { foundOut } from "../read/kept";
import type { Source } from "../read/source";
import { guessEncoding } from "./guess-encoding";
import { guessHeader } from "./guess-header";
import { guessLayout } from "./guess-layout";
import { missingTokens } from "./guess-missing";
import { recordsOf } from "./records";
import { refuseProse, refuseText } from "./refuse-non-table";
import { guessFrom, type Sample } from "./sample";
import type { Guessed } from "./sniffed";

/** A delimited text: what its first pages tell, with what is `known` taken as it is. */
export function sniffText(source: Source, known: Partial<TextSource> = {}, missing = missingTokens): Guessed {
  return guessFrom(textSample(source, known), source, missing);
}

export function textSample(source: Source, known: Partial<TextSource>): Sample {
  const guess = encodings(source, "", () => guessEncoding(source.head));
  const encoding = known.encoding ?? guess.encoding;
  const text = sampleOf(source, encoding);
  refuseText(source.name, text);
  if (!text.trim()) throw new EngineError("empty-file", `empty file: ${source.name}`);
  const { delimiter, quote, skip } = guessLayout(text, known);
  const form = JSON.stringify([encoding, delimiter, quote]);
  const records = recordsIn(source, form, () => recordsOf(text, { delimiter, quote })).filter(
    ({ line }) => line >= skip,
  );
  if (!records.length)
    throw new EngineError("empty-file", `no lines after the first ${skip}: ${source.name}`);
  const all = records.map(({ cells }) => cells);
  const header = known.header ?? guessHeader(all);
  const width = all[0]!.length;
  const rows = header ? all.slice(1) : all;
  if (width === 1) refuseProse(source.name, rows.flat());
  const headers = header ? all[0]! : Array.from({ length: width }, () => "");
  const dropTotals = known.dropTotals ?? true;
  const isUnsure = !known.encoding && !guess.isSure;
  return {
    source: { format: "text", encoding, delimiter, quote, header, skip, dropTotals },
    headers,
    rows,
    hasHeader: header,
    notes: isUnsure ? [{ note: "encoding-unsure", encoding }] : [],
  };
}

const encodings = foundOut<Source, ReturnType<typeof guessEncoding>>(1);
const recordsIn = foundOut<Source, ReturnType<typeof recordsOf>>(1);
const samples = foundOut<Source, string>(1);

/** Whole lines of the first part. */
export function sampleOf(source: Source, encoding: string): string {
  return samples(source, encoding, () => decoded(source, encoding));
}

function decoded({ head, isWhole }: Source, encoding: string): string {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return isWhole || end <= 0 ? text : text.slice(0, end + 1);
}
