import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import { newcombe } from "../stats/newcombe";
import type { CohortRequest } from "./lives";
import { longYearsOf } from "./long-years";
import { daysOf, isInTime, stepsOf } from "./params";
import { readMatrix, type Matrix } from "./read-matrix";
import type { Cohort, CohortResult, StepResult } from "./result";
import { testSteps, timeOf } from "./tests-of-steps";

export function computeCohorts(answers: Answers, request: CohortRequest): CohortResult {
  const { params } = request;
  const currencies = currenciesOf(answers);
  const extent = answers.extent && answers.extent.rowCount > 0 ? answers.extent : null;
  const known = {
    metric: params.metric,
    by: params.by,
    grain: params.grain,
    window: params.window,
    counting: params.counting,
    refused: refusal(answers, request),
    rows: answers.rows ? rowCounts(answers) : null,
    asOf: extent ? dayAt(extent, 0, "as_of") : null,
    unplaced: answers.facts ? countAt(answers.facts, 0, "unplaced") : 0,
    early: answers.facts ? countAt(answers.facts, 0, "early") : 0,
    currencies,
    refunds: answers.refunds
      ? { rows: countAt(answers.refunds, 0, "rows"), total: numberAt(answers.refunds, 0, "total") ?? 0 }
      : { rows: 0, total: 0 },
  };
  if (!answers.matrix) return { ...known, ...nothing };
  return {
    ...known,
    ...conclude(readMatrix(answers.matrix, request), extent ? dayAt(extent, 0, "first_day") : null, request),
  };
}

type Concluded = Pick<CohortResult, keyof typeof nothing>;

/** What follows from the counted cells alone. */
export function conclude(
  { cohorts: read, averages, total }: Matrix,
  firstDay: string | null,
  request: Pick<CohortRequest, "params">,
): Concluded {
  const { params } = request;
  const cohorts = read.map((cohort): Cohort => ({ ...cohort, isCut: isCut(cohort.id, firstDay, request) }));
  const steps = stepsOf(params).filter(({ k }) => averages.has(k));
  const tested = testSteps(
    params.metric === "customers" ? cohorts : [],
    steps.length,
    isInTime(params) ? cohorts.map(({ id }) => timeOf(id, params.grain)) : null,
  );
  const told = steps.map(({ k, to }, i): StepResult => ({
    k,
    to,
    ...averages.get(k)!,
    complete: cohorts.filter(({ cells }) => cells[i]!.state === "complete").length,
    overlaps: params.by === "behaviour" && overlaps(k, params),
    ...tested[i]!,
  }));
  const at = spokenOf(told, params);
  return {
    steps: told,
    cohorts,
    total,
    at,
    firstPeriod: firstPeriodOf(cohorts, firstDay, total, request),
    longYears: params.grain === "week" && isInTime(params) ? longYearsOf(cohorts.map(({ id }) => id)) : [],
    difference: at === null || params.by !== "behaviour" ? null : differenceOf(cohorts, at),
  };
}

const nothing = {
  steps: [],
  cohorts: [],
  total: { cohorts: 0, customers: 0 },
  at: null,
  firstPeriod: null,
  longYears: [],
  difference: null,
};

/** What is asked of data or a form that cannot answer. */
export function refusal(answers: Answers, { params }: CohortRequest): CohortResult["refused"] {
  if (params.by === "behaviour" && params.event.trim() === "") return "event";
  if (params.counting === "after" && params.metric !== "customers") return "after-amounts";
  if (params.counting === "brackets" && params.brackets.length < 2) return "brackets";
  if (params.metric === "revenue" && params.currency === "" && currenciesOf(answers).length > 1)
    return "currencies";
  return null;
}

function currenciesOf({ currencies }: Answers): CohortResult["currencies"] {
  if (!currencies) return [];
  return Array.from({ length: currencies.rowCount }, (_, row) => ({
    currency: textAt(currencies, row, "currency"),
    rows: countAt(currencies, row, "rows"),
  }));
}

/** Of a calendar period in which the log begins only the later days are known. */
function isCut(id: string, firstDay: string | null, { params }: Pick<CohortRequest, "params">): boolean {
  return isInTime(params) && params.grain !== "day" && firstDay !== null && id < firstDay;
}

/** Who is first seen in the period in which the log begins; not told where that cohort is no longer among those read. */
function firstPeriodOf(
  cohorts: readonly Cohort[],
  firstDay: string | null,
  { cohorts: all, customers }: CohortResult["total"],
  { params }: Pick<CohortRequest, "params">,
): CohortResult["firstPeriod"] {
  const oldest = cohorts[0];
  if (params.by !== "activity" || !oldest || firstDay === null || all > cohorts.length) return null;
  return { x: oldest.id <= firstDay ? oldest.size : 0, n: customers };
}

/** Behaviour is watched in the first days; a period may begin before they are over. */
function overlaps(k: number, { grain, window, days }: CohortRequest["params"]): boolean {
  const shortest = grain === "month" && window === "calendar" ? 28 : daysOf[grain];
  // A calendar period after a start late in its own may begin almost a period earlier.
  return (window === "rolling" ? k : k - 1) * shortest < days;
}

/** The wanted step, or the last known one up to the usual; the first period is no return. */
function spokenOf(steps: readonly StepResult[], params: CohortRequest["params"]): number | null {
  const isKnown = (step: StepResult) => step.pooled.n > 0 && !step.overlaps;
  if (params.at !== null) {
    const place = steps.findIndex(({ k }) => k === params.at);
    return place >= 0 && steps[place]!.pooled.n > 0 ? place : null;
  }
  const usual = params.counting === "brackets" ? Infinity : { day: 7, week: 4, month: 1 }[params.grain];
  const place = (fits: (step: StepResult) => boolean) =>
    steps.findLastIndex((step) => step.k > 0 && step.k <= usual && isKnown(step) && fits(step));
  const several = params.counting === "brackets" ? -1 : place(({ complete }) => complete > 1);
  if (several >= 0) return several;
  const first =
    params.counting === "brackets"
      ? steps.findIndex((step) => step.k > 0 && isKnown(step))
      : place(() => true);
  if (first >= 0) return first;
  // Behaviour watched for long leaves only later steps.
  const later = steps.findIndex((step) => step.k > 0 && isKnown(step));
  return later >= 0 ? later : null;
}

function differenceOf(cohorts: readonly Cohort[], at: number): CohortResult["difference"] {
  const [yes, no] = ["yes", "no"].map((id) => cohorts.find((one) => one.id === id)?.cells[at]);
  if (!yes || !no || yes.n === 0 || no.n === 0 || !yes.isElapsed || !no.isElapsed) return null;
  const found = newcombe(yes, no);
  return found && { value: found.difference, interval: [...found.interval] };
}
