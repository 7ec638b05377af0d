import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { countAt, numberAt } from "../answer";
import { readBoundaries } from "../attrition/compute";
import { rowCounts } from "../row-counts";
import { shareOf, type Share } from "../share";
import { fitProblem, fitRule, type RegrettableRequest } from "./fit-rule";
import { isDated } from "./query";
import { classes, type FitClass, type RegrettableResult } from "./result";

export function computeRegrettable(answers: Answers, request: RegrettableRequest): RegrettableResult {
  const rule = fitRule(request);
  const found = readBoundaries(answers);
  const shares = answers.classes ? readClasses(answers.classes) : nobody;
  const { fit, unfit, unknown } = shares;
  const all = shareOf(fit.x + unfit.x + unknown.x, fit.n + unfit.n + unknown.n);
  return {
    refused: fitProblem(rule),
    rows: answers.rows ? rowCounts(answers) : null,
    period: found && {
      ...found,
      state: found.end <= found.asOf ? "complete" : found.start < found.asOf ? "in progress" : "not observed",
    },
    ...shares,
    all,
    ...boundsOf(fit, unknown),
    later: count(answers.odds, "later"),
    contradicting: count(answers.odds, "contradicting"),
    unreadable: count(answers.odds, "unreadable"),
    effort: rule.effort === null || !answers.odds ? null : readEffort(answers.odds),
    isDated: isDated(rule),
  };
}

/** Spec C12: best and worst case of the rate among the fit, over every way in which the unknown could be. */
export function boundsOf(fit: Share, unknown: Share): { readonly best: Share; readonly worst: Share } {
  return {
    best: shareOf(fit.x, fit.n + unknown.n - unknown.x),
    worst: shareOf(fit.x + unknown.x, fit.n + unknown.x),
  };
}

const nobody: Record<FitClass, Share> = { fit: shareOf(0, 0), unfit: shareOf(0, 0), unknown: shareOf(0, 0) };

function readClasses(table: Table): Record<FitClass, Share> {
  const named = table.values("class");
  const read = (wanted: FitClass) => {
    const row = named.indexOf(wanted);
    if (row < 0) throw new AnalysisError("answer", `no row for the class: ${wanted}`);
    return shareOf(countAt(table, row, "lost"), countAt(table, row, "at_start"));
  };
  return Object.fromEntries(classes.map((one) => [one, read(one)])) as Record<FitClass, Share>;
}

function count(table: Table | undefined, column: string): number {
  return table ? countAt(table, 0, column) : 0;
}

function readEffort(table: Table): NonNullable<RegrettableResult["effort"]> {
  const sum = (column: string) => numberAt(table, 0, column) ?? 0;
  return { fit: sum("effort_fit"), unfit: sum("effort_unfit"), unknown: sum("effort_unknown") };
}
