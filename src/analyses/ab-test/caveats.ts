import { byLevel } from "../caveat-order";
import { probabilityText } from "../findings";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { sameShare } from "../segments/same-share";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { metricLabel } from "./names";
import type { AbTestResult, Metric } from "./result";
import type { AbTestRequest, State } from "./units";

type Add = (id: string, level: Caveat["level"], text: string) => void;

/** What limits the test, the worst first. */
export function abTestCaveats(result: AbTestResult, { params }: AbTestRequest, language: Language): Caveat[] {
  if (result.plan) return [];
  const { caveat } = language.texts.abTest;
  const caveats: Caveat[] = [];
  const add: Add = (id, level, text) => caveats.push({ id, level, text });
  if (result.problem === null) {
    if (result.stage === "unplanned") add("unplanned", "flips", caveat.unplanned);
    accountCaveats(result, params.unit, add, language);
    splitCaveats(result, add, language);
    for (const [i, metric] of result.metrics.entries())
      metricCaveats(metric, i, { result, isAdjusted: isAdjusted(params) }, add, language);
    if (result.metrics.some(({ kind }) => kind === "mean")) add("skewed", "limits", caveat.skewed);
    if (params.mode === "columns") add("follow-up", "note", caveat.followUp);
    if (result.tests > 1) add("many", "note", caveat.many(result.tests));
  }
  stateCaveats(result, params.within, add, language);
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, language.texts) : [])]);
}

function isAdjusted({ mode, before, unit }: AbTestRequest["params"]): boolean {
  return mode === "columns" && before !== null && unit === "customer";
}

function accountCaveats({ accounts, arms }: AbTestResult, unit: string, add: Add, { texts }: Language): void {
  const { caveat } = texts.abTest;
  if (!accounts) return;
  if (unit === "account") {
    if (accounts.split > 0)
      add("split-accounts", "flips", caveat.splitAccounts(accounts.split, accounts.all));
    const fewest = Math.min(...arms.map((arm) => arm.accounts ?? 0));
    if (fewest < 30) add("few-accounts", "limits", caveat.fewAccounts(fewest));
    return;
  }
  // By lot, of ten accounts with two customers five would lie in both arms.
  if (accounts.several >= 10 && accounts.split < accounts.several * 0.05)
    add("clustered", "flips", caveat.clustered(accounts.several, accounts.all));
}

/** Below this a split that is no alarm is worth a look. */
const unusual = 0.01;

function splitCaveats({ split }: AbTestResult, add: Add, language: Language): void {
  const { caveat } = language.texts.abTest;
  if (!split) return;
  if (!split.isBroken && split.p < unusual)
    add("near", "limits", caveat.near(probabilityText(split.p, language)));
  if (split.smallestExpected < 5) add("few-expected", "limits", caveat.fewExpected);
}

interface About {
  readonly result: AbTestResult;
  readonly isAdjusted: boolean;
}

function metricCaveats(
  metric: Metric,
  i: number,
  { result, isAdjusted }: About,
  add: Add,
  language: Language,
): void {
  const { caveat } = language.texts.abTest;
  const name = metricLabel(metric, language);
  missingCaveat(metric, i, result, add, language);
  const small = metric.kind === "share" ? metric.arms.filter(({ share }) => isSmallSample(share)) : [];
  if (small.length)
    add(
      `small-${i}`,
      "limits",
      caveat.small(small.map((arm) => `${name}, ${result.arms[metric.arms.indexOf(arm)]!.name}`)),
    );
  if (!isAdjusted || metric.kind === "unknown") return;
  const adjusted = metric.contrasts.flatMap((one) => one.adjusted ?? []);
  if (adjusted.length < metric.contrasts.length)
    add(`no-adjustment-${i}`, "limits", caveat.noAdjustment(name));
  if (adjusted.some(({ covariateP }) => covariateP !== null && covariateP < 0.001))
    add(`covariate-${i}`, "flips", caveat.covariate);
  const [first] = metric.contrasts;
  const all = first ? metric.arms[0]!.share.n + metric.arms[first.arm]!.share.n : 0;
  if (first?.adjusted && first.adjusted.n < all)
    add(
      `few-before-${i}`,
      first.adjusted.n < all * 0.95 ? "limits" : "note",
      caveat.fewBefore(first.adjusted.n, all),
    );
}

/** Outcomes that are not known; where they are missing more often in one arm, those who are left are no longer alike. */
function missingCaveat(
  metric: Metric,
  i: number,
  { arms }: AbTestResult,
  add: Add,
  { texts }: Language,
): void {
  const { caveat } = texts.abTest;
  const counts = metric.arms.map(({ missing }, place) => ({ x: missing, n: arms[place]!.followed }));
  if (metric.kind === "unknown" || counts.every(({ x }) => x === 0)) return;
  const differs = counts.slice(1).some((one) => (sameShare(counts[0]!, one) ?? 1) < unusual);
  const told = counts.map(({ x, n }, place) => caveat.missingOf(arms[place]!.name, x, n));
  const name = metric.name === "" ? texts.abTest.anyActivity : metric.name;
  add(`missing-${i}`, differs ? "flips" : "limits", caveat.missing({ metric: name, arms: told, differs }));
}

function stateCaveats({ states, rows }: AbTestResult, within: number, add: Add, { texts }: Language): void {
  const { caveat } = texts.abTest;
  const all = rows?.customers ?? 0;
  for (const { state, customers } of states) {
    if (state === "in") continue;
    const level = customers > all * 0.01 ? "limits" : "note";
    add(`state-${state}`, level, textOf(state, customers, all, within, caveat));
  }
}

function textOf(
  state: Exclude<State, "in">,
  n: number,
  all: number,
  within: number,
  caveat: Language["texts"]["abTest"]["caveat"],
): string {
  switch (state) {
    case "several":
      return caveat.several(n, all);
    case "late":
      return caveat.late(n, within);
    case "none":
    case "no-account":
    case "no-time":
    case "early":
      return caveat[state](n);
  }
}
