import { behaviourPairs } from "../id-match/behaviour-pairs";
import { withIdMatch } from "../id-match/with-id-match";
import { withYesNo } from "../levers/with-yes-no";
import { leverRegressionCard } from "./card";
import { computeRegression } from "./compute";
import { forestCode } from "./forest-code";
import { readKey } from "./names";
import type { regressionParams } from "./params";
import { customersQuery, firstQuestions, leversQuery, secondQuestions } from "./query";
import { hasFigure, reportRegression } from "./report";
import { leverRegressionResult, type LeverRegressionResult } from "./result";

/** C16: which behaviours go with staying on their own account, others and controls alike. */
export const leverRegression = withIdMatch<typeof regressionParams, LeverRegressionResult>(
  withYesNo<typeof regressionParams, LeverRegressionResult>({
    ...leverRegressionCard,
    result: leverRegressionResult,
    queries: firstQuestions,
    followUp: secondQuestions,
    compute: computeRegression,
    report: reportRegression,
    asSql: leversQuery,
    asTypescript: (_, result, relation, language) =>
      result && !hasFigure(result) ? null : forestCode(relation, result, language),
    customers: (request, result, who) => {
      if (!result.facts || result.facts.used === 0) return null;
      const asked = readKey(who ?? "all", result);
      return asked && customersQuery(request, result, asked);
    },
  }),
  behaviourPairs,
);
