import * as v from "valibot";
import type { Analysis } from "../analysis";
import { usageQuartiles } from "../usage-quartiles";
import { withMatchReport } from "../id-match/match-report";
import { rollbackSignalCard } from "./card";
import { alikeQuery, controlDimensions, controlQuestions, controlsOf, readAlike } from "./controls";
import type { rollbackParams } from "./params";
import { reportRollback } from "./report";
import { modelledSchema, type RollbackResult } from "./result";

/**
 * C26: the reversed branch of usage and leaving: counted the same way, judged as a reason to test without it. Where columns
 * are named in which customers should be alike, a model holds all of them alike at once.
 */
export const rollbackSignal: Analysis<typeof rollbackParams, RollbackResult> = {
  ...usageQuartiles,
  ...rollbackSignalCard,
  result: v.intersect([usageQuartiles.result, modelledSchema]) as unknown as Analysis<
    typeof rollbackParams,
    RollbackResult
  >["result"],
  queries: (request) => {
    const asked = usageQuartiles.queries(request);
    return Object.keys(asked).length && controlsOf(request).length
      ? { ...asked, ...controlQuestions(request) }
      : asked;
  },
  followUp: (answers, request) => {
    const asked = usageQuartiles.followUp!(answers, request);
    return asked.cells && controlsOf(request).length
      ? { ...asked, alike: alikeQuery(request, controlDimensions(request, answers)) }
      : asked;
  },
  compute: async (answers, request, work) => {
    const result = await usageQuartiles.compute(answers, request, work);
    if (!answers.alike) return result;
    const dimensions = controlDimensions(request, answers);
    const rows = readAlike(answers, dimensions.length);
    const told = rows.length ? await work.run("rollbackModel", { rows, controls: dimensions.length }) : null;
    return {
      ...result,
      regression: told && {
        controls: dimensions.map(({ column }) => column),
        banded: dimensions.flatMap(({ column, isBanded }) => (isBanded ? [column] : [])),
        ...told,
      },
    };
  },
  report: (result, request, language) =>
    withMatchReport(reportRollback(result, request, language), result.idMatch ?? [], language),
};
