import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, numberAt, textAt } from "../answer";
import { outcomeOf } from "../segments/compute";
import { others, unknown } from "../segments/dimensions";
import { boundariesOf } from "../segments/outcome";
import { shareOf } from "../share";
import { breslowDay } from "../stats/breslow-day";
import { contingency } from "../stats/homogeneity";
import { kitagawa } from "../stats/kitagawa";
import { mantelHaenszel, type Stratum } from "../stats/mantel-haenszel";
import { newcombe, type Counted } from "../stats/newcombe";
import { standardise } from "../stats/standardise";
import { earlierPeriod } from "./earlier-period";
import { overlappingDifference } from "./overlapping";
import type { MixShiftResult, StratumResult } from "./result";
import { pooled, reversalOf } from "./reversal";
import { columnsOf, type MixShiftRequest } from "./sides";

export function computeMixShift(answers: Answers, request: MixShiftRequest): MixShiftResult {
  const { data, group, by } = columnsOf(request);
  const known = boundariesOf(answers);
  const isBanded = bandedIn(answers, request.params.most);
  const found = answers.cells ? readCells(answers.cells, isBanded) : nothing;
  const strata = found.strata.map(({ sides }) => sides);
  const first = pooled(strata, "a");
  const second = pooled(strata, "b");
  const overlap = answers.overlap ? readOverlap(answers.overlap) : null;
  const crude = overlap ? overlappingDifference(first, second, overlap) : newcombe(first, second);
  const both = first.n > 0 && second.n > 0;
  const { params } = request;
  return {
    ...outcomeOf(answers, request),
    compare: params.compare,
    earlier: params.compare === "periods" && known ? earlierPeriod(known, params.earlier) : null,
    group: group === null ? null : { column: group, ...namesOf(request, found) },
    by,
    isBanded,
    isStatic: data.roles.time === undefined && data.roles.start === undefined,
    first: shareOf(first.x, first.n),
    second: shareOf(second.x, second.n),
    neither: Math.max(0, found.everyone - first.n - second.n),
    late: found.late,
    overlap,
    crude: crude && { value: crude.difference, interval: [...crude.interval] },
    crudeOdds: mantelHaenszel([{ a: first, b: second }])?.oddsRatio ?? null,
    ...withinStrata(both ? strata : []),
    strata: strataOf(found, both),
  };
}

export function bandedIn({ values }: Answers, most: number): boolean {
  return values !== undefined && countAt(values, 0, "values_a") > most;
}

/** What the two sides are within strata, and what their mix makes of it. */
export function withinStrata(
  strata: readonly Stratum[],
): Pick<
  MixShiftResult,
  | "cramerV"
  | "adjusted"
  | "commonOdds"
  | "test"
  | "homogeneity"
  | "standardised"
  | "decomposition"
  | "reversal"
> {
  const adjusted = mantelHaenszel(strata);
  const same = breslowDay(strata);
  const standard = standardise(strata);
  const split = kitagawa(strata.map(({ a, b }) => ({ a: b, b: a })));
  return {
    cramerV: contingency(strata.map(({ a, b }) => [a.n, b.n]))?.cramerV ?? null,
    adjusted: adjusted?.differenceInterval
      ? { value: adjusted.difference, interval: [...adjusted.differenceInterval] }
      : null,
    commonOdds:
      adjusted?.oddsRatio == null
        ? null
        : { value: adjusted.oddsRatio, interval: adjusted.oddsInterval && [...adjusted.oddsInterval] },
    test: adjusted?.corrected ?? null,
    homogeneity: same && {
      chiSquare: same.chiSquare,
      df: same.df,
      p: same.p,
      tarone: same.tarone.chiSquare,
      taroneP: same.tarone.p,
    },
    standardised: standard && {
      first: { value: standard.a, interval: [...standard.aInterval] },
      second: { value: standard.b, interval: [...standard.bInterval] },
      difference: { value: standard.difference, interval: [...standard.differenceInterval] },
      leftOut: standard.leftOut,
    },
    decomposition: split && { rateEffect: split.rateEffect, mixEffect: split.mixEffect },
    reversal: reversalOf(strata)?.kind ?? null,
  };
}

interface Found {
  readonly strata: readonly {
    readonly key: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly isBanded: boolean;
    readonly sides: { readonly a: Counted; readonly b: Counted };
  }[];
  readonly names: { readonly first: string | null; readonly second: string | null };
  readonly everyone: number;
  readonly late: number;
}

const nothing: Found = { strata: [], names: { first: null, second: null }, everyone: 0, late: 0 };

function readCells(table: Table, isBanded: boolean): Found {
  const strata = new Map<string, Found["strata"][number]>();
  const names = { ...nothing.names } as { first: string | null; second: string | null };
  let [everyone, late] = [0, 0];
  for (let row = 0; row < table.rowCount; row++) {
    const key = textAt(table, row, "segment");
    const side = textAt(table, row, "side") === "first" ? "first" : "second";
    const counted = { x: countAt(table, row, "lost"), n: countAt(table, row, "customers") };
    const before = strata.get(key);
    const [low, high] = [numberAt(table, row, "low"), numberAt(table, row, "high")];
    const none = { x: 0, n: 0 };
    const sides = { a: before?.sides.a ?? none, b: before?.sides.b ?? none };
    strata.set(key, {
      key,
      isBanded,
      low: smaller(before?.low, low, Math.min),
      high: smaller(before?.high, high, Math.max),
      sides: side === "first" ? { ...sides, a: counted } : { ...sides, b: counted },
    });
    names[side] = table.text(row, "group_level") ?? names[side];
    everyone = countAt(table, row, "everyone");
    late += countAt(table, row, "late");
  }
  return { strata: [...strata.values()].sort(inOrder), names, everyone, late };
}

function smaller(one: number | null | undefined, other: number | null, of: (a: number, b: number) => number) {
  return one == null ? other : other === null ? one : of(one, other);
}

type FoundStratum = Found["strata"][number];

/** As the query for code orders its rows. */
function inOrder(a: FoundStratum, b: FoundStratum): number {
  const size = ({ sides }: FoundStratum) => sides.a.n + sides.b.n;
  const last = ({ key }: FoundStratum) => (key === unknown ? 2 : key === others ? 1 : 0);
  return last(a) - last(b) || (a.low ?? 0) - (b.low ?? 0) || size(b) - size(a) || (a.key < b.key ? -1 : 1);
}

/** What the person named, or found to be the largest; null where it is everybody else. */
function namesOf({ params }: MixShiftRequest, { names }: Found) {
  const { first, second } = params;
  if (first === "" && second === "") return names;
  return { first: first === "" ? null : first, second: second === "" ? null : second };
}

/** One result a stratum; without customers on both sides nothing splits. */
export function strataOf({ strata }: Pick<Found, "strata">, both: boolean): StratumResult[] {
  const split = both ? kitagawa(strata.map(({ sides }) => ({ a: sides.b, b: sides.a }))) : null;
  return strata.map(({ key, low, high, isBanded, sides: { a, b } }, i) => {
    const kind = key === unknown ? "unknown" : key === others ? "others" : isBanded ? "band" : "level";
    const compared = newcombe(a, b);
    return {
      key,
      kind,
      level: kind === "level" ? key.slice(1) : null,
      low: kind === "band" ? low : null,
      high: kind === "band" ? high : null,
      first: shareOf(a.x, a.n),
      second: shareOf(b.x, b.n),
      difference: compared && { value: compared.difference, interval: [...compared.interval] },
      rateEffect: split?.strata[i]?.rateEffect ?? 0,
      mixEffect: split?.strata[i]?.mixEffect ?? 0,
    };
  });
}

function readOverlap(table: Table): NonNullable<MixShiftResult["overlap"]> {
  return {
    n: countAt(table, 0, "both"),
    a: countAt(table, 0, "lost_first"),
    b: countAt(table, 0, "lost_second"),
    both: countAt(table, 0, "lost_both"),
  };
}
