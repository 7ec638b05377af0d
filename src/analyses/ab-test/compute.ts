import type { Answers } from "../analysis";
import { dayAt } from "../answer";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { armsFrom } from "./arms";
import { contrastOf } from "./contrast";
import { metricsOf, type AbTestParams } from "./params";
import { planOf } from "./plan";
import { accountsOf, readAccounts, readArms, type ArmRow, type Known } from "./read";
import type { AbTestResult, Contrast, Metric } from "./result";
import type { AbTestRequest } from "./units";

export function computeAbTest(answers: Answers, { params }: AbTestRequest): AbTestResult {
  const names = metricsOf(params);
  const rows = answers.arms ? readArms(answers.arms, names.length) : [];
  const found = armsFrom(rows, answers.accounts ? readAccounts(answers.accounts) : null, params);
  const known = knownIn(rows, found.arms, names.length);
  const metrics = withQ(
    found.problem === null ? names.map((name, i) => metricOf(name, i, found, known, answers, params)) : [],
    params.effect,
  );
  return {
    rows: params.mode === "plan" ? null : rowCounts(answers),
    clock: clockOf(answers),
    ...found,
    metrics,
    tests: metrics.flatMap(({ contrasts }) => contrasts.filter(({ q }) => q !== null)).length,
    stage: stageOf(metrics[0], params),
    plan: params.mode === "plan" ? planOf(params) : null,
  };
}

/** Of each outcome what is known of those who are compared, in the order of the arms. */
export function knownIn(
  rows: readonly ArmRow[],
  arms: readonly { readonly name: string }[],
  metrics: number,
): readonly (readonly Known[])[] {
  return Array.from({ length: metrics }, (_, i) =>
    arms.map(({ name }) => rows.find(({ arm, state }) => arm === name && state === "in")?.known[i] ?? nobody),
  );
}

const nobody: Known = { n: 0, ones: 0, isFlag: true, mean: null, variance: null, both: null };

/** A column of nothing but yes and no is a share; of other numbers, a mean. */
export function kindOf(known: readonly Known[]): Metric["kind"] {
  if (known.every(({ n }) => n === 0)) return "unknown";
  return known.every(({ isFlag }) => isFlag) ? "share" : "mean";
}

type Found = Pick<AbTestResult, "arms">;

function metricOf(
  name: string,
  i: number,
  { arms }: Found,
  known: readonly (readonly Known[])[],
  { patterns }: Answers,
  params: AbTestParams,
): Metric {
  const found = known[i]!;
  const kind = kindOf(found);
  const isAccount = params.unit === "account";
  return {
    name,
    kind,
    arms: found.map(({ n, ones, mean, variance }, place) => ({
      share: kind === "mean" ? { x: 0, n, rate: null, interval: null } : shareOf(ones, n),
      mean: kind === "mean" ? mean : null,
      deviation: kind === "mean" && variance !== null ? Math.sqrt(variance) : null,
      missing: arms[place]!.followed - n,
    })),
    contrasts: found.slice(1).map((arm, place) => ({
      arm: place + 1,
      ...contrastOf(found[0]!, arm, {
        kind,
        accounts: isAccount ? (patterns ? accountsOf(patterns, i, 0, place + 1) : []) : null,
        isAdjusted: params.mode === "columns" && params.before !== null && !isAccount,
        always: params.stop === "always" ? { planned: params.planned } : null,
      }),
      q: null,
      finding: "open",
    })),
  };
}

/** All comparisons of the cell are one family. */
function withQ(metrics: readonly Metric[], effect: number): Metric[] {
  const tested = metrics.flatMap(({ contrasts }) => contrasts).filter((one) => one.judged?.p != null);
  const adjusted = benjaminiHochberg(tested.map(({ judged }) => judged!.p!));
  return metrics.map((metric) => ({
    ...metric,
    contrasts: metric.contrasts.map((one) => {
      const place = tested.indexOf(one);
      const q = place < 0 ? null : adjusted[place]!;
      return { ...one, q, finding: findingOf(one, q, metric.kind, effect) };
    }),
  }));
}

const level = 0.05;

function findingOf(
  { judged }: Contrast,
  q: number | null,
  kind: Metric["kind"],
  effect: number,
): Contrast["finding"] {
  if (!judged) return "open";
  const [low, high] = judged.interval;
  if (q !== null && q <= level && low > 0) return "raises";
  if (q !== null && q <= level && high < 0) return "lowers";
  return kind === "share" && low > -effect && high < effect ? "small" : "open";
}

/** Customers of the outcome that decides, in the smaller arm, beside the plan. */
function stageOf(primary: Metric | undefined, { stop, planned }: AbTestParams): AbTestResult["stage"] {
  if (stop === "always") return "always";
  if (planned === null) return "unplanned";
  const fewest = Math.min(...(primary?.arms ?? []).map(({ share }) => share.n));
  return fewest >= planned ? "planned" : "early";
}

function clockOf({ clock }: Answers): AbTestResult["clock"] {
  const [firstDay, asOf] = clock ? [dayAt(clock, 0, "first_day"), dayAt(clock, 0, "as_of")] : [null, null];
  return firstDay !== null && asOf !== null ? { firstDay, asOf } : null;
}
