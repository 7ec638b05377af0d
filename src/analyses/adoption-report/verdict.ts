import { intervalText } from "../findings";
import type { Verdict } from "../report";
import type { Language } from "../texts";
import type { ReportRequest } from "./params";
import { hasScores, lastDate, type MonthResult, type ReportResult } from "./result";
import { movedOver } from "./series";

/** The mean score and what moved it, what stayed beside it, and whether equal scores still mean the same. */
export function reportVerdict(result: ReportResult, { params }: ReportRequest, language: Language): Verdict {
  const { texts, format } = language;
  const { verdict, next, signed } = texts.adoptionReport;
  const problem = problemOf(result, params.observeDays, language);
  if (problem) return problem;
  const last = lastDate(result)!;
  const mean = format.number(last.mean!, 1);
  const interval =
    last.interval &&
    texts.base.interval(format.number(last.interval[0], 1), format.number(last.interval[1], 1));
  const moved = movedOver(result.dates);
  const month = lastMonth(result);
  const { audit, isExpired, validUntil } = result;
  const isOff = audit.verdict === "lower" || audit.sorts === "no" || isExpired;
  return {
    level:
      audit.verdict === null || audit.verdict === "cannot tell"
        ? "cannot-tell"
        : audit.verdict === "same" && !isOff
          ? "certain"
          : "likely",
    sentence: [
      verdict.mean({ date: format.day(last.day), customers: last.customers, mean, interval }),
      ...(moved
        ? [
            verdict.moved({
              since: format.day(result.dates[0]!.day),
              all: signed(moved.all),
              same: signed(moved.same),
              mix: signed(moved.mix),
            }),
          ]
        : []),
      ...(month ? [monthSentence(month, language)] : []),
      auditSentence(result, language),
      ...(audit.sorts === "no" ? [verdict.reversed] : []),
      ...(isExpired && validUntil ? [verdict.expired(format.day(validUntil))] : []),
    ].join(" "),
    number: { value: verdict.value(mean), interval, base: verdict.base(last.customers) },
    next: isOff
      ? next.refit
      : audit.verdict === null || audit.verdict === "cannot tell"
        ? next.wait
        : next.gaps,
  };
}

/** Why there is nothing to tell; null where there is. */
function problemOf(result: ReportResult, observeDays: number, { texts }: Language): Verdict | null {
  const { verdict, next } = texts.adoptionReport;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (!result.rows || result.rows.used === 0)
    return cannotTell(texts.attrition.verdict.noRows, texts.attrition.next.noRows);
  if (result.levers.length === 0) return cannotTell(verdict.noLevers, next.levers);
  if (result.refused === "weights") return cannotTell(verdict.weights(result.levers.length), next.weights);
  const last = lastDate(result);
  if (!last) return cannotTell(verdict.noDates(observeDays), next.dates);
  return hasScores(result) ? null : cannotTell(verdict.nobody(last.tooNew), next.nobody);
}

/** The last month in which dates lie that is over and has a base. */
export function lastMonth({ months }: Pick<ReportResult, "months">): MonthResult | null {
  return months.findLast(({ state, logos }) => state === "complete" && logos.rate !== null) ?? null;
}

function monthSentence({ opens, logos, money }: MonthResult, { texts, format }: Language): string {
  const percent = (rate: number | null | undefined) =>
    rate === null || rate === undefined ? null : format.percent(rate);
  return texts.adoptionReport.verdict.month({
    month: texts.base.period(opens, "month"),
    logos: `${format.percent(logos.rate!)} (${intervalText(logos.interval, { texts, format })})`,
    gross: percent(money?.gross.rate),
    net: percent(money?.net.rate),
  });
}

function auditSentence({ audit }: ReportResult, { texts, format }: Language): string {
  const { verdict } = texts.adoptionReport;
  const equal = audit.dates.at(-1)?.equal;
  if (!equal) return verdict.noAudit;
  const { points, interval } = texts.base;
  return verdict.audit[equal.verdict](
    points(equal.difference),
    interval(format.points(equal.interval[0]), points(equal.interval[1])),
  );
}
