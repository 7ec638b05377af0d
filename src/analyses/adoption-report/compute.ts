import { roundedScore } from "../adoption-score/bands";
import { scoreOf } from "../adoption-score/weights";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import type { Table } from "../../engine";
import { rowCounts } from "../row-counts";
import type { Work } from "../workers/work";
import { auditOf } from "./audit";
import { readDates } from "./dates";
import { readMonths } from "./months";
import type { ReportRequest } from "./params";
import { readCounts, type Pattern } from "./read-counts";
import type { ReportResult } from "./result";
import { givenScore } from "./score-given";
import { bandOf, countOf, seriesOf } from "./series";

export async function computeReport(
  answers: Answers,
  request: ReportRequest,
  work: Work,
): Promise<ReportResult> {
  const { params } = request;
  const { levers, weights, owners } = givenScore(request, answers);
  const dates = readDates(answers.dates);
  const { patterns, changes } =
    answers.counts && weights ? readCounts(answers.counts, weights) : { patterns: [], changes: [] };
  const months = await readMonths(answers, request, dates, work);
  const validFrom = params.validFrom === "auto" ? null : params.validFrom;
  const validUntil = validFrom && dayAfter(validFrom, params.validDays);
  const last = dates.shown.at(-1);
  const today = patterns.filter((one) => one.isShown && one.isSeen && one.day === last);
  return {
    mode: params.mode,
    refused: weights === null ? "weights" : null,
    rows: answers.rows ? rowCounts(answers) : null,
    asOf: dates.asOf,
    firstDay: dates.firstDay,
    levers: levers.map((lever, i) => ({ ...lever, weight: weights?.[i] ?? 0, owner: owners[i] ?? null })),
    dates:
      answers.counts && weights
        ? seriesOf(dates.shown, { patterns, changes, months, bands: params.bands, levers: levers.length })
        : [],
    months,
    currencies: answers.currencies?.rowCount ?? 1,
    gaps:
      answers.nearest && weights && today.length > 0
        ? { ...gapsOf(today, weights, params.bands), nearest: readNearest(answers.nearest) }
        : null,
    audit: auditOf(patterns, { bands: params.bands, margin: params.margin, validFrom }),
    validUntil,
    isExpired: validUntil !== null && dates.asOf !== null && dates.asOf >= validUntil,
  };
}

/** The score with one more lever on. */
function scoreWith(on: readonly number[], lever: number, weights: readonly number[]): number {
  const more = on.map((one, i) => (i === lever ? 1 : one));
  return roundedScore(scoreOf(weights, more) ?? 0);
}

function gapsOf(today: readonly Pattern[], weights: readonly number[], bands: readonly number[]) {
  const reaches = ({ on, score }: Pattern, lever: number) =>
    on[lever] === 0 && bandOf(scoreWith(on, lever, weights), bands) > bandOf(score, bands);
  return {
    any: countOf(today.filter((one) => weights.some((_, lever) => reaches(one, lever)))),
    levers: weights.map((_, lever) => ({
      off: countOf(today.filter(({ on }) => on[lever] === 0)),
      next: countOf(today.filter((one) => reaches(one, lever))),
    })),
  };
}

function readNearest(table: Table): NonNullable<ReportResult["gaps"]>["nearest"] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    customer: textAt(table, row, "customer"),
    score: numberAt(table, row, "score") ?? 0,
    lever: countAt(table, row, "lever"),
    reached: numberAt(table, row, "reached") ?? 0,
    ends: dayAt(table, row, "ends"),
    days: numberAt(table, row, "days"),
  }));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
