import { joinedIn } from "./joined/joined-files";
import { joinedParts } from "./joined/joined-parts";
import { settledByHand } from "./joined/plan-for-each";
import { sniffJoined } from "./joined/sniff-joined";
import { linesIn } from "./lines/lines-in";
import type { FoundLines, SoughtLines } from "./lines/sought";
import type { ImportPlan, SourcePlan } from "./plan";
import { foundOut } from "./read/kept";
import type { Part } from "./read/part";
import { partsOf } from "./read/parts-of";
import { openSource, type Source } from "./read/source";
import { missingTokens } from "./sniff/guess-missing";
import { fitPlan, withRest } from "./sniff/fit-plan";
import { sniffSource } from "./sniff/sniff-source";
import type { Guessed, Sniffed } from "./sniff/sniffed";

/** Reads files apart from DuckDB: what they look like, and their rows in parts. */
export interface Reader {
  sniff(file: File, known?: Known): Promise<Sniffed>;
  /** To be read to its end, or returned. */
  parts(file: File, plan: ImportPlan): AsyncGenerator<Part>;
  /** Where cells of a table lie in its file; absent where files have no lines. */
  lines?(file: File, plan: ImportPlan, sought: readonly SoughtLines[]): Promise<readonly FoundLines[]>;
}

export interface Known {
  /** All that a person or a notebook has settled. */
  readonly plan?: ImportPlan;
  /** Some of how the file is written; the rest is guessed on that ground. */
  readonly source?: Partial<Omit<Extract<SourcePlan, { format: "text" }>, "format">> & {
    readonly sheet?: string;
    readonly nested?: "text" | "columns";
    /** Of a DuckDB file. */
    readonly table?: string;
  };
  readonly entry?: string;
  /** Settled by hand while the file's form is guessed anew; columns are found by their header. */
  readonly rest?: Pick<ImportPlan, "columns"> & Partial<Pick<ImportPlan, "zone" | "missing" | "rows">>;
  /** The plan was made for this very file: nothing of it is doubted. */
  readonly isExact?: boolean;
  /** Of several files that make one table: whose rows a look shows; the first one's, where none has this name. */
  readonly shown?: string;
}

export const reader = { sniff, parts, lines: linesIn } satisfies Reader;

async function sniff(file: File, known: Known = {}): Promise<Sniffed> {
  const { plan, rest, isExact = false } = known;
  const guess = await guessed(file, known, plan?.missing ?? rest?.missing);
  const { cellsIn: _, ...sniffed } = plan ? fitPlan(guess, plan, isExact) : withRest(guess, rest);
  return sniffed;
}

const guesses = foundOut<Source, Promise<Guessed>>(4);
const guessesOfAll = foundOut<File, Promise<Guessed>>(4);

async function guessed(file: File, known: Known, missing?: readonly string[]): Promise<Guessed> {
  const { plan, isExact = false } = known;
  const joined = await joinedIn(file, known);
  if (!joined) {
    const source = await openSource(file, plan?.entry ?? known.entry ?? null);
    const form = { ...(plan && settledBy(plan, isExact)), ...known.source };
    // Names and readings of columns change nothing of it.
    return guesses(source, JSON.stringify([form, missing]), () => sniffSource(source, form, missing));
  }
  // Each file has a form of its own; what a person has set holds for all of them.
  const settled = plan && (isExact ? await settledByHand(joined[0]!, plan.source) : settledBy(plan, false));
  const form = { ...settled, ...known.source };
  // All the files are opened for it: too much for each look at one of them.
  return guessesOfAll(file, JSON.stringify([form, missing ?? missingTokens]), () =>
    sniffJoined(joined, form, missing),
  );
}

/** Of a plan for another file only what no file tells. */
function settledBy({ source }: ImportPlan, isExact: boolean): NonNullable<Known["source"]> {
  if (!isExact && source.format === "text") return { dropTotals: source.dropTotals };
  const { format: _, ...rest } = source;
  return rest;
}

async function* parts(file: File, plan: ImportPlan): AsyncGenerator<Part> {
  if (plan.joined) return yield* joinedParts(file, plan);
  yield* partsOf(await openSource(file, plan.entry), plan);
}
