import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { countedBy, definitionIds, type ChurnId, type DefinitionId } from "./definitions";
import type { DefinitionsRequest } from "./query";
import type { Defined, DefinedChurn, DefinitionsResult } from "./result";

export function computeDefinitions(answers: Answers, { params }: DefinitionsRequest): DefinitionsResult {
  const rows = rowCounts(answers);
  const { known, definitions, churn } = answers;
  const asOf = known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
  const told = {
    rows,
    asOf: rows.used > 0 || isLater(rows) ? asOf : null,
    grain: params.grain,
    k: params.k,
  };
  if (told.asOf === null) return { ...told, definitions: [], month: null, churn: [] };
  return {
    ...told,
    definitions: definitions ? definitionsOf(readShares(definitions)) : [],
    ...(churn ? churnOf(churn, params.gap) : { month: null, churn: [] }),
    ...(answers.contracts && {
      contracts: contractChurn(answers.contracts, params.contracts === null ? 0 : params.grace),
    }),
  };
}

/** Rows there are, though none before the day the data are known until. */
function isLater({ excluded }: DefinitionsResult["rows"]): boolean {
  return excluded.some(({ why, rows }) => why === "after-as-of" && rows > 0);
}

interface Counts<Id> {
  readonly id: Id;
  readonly x: number;
  readonly n: number;
}

/** In the order of the list, each against the first, which is ours. */
export function definitionsOf(counts: readonly Counts<DefinitionId>[]): Defined[] {
  return against(
    definitionIds.flatMap((id) => counts.find((one) => one.id === id) ?? []),
    "ours",
  );
}

function against<Id extends DefinitionId | ChurnId>(counts: readonly Counts<Id>[], ours: Id) {
  const own = counts.find(({ id }) => id === ours);
  const base = own ? shareOf(own.x, own.n).rate : null;
  return counts.map(({ id, x, n }) => {
    const rate = n > 0 ? x / n : null;
    return {
      id,
      x,
      n,
      rate,
      interval: countedBy(id) === "customers" ? shareOf(x, n).interval : null,
      difference: rate === null || base === null ? null : rate - base,
    };
  });
}

function readShares(table: Table): Counts<DefinitionId>[] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    id: definitionIds.find((id) => id === textAt(table, row, "definition"))!,
    x: numberAt(table, row, "numerator") ?? 0,
    n: numberAt(table, row, "denominator") ?? 0,
  }));
}

/** What one month's churn is made of. */
export interface MonthCounts {
  readonly atStart: number;
  readonly lost: number;
  readonly joined: number;
  readonly atEnd: number;
  /** Every loss of the month, and those of customers who were there at its start. */
  readonly losses: number;
  readonly lossesOfStart: number;
}

/** `daily`: the sum of each day's share, where days are known. */
export function churnShares(month: MonthCounts, daily: number | null = null): DefinedChurn[] {
  const { atStart, lost, joined, atEnd, losses, lossesOfStart } = month;
  return against(
    [
      { id: "lost", x: lost, n: atStart },
      { id: "standard", x: lost, n: atStart },
      { id: "subscribers", x: losses, n: atStart + joined },
      { id: "events", x: losses, n: atStart },
      { id: "events-before", x: lossesOfStart, n: atStart },
      { id: "midpoint", x: losses, n: (atStart + atEnd) / 2 },
      ...(daily === null ? [] : [{ id: "daily" as const, x: daily, n: 1 }]),
    ],
    "lost",
  );
}

function churnOf(table: Table, gap: number): Pick<DefinitionsResult, "month" | "churn"> {
  const opens = table.rowCount > 0 ? dayAt(table, 0, "opens") : null;
  const closes = table.rowCount > 0 ? dayAt(table, 0, "closes") : null;
  if (opens === null || closes === null) return { month: null, churn: [] };
  const counts = monthCounts(table);
  const isComplete = table.value(0, "is_complete") === true;
  const { atStart, joined, atEnd } = counts;
  return {
    month: {
      opens,
      closes,
      isComplete,
      isCut: table.value(0, "is_cut") === true,
      gap,
      atStart,
      joined,
      atEnd,
    },
    // Of a month that is not over, customers would be lost who still have time.
    churn: isComplete && atStart > 0 ? churnShares(counts) : [],
  };
}

function monthCounts(table: Table): MonthCounts {
  return {
    atStart: countAt(table, 0, "at_start"),
    lost: countAt(table, 0, "lost"),
    joined: countAt(table, 0, "joined"),
    atEnd: countAt(table, 0, "at_end"),
    losses: countAt(table, 0, "losses"),
    lossesOfStart: countAt(table, 0, "losses_of_start"),
  };
}

function contractChurn(table: Table, grace: number): DefinitionsResult["contracts"] {
  const opens = table.rowCount > 0 ? dayAt(table, 0, "opens") : null;
  const closes = table.rowCount > 0 ? dayAt(table, 0, "closes") : null;
  if (opens === null || closes === null) return null;
  const counts = monthCounts(table);
  const { atStart, joined, atEnd } = counts;
  const isComplete = table.value(0, "is_complete") === true;
  return {
    opens,
    closes,
    isComplete,
    grace,
    atStart,
    joined,
    atEnd,
    churn: isComplete && atStart > 0 ? churnShares(counts, numberAt(table, 0, "daily")) : [],
  };
}
