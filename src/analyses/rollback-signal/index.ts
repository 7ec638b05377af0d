import type { Analysis } from "../analysis";
import { usageQuartiles } from "../usage-quartiles";
import type { UsageResult } from "../usage-quartiles/result";
import { withMatchReport } from "../id-match/match-report";
import type { Matched } from "../id-match/with-id-match";
import { rollbackSignalCard } from "./card";
import type { rollbackParams } from "./params";
import { reportRollback } from "./report";

/** C26: the reversed branch of usage and leaving: counted the same way, judged as a reason to test without it. */
export const rollbackSignal: Analysis<typeof rollbackParams, UsageResult & Matched> = {
  ...usageQuartiles,
  ...rollbackSignalCard,
  report: (result, request, language) =>
    withMatchReport(reportRollback(result, request, language), result.idMatch ?? [], language),
};
