import type { Table } from "../../engine";
import { dayAt, numberAt } from "../answer";
import type { Work } from "../workers/work";
import type { LogoPeriod, LogoResult, Ratio } from "./result";

const replicates = 2000;
/** Any number would do; always the same one gives the same intervals tomorrow. */
const seed = 20220927;

type Told = Pick<LogoResult, "gross" | "net" | "bootstrap">;

/** GRR and NRR with intervals, logos drawn anew: revenue is skewed, and no formula for shares fits it. Spec C09. */
export async function bootstrapped(accounts: Table, { money }: LogoPeriod, work: Work): Promise<Told> {
  return ratiosOf(pairsOf(accounts), { gross: money?.gross ?? null, net: money?.net ?? null }, work);
}

/** MRR before and after, and how many logos have both. */
export interface Pairs {
  readonly before: number;
  readonly after: number;
  readonly logos: number;
}

export async function ratiosOf(
  pairs: readonly Pairs[],
  rates: { readonly gross: number | null; readonly net: number | null },
  work: Work,
): Promise<Told> {
  const columns = columnsOf(pairs);
  const logos = columns.before.length;
  if (logos === 0 || rates.gross === null)
    return {
      gross: { rate: rates.gross, interval: null },
      net: { rate: rates.net, interval: null },
      bootstrap: null,
    };
  const found = await work.run("bootstrapRatios", {
    columns: [columns.before, columns.kept, columns.after],
    ratios: [
      { over: 1, under: 0 },
      { over: 2, under: 0 },
    ],
    seed,
    replicates,
  });
  const kind = found.every((one) => one === null || one.percentile === null || one.bca !== null)
    ? "bca"
    : "percentile";
  const told = (rate: number | null, place: number): Ratio => {
    const interval = found[place]?.[kind] ?? null;
    return { rate, interval: interval && [interval[0], interval[1]] };
  };
  return {
    gross: told(rates.gross, 0),
    net: told(rates.net, 1),
    bootstrap: { replicates, seed, logos, kind },
  };
}

/** The rows of `accountsQuery`, or of `pairsQuery` for one of its periods. */
export function pairsOf(table: Table, opens: string | null = null): Pairs[] {
  return Array.from({ length: table.rowCount }, (_, row) => row)
    .filter((row) => opens === null || dayAt(table, row, "opens") === opens)
    .map((row) => ({
      before: numberAt(table, row, "before") ?? 0,
      after: numberAt(table, row, "after") ?? 0,
      logos: numberAt(table, row, "logos") ?? 0,
    }));
}

/** One number a logo: pairs come counted. */
function columnsOf(pairs: readonly Pairs[]) {
  const logos = pairs.reduce((sum, one) => sum + one.logos, 0);
  const [before, kept, after] = [new Float64Array(logos), new Float64Array(logos), new Float64Array(logos)];
  let at = 0;
  for (const pair of pairs) {
    const end = at + pair.logos;
    before.fill(pair.before, at, end);
    kept.fill(Math.min(pair.before, pair.after), at, end);
    after.fill(pair.after, at, end);
    at = end;
  }
  return { before, kept, after };
}
