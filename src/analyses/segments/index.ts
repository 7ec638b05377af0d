import type { Questions } from "../analysis";
import { segmentsCard } from "./card";
import { computeSegments } from "./compute";
import {
  chosenOf,
  dimensionsFrom,
  otherColumns,
  valueQuestions,
  type SegmentsRequest,
} from "./dimensions-of";
import { pairOf } from "../id-match/pair-of";
import { withIdMatch } from "../id-match/with-id-match";
import { boundariesOf, outcomeQuestions } from "./outcome";
import type { segmentsParams } from "./params";
import { readKey } from "./names";
import { cellsQuery, customersQuery, levelsQuery } from "./query";
import { hasFigure, reportSegments } from "./report";
import { segmentsCode } from "./segments-code";
import { segmentsResult, type SegmentsResult } from "./result";

/** C07: which kinds of customers leave more often than the rest. */
export const segments = withIdMatch<typeof segmentsParams, SegmentsResult>(
  {
    ...segmentsCard,
    result: segmentsResult,
    queries: (request) => {
      const { data, columns } = chosenOf(request);
      return { ...outcomeQuestions(request), ...valueQuestions(data, columns) };
    },
    followUp: (answers, request): Questions => {
      const known = boundariesOf(answers);
      if (request.params.mode === "status" ? request.params.left === "" : known === null) return {};
      const { data, columns } = chosenOf(request);
      const dimensions = dimensionsFrom(
        data,
        [...columns, ...otherColumns(data, columns)],
        answers,
        request.params.most,
      );
      return { cells: cellsQuery(request, known, dimensions, columns.length) };
    },
    compute: computeSegments,
    report: reportSegments,
    asSql: (request, result) =>
      levelsQuery(request, result?.period ?? null, chosenDimensions(request, result)),
    asTypescript: (request, result, relation, language) =>
      result && !hasFigure(result)
        ? null
        : segmentsCode(relation, chosenOf(request).columns.length, language),
    customers: (request, result, who) => {
      if (!hasFigure(result)) return null;
      const asked = readKey(who ?? "all", result.dimensions);
      if (!asked) return null;
      const dimension = asked.dimension === null ? null : chosenDimensions(request, result)[asked.dimension]!;
      return customersQuery(request, result.period, dimension, asked.segment, asked.onlyLost);
    },
  },
  ({ data, beside, params }) => (params.people === null ? [] : pairOf({ data, beside }, "people", ["own"])),
);

function chosenDimensions(request: SegmentsRequest, result: SegmentsResult | null) {
  const { data, columns } = chosenOf(request);
  const banded = (result?.dimensions ?? []).filter(({ isBanded }) => isBanded).map(({ column }) => column);
  return columns.map((column) => ({ data, column, isBanded: banded.includes(column) }));
}
