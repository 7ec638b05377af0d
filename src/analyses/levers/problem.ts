import type { Verdict } from "../report";
import type { RowCounts } from "../row-counts";
import type { Language } from "../texts";
import type { Statuses } from "../statuses";
import { valueText } from "../value-text";
import { leversOverlap } from "./overlap";
import type { LeverParams } from "./lever-params";

export interface LeverGround {
  readonly rows: RowCounts | null;
  readonly status: Statuses | null;
  /** How many behaviours are compared. */
  readonly levers: number;
  /** All seen, those compared, and those of them who left. */
  readonly customers: number;
  readonly used: number;
  readonly lost: number;
}

/** Why behaviours and leaving cannot be held against each other, whatever is asked of them; null where they can. */
export function leverProblem(
  { rows, status, levers, customers, used, lost }: LeverGround,
  params: Pick<LeverParams, "mode" | "left" | "observeDays" | "outcomeFrom" | "usageDays" | "statusDay">,
  language: Language,
): Verdict | null {
  const { texts } = language;
  const { verdict, next } = texts.levers;
  const shared = texts.segments;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (leversOverlap(params)) return { level: "refused", sentence: verdict.overlap, next: next.overlap };
  if (!rows || rows.used === 0)
    return cannotTell(texts.attrition.verdict.noRows, texts.attrition.next.noRows);
  if (levers === 0) return cannotTell(verdict.noLevers, next.levers);
  if (params.mode === "columns") {
    if (params.left === "") return cannotTell(shared.verdict.noLeft, shared.next.left);
    if (!status?.some(({ value }) => value === params.left) && lost === 0)
      return cannotTell(shared.verdict.noSuchStatus(valueText(params.left, language)), shared.next.left);
  }
  if (used === 0) return cannotTell(verdict.nobody(customers), next.windows);
  if (lost === 0) return cannotTell(verdict.nobodyLeft(used), next.nobodyLeft);
  if (lost === used) return cannotTell(verdict.everybodyLeft(used), next.windows);
  return null;
}
