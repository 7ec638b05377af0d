import type { Questions } from "../analysis";
import { readBoundaries } from "../attrition/compute";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { regrettableAttritionCard } from "./card";
import { classesCode } from "./classes-code";
import { computeRegrettable } from "./compute";
import { customersBehind } from "./customers";
import { fitProblem, fitRule } from "./fit-rule";
import type { regrettableParams } from "./params";
import { boundariesQuery, classesQuery, oddsQuery } from "./query";
import { hasFigure, reportRegrettable } from "./report";
import { regrettableResult, type RegrettableResult } from "./result";

/** C12: attrition among the customers one wants to keep, by a rule on what was known before the period. */
export const regrettableAttrition = withIdMatch<typeof regrettableParams, RegrettableResult>(
  {
    ...regrettableAttritionCard,
    result: regrettableResult,
    queries: (request): Questions => {
      if (fitProblem(fitRule(request))) return {};
      const { data, params } = request;
      return {
        boundaries: boundariesQuery(request),
        ...(params.mode === "contracts"
          ? contractRowQuestions(data, params.asOf)
          : activityRowQuestions(data, params.asOf)),
      };
    },
    followUp: (answers, request): Questions => {
      const known = readBoundaries(answers);
      return known ? { classes: classesQuery(request, known), odds: oddsQuery(request, known) } : {};
    },
    compute: computeRegrettable,
    report: reportRegrettable,
    asSql: (request, result) => classesQuery(request, result?.period ?? null),
    asTypescript: (request, result, relation, language) =>
      result && !hasFigure(result) ? null : classesCode(relation, request, result, language),
    customers: customersBehind,
  },
  ({ data, beside, params }) => (params.people === null ? [] : pairOf({ data, beside }, "people", ["own"])),
);
