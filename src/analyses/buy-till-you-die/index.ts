import type { Analysis, Questions } from "../analysis";
import { activityRowQuestions } from "../row-counts";
import { bandsCode } from "./bands-code";
import { buyTillYouDieCard } from "./card";
import { computeBuyTillYouDie, readKnown } from "./compute";
import { extentQuestion } from "./histories";
import type { buyTillYouDieParams } from "./params";
import { followingQuestions } from "./query";
import { reportBuyTillYouDie } from "./report";
import { buyTillYouDieResult, type BuyTillYouDieResult } from "./result";
import { bandsQuery, customersQuery } from "./who";

export const buyTillYouDie: Analysis<typeof buyTillYouDieParams, BuyTillYouDieResult> = {
  ...buyTillYouDieCard,
  result: buyTillYouDieResult,
  queries: (request): Questions => ({
    known: extentQuestion(request),
    ...activityRowQuestions(request.data, request.params.asOf),
  }),
  followUp: (answers, request): Questions => {
    const known = readKnown(answers, request.params);
    return known === null ? {} : followingQuestions(request, known);
  },
  compute: computeBuyTillYouDie,
  report: reportBuyTillYouDie,
  asSql: bandsQuery,
  // Without a fit there are no chances to draw.
  asTypescript: (_, result, relation, language) => (result?.found ? bandsCode(relation, language) : null),
  customers: customersQuery,
};
