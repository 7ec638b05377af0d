import type { Table } from "../../engine";
import { numberAt } from "../answer";
import type { Work } from "../workers/work";
import type { LogoPeriod, LogoResult, Ratio } from "./result";

const replicates = 2000;
/** Any number would do; always the same one gives the same intervals tomorrow. */
const seed = 20220927;

type Told = Pick<LogoResult, "gross" | "net" | "bootstrap">;

/** GRR and NRR with intervals, logos drawn anew: revenue is skewed, and no formula for shares fits it. Spec C09. */
export async function bootstrapped(accounts: Table, { money }: LogoPeriod, work: Work): Promise<Told> {
  const columns = readAccounts(accounts);
  const logos = columns.before.length;
  const rates = {
    gross: money?.gross ?? null,
    net: money?.net ?? null,
  };
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

/** One number a logo: pairs come counted. */
function readAccounts(table: Table) {
  const counts = Array.from({ length: table.rowCount }, (_, row) => numberAt(table, row, "logos") ?? 0);
  const logos = counts.reduce((sum, one) => sum + one, 0);
  const [before, kept, after] = [new Float64Array(logos), new Float64Array(logos), new Float64Array(logos)];
  let at = 0;
  counts.forEach((count, row) => {
    const [start, end] = [numberAt(table, row, "before") ?? 0, numberAt(table, row, "after") ?? 0];
    before.fill(start, at, at + count);
    kept.fill(Math.min(start, end), at, at + count);
    after.fill(end, at, at + count);
    at += count;
  });
  return { before, kept, after };
}
