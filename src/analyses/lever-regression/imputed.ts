import { designOf, type LeverRow } from "../levers/design";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { chainedImputation, type Complete, type Incomplete } from "../stats/chained-imputation";
import { firth } from "../stats/firth";
import type { Pattern } from "../stats/logistic";
import { logisticRegression } from "../stats/logistic-regression";
import { marginalEffect, type Estimated } from "../stats/marginal-effects";
import { random } from "../stats/random";
import { pool, type Completed } from "../stats/rubin";
import { searchedP, searchedWidth, widened } from "../stats/searched-cut";
import type { ImputedResult } from "./result";

export interface ImputeTask {
  readonly rows: readonly LeverRow[];
  readonly switches: readonly boolean[];
  /** See `ModelInput`. */
  readonly lines: readonly number[];
  readonly controls: number;
  /** Of the model beside which this one stands. */
  readonly method: "likelihood" | "firth";
}

/** More would take minutes. */
const mostCustomers = 20_000;
/** As many completed data sets as there are incomplete customers in a hundred: White, Royston & Wood (2011), Stat. Med. 30, 377–399, §7. */
const times = { fewest: 20, most: 50 };

/**
 * The same model of all customers, what is not known of a lever filled in many times from all other levers, the controls and
 * the outcome, and the estimates pooled. Believes that what is missing hangs on what is known alone.
 */
export function leverImputed(
  { rows, switches, lines, controls, method }: ImputeTask,
  onProgress?: (share: number) => void,
): ImputedResult {
  const count = (some: readonly LeverRow[]) => some.reduce((sum, { customers }) => sum + customers, 0);
  const customers = count(rows);
  const incomplete = count(rows.filter(({ values }) => values.includes(null)));
  const wanted = Math.ceil((100 * incomplete) / Math.max(1, customers));
  const drawn = Math.min(times.most, Math.max(times.fewest, wanted));
  const none = (why: NonNullable<ImputedResult["why"]>): ImputedResult => ({
    why,
    customers,
    times: drawn,
    levers: switches.map(() => null),
  });
  if (customers > mostCustomers) return none("too-many");
  const isKnown = (lever: number) => rows.some(({ values }) => values[lever] !== null);
  if (!switches.every((_, lever) => isKnown(lever))) return none("never-known");
  const terms = designOf(rows, switches.length, controls).terms;
  const draw = chainedImputation(unitsOf(rows, terms), {
    switches,
    source: random("lever-regression imputation"),
  });
  const completed = Array.from({ length: drawn }, (_, i) => {
    const patterns = patternsOf(draw());
    onProgress?.((0.6 * (i + 1)) / drawn);
    return patterns;
  });
  const fits = completed.map((patterns, i) => {
    onProgress?.(0.6 + (0.4 * i) / drawn);
    return estimated(patterns, method);
  });
  // Where one of them is separated all are penalised: estimates that are pooled are of one kind.
  const all = fits.some((fit) => fit === null)
    ? completed.map((patterns) => estimated(patterns, "firth"))
    : fits;
  const good = all.flatMap((fit) => (fit ? [fit] : []));
  if (good.length < all.length) return none("no-model");
  const completeDf = customers - terms.length;
  if (completeDf < 1) return none("no-model");
  const levers = switches.map((isSwitch, lever): ImputedResult["levers"][number] => {
    const column = lever + 1;
    const values = good.map(({ coefficients, covariance, kept }): Completed | null => {
      const [value, place] = [coefficients[column], kept.indexOf(column)];
      return value == null || place < 0 ? null : { value, variance: covariance[place]![place]! };
    });
    const effects = good.map((fit, i): Completed | null => {
      const found = marginalEffect(completed[i]!, fit, { kind: isSwitch ? "switch" : "slope", column });
      return found && { value: found.points / 100, variance: (found.standardError / 100) ** 2 };
    });
    const [coefficient, effect] = [pooled(values, completeDf), pooled(effects, completeDf)];
    if (!coefficient) return null;
    const p = searchedP(coefficient.p, lines[lever]!);
    const width = searchedWidth(coefficient.p, lines[lever]!);
    return {
      coefficient: coefficient.value,
      standardError: coefficient.standardError,
      interval: widened(coefficient.interval, coefficient.value, width),
      df: coefficient.df,
      p,
      q: p,
      missing: coefficient.missing,
      effect: effect && { points: effect.value, interval: widened(effect.interval, effect.value, width) },
    };
  });
  const q = benjaminiHochberg(levers.flatMap((one) => (one ? [one.p] : [])));
  let next = 0;
  return {
    why: null,
    customers,
    times: drawn,
    levers: levers.map((one) => one && { ...one, q: q[next++]! }),
  };
}

/** Beside the levers: whether a customer stayed, then the segments of the controls. */
function unitsOf(rows: readonly LeverRow[], terms: ReturnType<typeof designOf>["terms"]): Incomplete[] {
  return rows.flatMap(({ values, segments, customers, lost }) => {
    const controls = terms.flatMap((term) =>
      term.form === "control" ? [segments[term.control] === term.segment ? 1 : 0] : [],
    );
    return [
      { values, beside: [1, ...controls], n: customers - lost },
      { values, beside: [0, ...controls], n: lost },
    ];
  });
}

function patternsOf(complete: readonly Complete[]): Pattern[] {
  const alike = new Map<string, { values: number[]; x: number; n: number }>();
  for (const { values, beside, n } of complete) {
    const all = [1, ...values, ...beside.slice(1)];
    const key = all.join(" ");
    const found = alike.get(key) ?? { values: all, x: 0, n: 0 };
    found.n += n;
    if (beside[0] === 1) found.x += n;
    alike.set(key, found);
  }
  return [...alike.values()];
}

function estimated(patterns: readonly Pattern[], method: ImputeTask["method"]): Estimated | null {
  const options = { profiles: false, terms: [] };
  const fit = method === "firth" ? firth(patterns, options) : logisticRegression(patterns, options);
  return fit.ok ? fit : null;
}

function pooled(values: readonly (Completed | null)[], completeDf: number) {
  const known = values.flatMap((one) => (one ? [one] : []));
  return known.length === values.length ? pool(known, { completeDf }) : null;
}
