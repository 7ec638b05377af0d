import { userLogoLeadCard } from "./card";
import { activityRowQuestions } from "../row-counts";
import { computeLead } from "./compute";
import { flagsQuery, leadCustomers } from "./flags";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { liftCode } from "./lift-code";
import type { leadParams } from "./params";
import { accountMonthsQuery, liftQuery, overviewQuery } from "./query";
import { hasFigure, reportLead } from "./report";
import { leadResult, type LeadResult } from "./result";

/** C10: do accounts lose users before they leave, and how long before? */
export const userLogoLead = withIdMatch<typeof leadParams, LeadResult>(
  {
    ...userLogoLeadCard,
    result: leadResult,
    queries: (request) => ({
      months: accountMonthsQuery(request),
      lift: liftQuery(request),
      flags: flagsQuery(request),
      overview: overviewQuery(request),
      ...activityRowQuestions(request.data, request.params.asOf),
    }),
    compute: computeLead,
    report: reportLead,
    asSql: liftQuery,
    asTypescript: (request, result, relation, language) =>
      result && !hasFigure(result) ? null : liftCode(relation, request, result, language),
    customers: (request, _, who) => leadCustomers(request, who),
  },
  // Months need both: an account with users and without a contract is left out, and so is one the other way round.
  (request) => pairOf(request, "contracts", ["own", "beside"], { own: "parent" }),
);
