import type { Questions } from "../analysis";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { mixShiftCard } from "./card";
import { isNumeric, valuesQuery, type Dimension } from "../segments/dimensions";
import { boundariesOf, outcomeQuestions } from "../segments/outcome";
import { bandedIn, computeMixShift } from "./compute";
import type { mixShiftParams } from "./params";
import { readKey } from "./names";
import { cellsQuery, customersQuery, overlapQuery, strataQuery } from "./query";
import { hasFigure, reportMixShift } from "./report";
import { mixShiftResult, type MixShiftResult } from "./result";
import { asOutcome, columnsOf, refusesPeriods, type MixShiftRequest } from "./sides";
import { strataCode } from "./strata-code";

/** C08: does a difference of two groups, or of two periods, hold among customers who are alike? */
export const mixShift = withIdMatch<typeof mixShiftParams, MixShiftResult>(
  {
    ...mixShiftCard,
    result: mixShiftResult,
    queries: (request) => {
      const { data, by } = columnsOf(request);
      return {
        ...outcomeQuestions(asOutcome(request)),
        ...(isNumeric(data, by) ? { values: valuesQuery(data, [by]) } : {}),
      };
    },
    followUp: (answers, request): Questions => {
      const { params } = request;
      const known = boundariesOf(answers);
      if (refusesPeriods(request) || (params.mode === "status" ? params.left === "" : known === null))
        return {};
      const { data, by } = columnsOf(request);
      const stratum = { data, column: by, isBanded: bandedIn(answers, params.most) };
      return {
        cells: cellsQuery(request, known, stratum),
        ...(params.compare === "periods" && known ? { overlap: overlapQuery(request, known, stratum) } : {}),
      };
    },
    compute: computeMixShift,
    report: reportMixShift,
    asSql: (request, result) => {
      return strataQuery(request, result?.period ?? null, stratumKnown(request, result));
    },
    asTypescript: (_, result, relation, language) =>
      result && !hasFigure(result) ? null : strataCode(relation, result, language),
    customers: (request, result, who) => {
      if (!hasFigure(result)) return null;
      // Of two periods the later one stands for all: a customer of both would be there twice.
      const everybody = { side: result.earlier ? ("first" as const) : null, segment: null, onlyLost: false };
      const asked = who === null ? everybody : readKey(who, result);
      return asked && customersQuery(request, result.period, stratumKnown(request, result), asked);
    },
  },
  ({ data, beside, params }) => (params.people === null ? [] : pairOf({ data, beside }, "people", ["own"])),
);

function stratumKnown(request: MixShiftRequest, result: MixShiftResult | null): Dimension {
  const { data, by } = columnsOf(request);
  return { data, column: by, isBanded: result?.isBanded ?? false };
}
