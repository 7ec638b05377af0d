import type { Answers, Questions } from "../analysis";
import { activityRowQuestions } from "../row-counts";
import { statusesQuery } from "../statuses";
import { tableRowQuestions } from "../table-rows";
import { leversOverlap } from "./overlap";
import type { LeverRequest } from "./population";
import { isOpen, leversOf, widestQuery } from "./widest";

/** What is asked before anybody can be compared: `rows`, `quality`, `statuses` of a table of customers, `widest` of an open log. */
export function leverQuestions(request: LeverRequest): Questions {
  const { data, params } = request;
  if (leversOverlap(params)) return {};
  if (params.mode === "columns") return { ...tableRowQuestions(data), statuses: statusesQuery(data) };
  return {
    ...activityRowQuestions(data, params.asOf),
    ...(isOpen(request) && { widest: widestQuery(request) }),
  };
}

/** Whether customers can be compared at all: windows in order, a behaviour, and a word for having left. */
export function canCompare(request: LeverRequest, answers: Answers): boolean {
  const { params } = request;
  if (leversOverlap(params)) return false;
  if (params.mode === "columns" && params.left === "") return false;
  return leversOf(request, answers).length > 0;
}
