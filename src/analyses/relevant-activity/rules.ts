import type { Questions } from "../analysis";
import type { Boundaries } from "../attrition/boundaries";
import { attritionParams } from "../attrition/params";
import { attritionQuery, boundariesQuery } from "../attrition/query";
import { looksPassive } from "../guess-rule";
import { readParams } from "../params";
import { anyActivity, type ActivityRule } from "../rule";
import type { Sql } from "../../engine";
import type { RelevantActivityRequest } from "./query";

export const triedRules = ["any", "without_passive", "chosen"] as const;
export type TriedRule = (typeof triedRules)[number];

/** The same attrition under three rules: any event, any but logins and the like, the one that is chosen. */
export function ruleQuestions(
  request: RelevantActivityRequest,
  events: readonly string[],
  known: Boundaries,
): Questions {
  const passive = events.filter(looksPassive);
  const rules: Partial<Record<TriedRule, ActivityRule>> = {
    any: anyActivity,
    // With nothing to leave out, or nothing left, it would say nothing new.
    ...(passive.length > 0 && passive.length < events.length
      ? { without_passive: { ...anyActivity, form: "except", events: passive } }
      : {}),
    chosen: request.data.rule,
  };
  return Object.fromEntries(
    Object.entries(rules).map(([tried, rule]) => [
      tried,
      attritionQuery(attritionRequest({ ...request, data: { ...request.data, rule } }), known),
    ]),
  );
}

export function lastPeriodQuestion(request: RelevantActivityRequest): Sql {
  return boundariesQuery(attritionRequest(request));
}

function attritionRequest({ data, params }: RelevantActivityRequest) {
  const { values } = readParams(attritionParams, { period: params.period, asOf: params.asOf });
  return { data, params: values };
}
