import type { Answers } from "../analysis";
import { countAt, dayAt } from "../answer";
import { rowCounts, type RowCounts } from "../row-counts";
import type { Work } from "../workers/work";
import { checkInput, dayText, daysBetween, type Checked } from "./check";
import { columnOf, historyColumns, tableOf } from "./columns";
import type { BuyTillYouDieRequest, Known } from "./histories";
import { models, type ModelName } from "./models";
import { moneyOf } from "./money";
import type { BuyTillYouDieParams } from "./params";
import type { BuyTillYouDieResult } from "./result";

/** A share of customers who bought once above which BG/NBD's certainty that they are still there says too much. */
const most = 0.5;
const earlyDays = 30;
/** Fewer days than that are no holdout. */
const shortest = 14;

/** Null when the table has no time. */
export function readKnown({ known }: Answers, params: BuyTillYouDieParams): Known | null {
  const asOf = known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
  const firstDay = known && known.rowCount > 0 ? dayAt(known, 0, "first_day") : null;
  if (asOf === null || firstDay === null) return null;
  const end =
    params.calibrationEnd === "auto"
      ? dayAfter(firstDay, Math.floor((2 * daysBetween(firstDay, asOf)) / 3))
      : params.calibrationEnd;
  const isInside = daysBetween(firstDay, end) >= shortest && daysBetween(end, asOf) >= shortest;
  return { asOf, calibrationEnd: isInside ? end : null };
}

export async function computeBuyTillYouDie(
  answers: Answers,
  { params }: BuyTillYouDieRequest,
  work: Work,
): Promise<BuyTillYouDieResult> {
  const known = readKnown(answers, params);
  const { histories, starts, held, weeks } = answers;
  const rows = withoutRefunds(rowCounts(answers), answers);
  const [firstDay, early] = startsOf(answers);
  if (known === null || !histories || !starts || firstDay === null)
    return nothing(rows, known?.asOf ?? null, params);
  const columns = historyColumns(histories);
  const sumOf = (is: (x: number) => boolean) =>
    columns.customers.reduce((sum, n, i) => sum + (is(columns.x[i]!) ? n : 0), 0);
  const [customers, once] = [sumOf(() => true), sumOf((x) => x === 0)];
  const end = known.calibrationEnd;
  const isHeld = end !== null && held !== undefined && held.rowCount > 0;
  const told = await work.run("buyTillYouDie", {
    forecast: { histories: columns, order: orderOf(params.model, once / customers), ahead: params.ahead },
    check: isHeld ? checkInput({ held, weeks, starts }, { firstDay, end, asOf: known.asOf }) : null,
  });
  const { fits, found } = told.forecast;
  const fitted = fits.find((fit) => fit.ok && fit.model === found?.model);
  const parameters = fitted?.ok ? { model: fitted.model, parameters: fitted.parameters } : null;
  return {
    rows,
    asOf: known.asOf,
    firstDay,
    ahead: params.ahead,
    customers,
    once,
    early,
    fits: fits.map(copied),
    found: found && {
      ...found,
      newcomer: pairOf(found.newcomer),
      total: pairOf(found.total),
      bands: [...found.bands],
      classes: [...found.classes],
    },
    paradox: parameters && paradoxOf(parameters, tableOf(columns), params.ahead),
    check: checkedOf(told.check, {
      end,
      held: columnOf(held, "customers"),
      weeks: daysBetween(end ?? "", known.asOf) / 7,
      params,
    }),
    money: moneyOf(
      { histories, spending: answers.spending, currency: answers.currency },
      parameters,
      params.ahead,
    ),
  };
}

function copied<T extends { readonly ok: boolean }>(fit: T): T {
  return { ...fit };
}

function pairOf({ value, interval }: { value: number; interval: readonly [number, number] | null }) {
  return { value, interval: interval && ([interval[0], interval[1]] as [number, number]) };
}

function orderOf(chosen: BuyTillYouDieParams["model"], once: number): readonly ModelName[] {
  if (chosen !== "fitting") return [chosen];
  return once > most ? ["mbg", "pareto", "bg"] : ["bg", "mbg", "pareto"];
}

function checkedOf(
  checked: Checked | null,
  {
    end,
    held,
    weeks,
    params,
  }: { end: string | null; held: Float64Array; weeks: number; params: BuyTillYouDieParams },
): BuyTillYouDieResult["check"] {
  if (end === null) return { ok: false, why: params.calibrationEnd === "auto" ? "no-time" : "outside" };
  if (!checked || checked.models.length === 0) return { ok: false, why: "no-fit" };
  return {
    ok: true,
    end,
    weeks,
    customers: held.reduce((sum, n) => sum + n, 0),
    fits: checked.fits.map(copied),
    models: checked.models.map((one) => ({ ...one, rows: [...one.rows], tracking: [...one.tracking] })),
  };
}

/** Two customers followed for as long as the oldest quarter, who last bought half-way: what more purchases say of them. */
function paradoxOf(
  { model, parameters }: { model: ModelName; parameters: Readonly<Record<string, number>> },
  rows: readonly { T: number; n: number }[],
  ahead: number,
): BuyTillYouDieResult["paradox"] {
  const T = Math.max(...rows.map((row) => row.T));
  if (!(T > 1)) return null;
  const one = models[model];
  return {
    last: T / 2,
    followed: T,
    rows: [2, 5, 10, 20].map((x) => {
      const history = { x, tx: T / 2, T };
      return {
        x,
        alive: one.alive(parameters, history),
        expected: one.conditional(parameters, history, ahead),
      };
    }),
  };
}

/** The first day of all, and how many customers came soon after it. */
function startsOf({ starts }: Answers): [string | null, number] {
  if (!starts || starts.rowCount === 0) return [null, 0];
  const days = starts.rows().map((row) => dayText(row.first_day));
  const first = days[0]!;
  return [
    first,
    days.reduce(
      (sum, at, i) => sum + (daysBetween(first, at) < earlyDays ? countAt(starts, i, "customers") : 0),
      0,
    ),
  ];
}

/** The rows of refunds passed the rule, but are no purchases. */
function withoutRefunds(rows: RowCounts, { refunds }: Answers): RowCounts {
  const back = refunds ? countAt(refunds, 0, "rows") : 0;
  if (back === 0) return rows;
  return { ...rows, used: rows.used - back, excluded: [...rows.excluded, { why: "refund", rows: back }] };
}

function nothing(rows: RowCounts, asOf: string | null, params: BuyTillYouDieParams): BuyTillYouDieResult {
  return {
    rows,
    asOf,
    firstDay: null,
    ahead: params.ahead,
    customers: 0,
    once: 0,
    early: 0,
    fits: [],
    found: null,
    paradox: null,
    check: { ok: false, why: "no-time" },
    money: null,
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
