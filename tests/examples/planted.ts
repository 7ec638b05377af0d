import { expect } from "vitest";
import { exampleText, type Found } from "./open-example";

import { expectScoreInUse, type ScoreInUse } from "./planted-use";

/** What the generator counted of one period; see examples/generator/count-periods.mjs. */
interface PlantedPeriod {
  readonly period: string;
  readonly start: number;
  readonly lost: number;
  readonly new?: number;
  readonly returned?: number;
  readonly end?: number;
}

interface FoundPeriod {
  readonly opens: string;
  readonly state: string;
  readonly side: string | null;
  readonly atStart: number;
  readonly lost: number;
  readonly new: number;
  readonly returned: number;
  readonly atEnd: number;
}

export function expectSaas(found: Found, planted: Saas): void {
  const month = (of: readonly PlantedPeriod[], name: string) => of.find(({ period }) => period === name)!;
  expect(counts(found, "attrition-by-use")).toMatchObject(
    asCounts(month(planted.months, planted.lastCompleteMonth)),
  );
  expect(counts(found, "attrition-by-contract")).toMatchObject(
    asCounts(month(planted.contractMonths, planted.priceRise)),
  );
  expectPeriods(found, "use-over-time", planted.months, planted.inProgress);
  expectPeriods(found, "contracts-over-time", planted.contractMonths.slice(1), planted.inProgress);
  expect(periodsAbove(found, "contracts-over-time")).toEqual([planted.priceRise]);
  expect(periodsAbove(found, "use-over-time")).toEqual([monthAfter(planted, planted.priceRise)]);
  const tried = found.get("activity")![0]!.tried;
  expect(tried).toMatchObject([
    { rule: "any", ...asTried(month(planted.monthsWithLogins, planted.lastCompleteMonth)) },
    { rule: "without_passive", ...asTried(month(planted.months, planted.lastCompleteMonth)) },
    { rule: "chosen", ...asTried(month(planted.months, planted.lastCompleteMonth)) },
  ]);
  const rise = month(planted.contractMonths, planted.priceRise);
  const before = planted.contractMonths[planted.contractMonths.indexOf(rise) - 1]!;
  // The later month is the first side. The loss is the month's own, not that of other customers in it.
  expect(found.get("like-with-like")![0]).toMatchObject({
    first: { x: rise.lost, n: rise.start },
    second: { x: before.lost, n: before.start },
    reversal: null,
  });
  const { contracts } = found.get("by-definition")![0] as {
    contracts: { churn: readonly { id: string; x: number; n: number }[] };
  };
  expect(contracts.churn[0]).toMatchObject({ id: "lost", x: rise.lost, n: rise.start });
  const { finished, unfinished } = planted.onboarding;
  expect(found.get("stayed")).toMatchObject([
    { finished: "true", accounts: String(finished.accounts), under_contract: String(finished.onDay180) },
    { finished: "false", accounts: String(unfinished.accounts), under_contract: String(unfinished.onDay180) },
  ]);
  expectLoop(found);
}

/** Both steps in the first two weeks, counted once more from the file itself; whose two weeks are not over is left out. */
function expectLoop(found: Found): void {
  const { stages, clock } = found.get("loop")![0] as {
    stages: readonly { id: string; open: number; share: { x: number; n: number } }[];
    clock: { asOf: string };
  };
  expect(stages.map(({ id }) => id)).toEqual(["express", "amplify"]);
  const [, ...lines] = exampleText("saas/events.csv").trim().split("\n");
  const accounts = new Map<string, { started: number; steps: Map<string, number> }>();
  const dayOf = (moment: string) => Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const asOf = dayOf(clock.asOf);
  const leftOut = ["login", "email_opened"];
  for (const line of lines) {
    const [time, , id, event] = line.split(",") as [string, string, string, string];
    if (dayOf(time) >= asOf) continue;
    const account = accounts.get(id) ?? { started: Infinity, steps: new Map<string, number>() };
    if (!leftOut.includes(event)) account.started = Math.min(account.started, dayOf(time));
    // Rows stand in the order of time.
    if (!account.steps.has(event)) account.steps.set(event, dayOf(time));
    accounts.set(id, account);
  }
  const over = [...accounts.values()].filter(({ started }) => started + 14 <= asOf);
  const didBoth = over.filter(({ started, steps }) =>
    ["data_imported", "colleague_invited"].every((step) => (steps.get(step) ?? Infinity) < started + 14),
  );
  expect(stages[0]!.share).toMatchObject({ x: didBoth.length, n: over.length });
  expect(stages[0]!.share.x).toBeGreaterThan(0);
}

/** Who finished onboarding stays more often: the notebook of levers has to come to the generator's own counts. */
export function expectLevers(found: Found, planted: Saas): void {
  const { finished, unfinished } = planted.onboarding;
  const both = found
    .get("levers")!
    .find(({ behaviour }) => behaviour === "data_imported + colleague_invited");
  expect(both).toMatchObject({
    did: String(finished.accounts),
    did_stayed: String(finished.onDay180),
    others: String(unfinished.accounts),
    others_stayed: String(unfinished.onDay180),
  });
  const parts = found.get("by-part")!;
  const sum = (did: string, column: string) =>
    parts.filter((row) => row.did === did).reduce((total, row) => total + Number(row[column]), 0);
  expect([sum("true", "accounts"), sum("true", "stayed")]).toEqual([finished.accounts, finished.onDay180]);
  expect([sum("false", "accounts"), sum("false", "stayed")]).toEqual([
    unfinished.accounts,
    unfinished.onDay180,
  ]);
  expect(found.get("look-at")!.map(({ column_name }) => column_name)).toContain("did");
}

/** Logos and revenue of the month in which the large one left, those who left, and what they said. */
export function expectLogos(found: Found, planted: Logos): void {
  const { series } = found.get("logo-attrition")![0] as {
    series: readonly { opens: string; counts: Record<string, number>; money: Record<string, number> }[];
  };
  const { whale } = planted;
  expect(series.find(({ opens }) => opens === `${whale.month}-01`)).toMatchObject({
    counts: { atStart: whale.start, lost: whale.lost },
    money: { start: whale.mrrStart, lost: whale.mrrLost, end: whale.mrrEnd },
  });
  expect(found.get("lead")![0]).toMatchObject({ lost: { accounts: planted.left } });
  const said = JSON.stringify(found.get("reasons")![0]);
  for (const reason of Object.keys(planted.reasons)) expect(said).toContain(reason);
}

export function expectShop(found: Found, planted: Shop): void {
  const { gap } = found.get("activity")![0] as { gap: { customers: number; p50: number; p80: number } };
  expect(gap.customers).toBe(planted.gapDays.customers);
  expect(gap.p50).toBeCloseTo(planted.gapDays.median, 9);
  expect(gap.p80).toBeCloseTo(planted.gapDays.p80, 5); // written with six decimals
  expectPeriods(found, "by-month", planted.months, planted.inProgress.month);
  expectPeriods(found, "by-quarter", planted.quarters, planted.inProgress.quarter);
  expect(counts(found, "first-quarter")).toMatchObject(asCounts(planted.quarters.at(-1)!));
  const { sale, otherMonths } = planted;
  const asRow = ({ customers, backWithin90Days }: Repeat) => ({
    customers: String(customers),
    back_within_90_days: String(backWithin90Days),
  });
  expect(found.get("came-back")).toMatchObject([asRow(sale), asRow(otherMonths)]);
}

interface Split {
  readonly on: number;
  readonly onKept: number;
  readonly off: number;
  readonly offKept: number;
}

export interface Score {
  readonly accounts: number;
  readonly renewed: number;
  readonly behaviours: Readonly<Record<string, Split>>;
  readonly use: ScoreInUse;
}

interface FoundBehaviour {
  readonly behaviour: string;
  readonly class: string;
  readonly with: { readonly x: number; readonly n: number };
  readonly without: { readonly x: number; readonly n: number };
}

/** Counts are the generator's; the two true levers are found, and none of the traps is taken for one. */
export function expectScore(found: Found, planted: Score): void {
  const survivors = found.get("survivorship")![0] as {
    used: number;
    lost: number;
    behaviours: readonly FoundBehaviour[];
  };
  expect(survivors).toMatchObject({ used: planted.accounts, lost: planted.accounts - planted.renewed });
  for (const [behaviour, split] of Object.entries(planted.behaviours))
    expect(survivors.behaviours.find((one) => one.behaviour === behaviour)).toMatchObject({
      with: { x: split.onKept, n: split.on },
      without: { x: split.offKept, n: split.off },
    });
  const classOf = (behaviour: string) =>
    survivors.behaviours.find((one) => one.behaviour === behaviour)!.class;
  expect(["colleagues", "integrations", "profile_filled", "support_calls"].map(classOf)).toEqual([
    "real candidate",
    "real candidate",
    "common but useless",
    "reversed",
  ]);
  const { levers } = found.get("regression")![0] as {
    levers: readonly { behaviour: string; judged: { kind: string } }[];
  };
  expect(Object.fromEntries(levers.map((one) => [one.behaviour, one.judged.kind]))).toEqual({
    colleagues: "keep",
    integrations: "keep",
    templates: "merge",
    logins_week: "explained",
    profile_filled: "cannot-tell",
    support_calls: "explained",
    sso: "keep",
  });
  const { winner, contenders } = found.get("score")![0] as {
    winner: number | null;
    contenders: readonly { version: string }[];
  };
  expect(winner).not.toBeNull();
  expect(contenders.length).toBeGreaterThan(3);
  expectScoreInUse(found, planted.use);
}

/** Every planted period is there, complete, with the very numbers; the one after the last is still in progress. */
function expectPeriods(
  found: Found,
  cell: string,
  planted: readonly PlantedPeriod[],
  inProgress: string,
): void {
  const { grain, periods } = found.get(cell)![0] as { grain: string; periods: readonly FoundPeriod[] };
  const named = periods.map((one) => ({ ...one, period: nameOf(one.opens, grain) }));
  for (const one of planted) {
    const row = named.find(({ period }) => period === one.period);
    expect(row, `${cell} ${one.period}`).toMatchObject({ ...asCounts(one), state: "complete" });
  }
  expect(named.find(({ period }) => period === inProgress)?.state).toBe("in progress");
}

/** Names of the periods that lie above the baseline's limits. */
function periodsAbove(found: Found, cell: string): string[] {
  const { grain, periods } = found.get(cell)![0] as { grain: string; periods: readonly FoundPeriod[] };
  return periods.filter(({ side }) => side === "above").map(({ opens }) => nameOf(opens, grain));
}

function monthAfter({ months }: Saas, name: string): string {
  return months[months.findIndex(({ period }) => period === name) + 1]!.period;
}

function asTried({ start, lost, end }: PlantedPeriod) {
  return { atStart: start, lost, atEnd: end };
}

function asCounts({ start, lost, new: fresh, returned, end }: PlantedPeriod) {
  return {
    atStart: start,
    lost,
    ...(fresh === undefined ? {} : { new: fresh }),
    ...(returned === undefined ? {} : { returned }),
    ...(end === undefined ? {} : { atEnd: end }),
  };
}

function counts(found: Found, cell: string) {
  return (found.get(cell)![0] as { counts: unknown }).counts;
}

function nameOf(opens: string, grain: string): string {
  const [year, month] = opens.split("-");
  return grain === "quarter" ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
}

interface Repeat {
  readonly customers: number;
  readonly backWithin90Days: number;
}
interface Stays {
  readonly accounts: number;
  readonly onDay180: number;
}
export interface Saas {
  readonly lastCompleteMonth: string;
  readonly inProgress: string;
  readonly priceRise: string;
  readonly months: readonly PlantedPeriod[];
  readonly monthsWithLogins: readonly PlantedPeriod[];
  readonly contractMonths: readonly PlantedPeriod[];
  readonly onboarding: { readonly finished: Stays; readonly unfinished: Stays };
}
export interface Shop {
  readonly gapDays: { readonly customers: number; readonly median: number; readonly p80: number };
  readonly inProgress: { readonly month: string; readonly quarter: string };
  readonly months: readonly PlantedPeriod[];
  readonly quarters: readonly PlantedPeriod[];
  readonly sale: Repeat;
  readonly otherMonths: Repeat;
}

export interface Logos {
  readonly left: number;
  readonly withReason: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly whale: {
    readonly month: string;
    readonly start: number;
    readonly lost: number;
    readonly mrrStart: number;
    readonly mrrLost: number;
    readonly mrrEnd: number;
  };
}
