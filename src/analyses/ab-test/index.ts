import type { Questions } from "../analysis";
import { sql } from "../../engine";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { tableRowQuestions } from "../table-rows";
import { armsFrom } from "./arms";
import { abTestCard } from "./card";
import { computeAbTest, kindOf, knownIn } from "./compute";
import { abTestCustomers } from "./customers";
import { metricsOf, type abTestParams } from "./params";
import { planOf } from "./plan";
import { accountsQuery, armsQuery, clockQuery, patternsQuery, sharesQuery } from "./query";
import { readAccounts, readArms } from "./read";
import { hasFigure, reportAbTest, sharesIn } from "./report";
import { abTestResult, type AbTestResult } from "./result";
import { sharesCode } from "./shares-code";
import { assignmentsOf } from "./units";

/** C24: what a change does, told from customers who got it by lot and those who did not. */
export const abTest = withIdMatch<typeof abTestParams, AbTestResult>(
  {
    ...abTestCard,
    result: abTestResult,
    queries: (request): Questions => {
      if (request.params.mode === "plan") return {};
      const people = assignmentsOf(request);
      return {
        ...tableRowQuestions(people),
        arms: armsQuery(request),
        ...(people.roles.parent !== undefined && { accounts: accountsQuery(request) }),
        ...(request.params.mode === "log" && { clock: clockQuery(request) }),
      };
    },
    followUp: (answers, request): Questions => {
      const { params } = request;
      if (!answers.arms || params.unit !== "account") return {};
      const metrics = metricsOf(params);
      const rows = readArms(answers.arms, metrics.length);
      const found = armsFrom(rows, answers.accounts ? readAccounts(answers.accounts) : null, params);
      const known = knownIn(rows, found.arms, metrics.length);
      const shares = metrics.flatMap((_, i) => (kindOf(known[i]!) === "share" ? [i] : []));
      if (found.problem !== null || shares.length === 0) return {};
      const names = found.arms.map(({ name }) => name);
      return { patterns: patternsQuery(request, names, shares) };
    },
    compute: computeAbTest,
    report: reportAbTest,
    asSql: (request, result) => {
      if (request.params.mode !== "plan")
        return sharesQuery(
          request,
          result && result.arms.map(({ name }) => name),
          result && sharesIn(result),
          result?.clock?.asOf ?? null,
        );
      const { sizes } = planOf(request.params)!;
      const lists = [sizes.map(({ effect }) => effect), sizes.map(({ perArm }) => perArm ?? 0)];
      return sql`select unnest([${lists[0]!}]) as effect, nullif(unnest([${lists[1]!}]), 0) as per_arm`;
    },
    asTypescript: (request, result, relation, language) =>
      request.params.mode === "plan" || (result && !hasFigure(result))
        ? null
        : sharesCode(relation, request.params.mode, language),
    customers: abTestCustomers,
  },
  // Who is only in the log was not in the test; who is only in the list never did anything.
  ({ data, beside, params }) => (params.mode === "log" ? pairOf({ data, beside }, "people", ["beside"]) : []),
);
