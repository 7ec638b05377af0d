import type { Analysis } from "../analysis";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { crossProductCard } from "./card";
import { computeCrossProduct } from "./compute";
import { customersQuery } from "./customers";
import { pairsCode } from "./figure-code";
import type { crossProductParams } from "./params";
import { factsQuery, pairsQuery, productsQuery } from "./query";
import { hasFigure, reportCrossProduct } from "./report";
import { crossProductResult, type CrossProductResult } from "./result";

/** C07, by product: whether those who left one product go on to leave another more often than those who kept it. */
export const crossProduct: Analysis<typeof crossProductParams, CrossProductResult> = {
  ...crossProductCard,
  result: crossProductResult,
  queries: (request) => ({
    facts: factsQuery(request),
    products: productsQuery(request),
    pairs: pairsQuery(request),
    ...(request.params.mode === "contracts" ? contractRowQuestions : activityRowQuestions)(
      request.data,
      request.params.asOf,
    ),
  }),
  compute: computeCrossProduct,
  report: reportCrossProduct,
  asSql: pairsQuery,
  asTypescript: (_, result, relation, language) =>
    result && !hasFigure(result) ? null : pairsCode(relation, result, language),
  customers: customersQuery,
};
