import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { staggered, type Cohort } from "../stats/staggered";
import type { BeforeAfterParams } from "./params";
import type { StaggeredCohort, StaggeredResult } from "./staggered-result";

/** The period in which the action comes is partly without it: the overall effect begins with the one after. */
const firstWhole = 1;

/** Null where nobody met the action; without periods where no whole one lies around the rollout. */
export function computeStaggered(answers: Answers, params: BeforeAfterParams): StaggeredResult | null {
  const { panel, cohorts: counted, moments } = answers;
  if (!panel?.rowCount || !counted || !moments) return null;
  const size = numberAt(panel, 0, "periods") ?? 0;
  const opens = dayAt(panel, 0, "opens");
  if (opens === null || size <= 0) return noPeriods;
  const rows = counted.rows().map((_, i) => ({
    state: textAt(counted, i, "state"),
    met: numberAt(counted, i, "met"),
    never: counted.value(i, "never") === true,
    customers: countAt(counted, i, "customers"),
    differing: countAt(counted, i, "differing"),
  }));
  const inState = (state: string) =>
    rows.filter((row) => row.state === state).reduce((sum, { customers }) => sum + customers, 0);
  const seen = rows
    .filter(({ state }) => state === "seen")
    .map(({ met, never, customers }) => ({ met, kind: kindOf(met, never), customers }));
  const products = productsOf(moments, size);
  const of = ({ met, kind }: Pick<StaggeredCohort, "met" | "kind">) =>
    products.get(keyOf(met, kind)) ?? Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const compared = seen.filter(({ kind }) => params.compared === "all" || kind !== "never");
  const found = staggered(
    compared.map((one): Cohort => {
      const matrix = of(one);
      return { met: one.met, n: one.customers, sums: matrix.map((row, t) => row[t]!), products: matrix };
    }),
    firstWhole,
  );
  return {
    periods: Array.from({ length: size }, (_, place) => openingAt(opens, place, params.grain)),
    cohorts: seen.map((one) => ({ ...one, active: of(one).map((row, t) => row[t]!) })),
    late: inState("late"),
    earlier: inState("earlier"),
    differing: rows.reduce((sum, { state, differing }) => sum + (state === "seen" ? differing : 0), 0),
    effects: found.effects.map(({ met, period, units, controls, estimate, interval }) => ({
      met,
      period,
      customers: units,
      controls,
      estimate,
      interval: pair(interval),
    })),
    without: found.notTold.map(({ met, units, why }) => ({ met, customers: units, why })),
    events: found.events.map(({ event, units, groups, estimate, interval }) => ({
      event,
      customers: units,
      groups,
      estimate,
      interval: pair(interval),
    })),
    overall: found.overall && {
      customers: found.overall.units,
      estimate: found.overall.estimate,
      interval: pair(found.overall.interval),
      p: found.overall.p,
    },
    before: found.before && { ...found.before },
  };
}

const noPeriods: StaggeredResult = {
  periods: [],
  cohorts: [],
  late: 0,
  earlier: 0,
  differing: 0,
  effects: [],
  without: [],
  events: [],
  overall: null,
  before: null,
};

function kindOf(met: number | null, never: boolean): StaggeredCohort["kind"] {
  if (met !== null) return "met";
  return never ? "never" : "later";
}

function keyOf(met: number | null, kind: StaggeredCohort["kind"]): string {
  return met === null ? kind : String(met);
}

/** Under each group: customers active in both of two periods. */
function productsOf(moments: NonNullable<Answers[string]>, size: number): ReadonlyMap<string, number[][]> {
  const products = new Map<string, number[][]>();
  moments.rows().forEach((_, i) => {
    const met = numberAt(moments, i, "met");
    const key = keyOf(met, kindOf(met, moments.value(i, "never") === true));
    const own = products.get(key) ?? Array.from({ length: size }, () => new Array<number>(size).fill(0));
    const [first, second] = [countAt(moments, i, "first"), countAt(moments, i, "second")];
    own[first]![second] = own[second]![first] = countAt(moments, i, "customers");
    products.set(key, own);
  });
  return products;
}

/** An opening of a period and its place in a row of them: the day on which that one opens. */
function openingAt(opens: string, place: number, grain: "week" | "month"): string {
  const at = new Date(`${opens}T00:00:00Z`);
  if (grain === "week") at.setUTCDate(at.getUTCDate() + 7 * place);
  else at.setUTCMonth(at.getUTCMonth() + place);
  return at.toISOString().slice(0, 10);
}

function pair(interval: readonly [number, number] | null): [number, number] | null {
  return interval && [interval[0], interval[1]];
}
