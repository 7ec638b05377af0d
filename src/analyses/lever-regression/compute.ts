import type { Answers } from "../analysis";
import { mostCuts } from "../lever-finder/cuts";
import { readStatuses } from "../statuses";
import { controlsFrom } from "../levers/controls";
import { readFacts, readMeasures, type LeverFacts, type LeverMeasure } from "../levers/facts";
import { groupsOf } from "../levers/fit";
import { gateOf } from "../levers/gate";
import type { Lever } from "../levers/lever";
import { leversOverlap } from "../levers/overlap";
import { designOf, isSwitch, type Design, type LeverRow } from "../levers/design";
import { readPatterns } from "../levers/patterns";
import { leversOf } from "../levers/widest";
import { rowCounts } from "../row-counts";
import type { Dimension } from "../segments/dimensions";
import { shareOf } from "../share";
import type { Work } from "../workers/work";
import { coxRows } from "./cox-rows";
import { judge } from "./judge";
import type { RegressionRequest } from "./params";
import { reduced } from "./reduced";
import type { LeverRegressionResult, LeverResult, LeverSharesResult, PathResult } from "./result";

export async function computeRegression(
  answers: Answers,
  request: RegressionRequest,
  work: Work,
): Promise<LeverRegressionResult> {
  const { params } = request;
  const { facts, patterns, survival } = answers;
  const levers = leversOf(request, answers);
  const told = {
    mode: params.mode,
    refused: leversOverlap(params) ? ("overlap" as const) : null,
    rows: answers.rows ? rowCounts(answers) : null,
    status: readStatuses(answers.statuses),
  };
  if (!facts || !patterns) return { ...told, ...notCompared(levers) };
  const controls = controlsFrom(request, answers);
  const rows = readPatterns(patterns, levers, controls);
  const switches = levers.map((_, i) => isSwitch(rows, i));
  const measures = readMeasures(facts, levers);
  const lines = levers.map((lever, i) => linesOf(lever, measures[i]!, params));
  return {
    ...told,
    ...(await compared({ facts: readFacts(facts), measures, levers, lines, controls, rows }, params, work)),
    cox: survival
      ? await work.run("leverCox", { ...coxRows(survival, levers, controls, switches), lines })
      : null,
  };
}

/** What is counted of customers: rows by pattern, and who is in them. */
export interface Counted {
  readonly facts: LeverFacts;
  readonly measures: readonly Pick<LeverMeasure, "known" | "knownLost" | "least" | "most">[];
  readonly levers: readonly Lever[];
  /** Of each lever the number of thresholds among which its own was looked for; 1: it was not. */
  readonly lines: readonly number[];
  readonly controls: readonly Pick<Dimension, "column" | "isBanded">[];
  readonly rows: readonly LeverRow[];
}

type Compared = Omit<LeverRegressionResult, "mode" | "refused" | "rows" | "status" | "cox">;

/** The model and all that is judged by it. */
export async function compared(
  { facts, measures, levers, lines, controls, rows }: Counted,
  params: RegressionRequest["params"],
  work: Work,
): Promise<Compared> {
  const design = designOf(rows, levers.length, controls.length, {
    missing: params.missing === "indicator" ? "indicator" : "drop",
  });
  const whole = reduced(
    design,
    design.terms.map((_, column) => column),
  );
  const switches = levers.map((_, i) => isSwitch(rows, i));
  const gate = gateIn(facts, design);
  const model =
    facts.used > 0
      ? await work.run("leverModel", {
          design: whole,
          switches,
          lines,
          choice: params.model === "fitting" ? "auto" : params.model,
        })
      : { ok: false as const, why: "no-base" as const };
  const options = { delta: params.delta, colour: gate.colour };
  return {
    facts: { ...facts, excluded: { ...facts.excluded } },
    levers: levers.map((lever, i): LeverResult => {
      const { known, knownLost, least, most } = measures[i]!;
      return {
        ...lever,
        isSwitch: switches[i]!,
        known,
        knownLost,
        least,
        most,
        on: switches[i] ? shareOfValue(rows, i, 1) : null,
        off: switches[i] ? shareOfValue(rows, i, 0) : null,
        judged: model.ok ? judge(model, i, switches[i]!, options) : { kind: "cannot-tell", other: null },
      };
    }),
    controls: controls.map(({ column, isBanded }, i) => ({
      column,
      isBanded,
      reference: design.references[i]!,
    })),
    incomplete: design.incomplete,
    gate,
    model,
    shares: model.ok ? await sharesOf(whole, params.resamples, work) : null,
    path: model.ok ? await pathOf(design, params.beside, work) : null,
    imputed:
      model.ok && params.missing === "impute" && design.incomplete.customers > 0
        ? await work.run("leverImputed", {
            rows,
            switches,
            lines,
            controls: controls.length,
            method: model.method,
          })
        : null,
  };
}

/** Among how many thresholds that of a lever may have been looked for: what has two values has but one. */
function linesOf(
  { cut }: Lever,
  { distinct }: Pick<LeverMeasure, "distinct">,
  { lines }: RegressionRequest["params"],
): number {
  return cut !== null && lines === "searched" ? Math.max(1, Math.min(distinct - 1, mostCuts)) : 1;
}

function notCompared(levers: readonly Lever[]) {
  return {
    facts: null,
    levers: levers.map((lever) => ({ ...lever, ...nothingOf })),
    controls: [],
    incomplete: { customers: 0, lost: 0 },
    gate: null,
    model: null,
    shares: null,
    path: null,
    imputed: null,
    cox: null,
  };
}

const nothingOf = {
  isSwitch: false,
  known: 0,
  knownLost: 0,
  least: null,
  most: null,
  on: null,
  off: null,
  judged: { kind: "cannot-tell" as const, other: null },
};

/** Of those of whom it is on, or off, how many stayed. */
function shareOfValue(rows: readonly LeverRow[], lever: number, value: number) {
  const those = rows.filter(({ values }) => values[lever] === value);
  const customers = those.reduce((sum, row) => sum + row.customers, 0);
  return shareOf(customers - those.reduce((sum, row) => sum + row.lost, 0), customers);
}

/** Of those who are in the model: a lever that is unknown costs customers. */
function gateIn({ used, lost }: LeverFacts, { terms, patterns }: Design) {
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const left = patterns.reduce((sum, { x, n }) => sum + n - x, 0);
  const gate = gateOf({
    customers: customers || used,
    lost: customers ? left : lost,
    parameters: terms.length - 1,
    coxSnell: null,
  });
  return {
    colour: gate.colour,
    events: gate.events,
    rarer: gate.rarer,
    needed: gate.needed?.customers ?? null,
    mostLevers: gate.mostLevers,
    toGreen: gate.toGreen && { ...gate.toGreen },
    toAmber: gate.toAmber && { ...gate.toAmber },
  };
}

function sharesOf(
  { terms, patterns }: Pick<Design, "terms" | "patterns">,
  resamples: number,
  work: Work,
): Promise<LeverSharesResult | null> {
  const places = groupsOf(terms).filter(({ form }) => form === "lever");
  const columnsOf = (place: number) =>
    terms.flatMap((term, column) =>
      (term.form === "lever" || term.form === "missing") && term.lever === place ? [column - 1] : [],
    );
  return work.run("leverShares", {
    patterns: patterns.map(({ values, x, n }) => ({ values: values.slice(1), x, n })),
    levers: places.map(({ place }) => columnsOf(place)),
    resamples,
  });
}

async function pathOf(
  { terms, patterns }: Design,
  beside: RegressionRequest["params"]["beside"],
  work: Work,
): Promise<PathResult | null> {
  if (beside !== "ridge" && beside !== "lasso") return null;
  const at = (forms: readonly string[]) =>
    terms.flatMap(({ form }, column) => (forms.includes(form) ? [column] : []));
  return work.run("leverPath", {
    kind: beside,
    patterns,
    levers: at(["lever"]),
    free: at(["control", "missing"]),
  });
}
