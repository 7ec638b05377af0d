import type { Questions } from "../analysis";
import { behaviourPairs } from "../id-match/behaviour-pairs";
import { withIdMatch } from "../id-match/with-id-match";
import { canCompare, leverQuestions } from "../levers/asked";
import { controlQuestions, controlsFrom, controlsKnown } from "../levers/controls";
import { asItWas } from "../levers/as-it-was";
import { factsQuery } from "../levers/facts";
import { leverOf } from "../levers/lever";
import { leversOverlap } from "../levers/overlap";
import { leversOf } from "../levers/widest";
import { withYesNo } from "../levers/with-yes-no";
import { modelGateCard } from "./card";
import { computeGate } from "./compute";
import { neededCode } from "./needed-code";
import type { gateParams } from "./params";
import { customersQuery, groups, neededQuery, segmentsQuery, type GateRequest } from "./query";
import { hasFigure, reportGate } from "./report";
import { gateResult, type GateResult } from "./result";

/** C28: are there enough customers, and enough of them who left, for a model of so many behaviours? */
export const modelGate = withIdMatch<typeof gateParams, GateResult>(
  withYesNo<typeof gateParams, GateResult>({
    ...modelGateCard,
    result: gateResult,
    queries: (request): Questions => ({
      ...leverQuestions(request),
      ...(!leversOverlap(request.params) && controlQuestions(request)),
    }),
    followUp: (answers, request): Questions => {
      if (!canCompare(request, answers)) return {};
      const levers = leversOf(request, answers);
      const controls = controlsFrom(request, answers);
      return {
        facts: factsQuery(request, levers),
        ...(controls.length && { segments: segmentsQuery(request, levers, controls) }),
      };
    },
    compute: computeGate,
    report: reportGate,
    asSql: (request, result) => {
      const banded = result?.controls.filter(({ isBanded }) => isBanded).map(({ column }) => column) ?? [];
      return neededQuery(asItWas(request, result), leversIn(request, result), controlsKnown(request, banded));
    },
    asTypescript: (_, result, relation, language) =>
      result && !hasFigure(result) ? null : neededCode(relation, language),
    customers: (request, result, who) => {
      const group = groups.find((one) => one === (who ?? "all"));
      if (!group || !result.gate) return null;
      return customersQuery(asItWas(request, result), result.levers, group);
    },
  }),
  behaviourPairs,
);

function leversIn({ params }: GateRequest, result: GateResult | null) {
  return result?.levers ?? params.levers.map(leverOf);
}
