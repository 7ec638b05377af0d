import * as v from "valibot";
import { sql, type Table } from "../../engine";
import type { Answers, DataSet, Questions } from "../analysis";
import { countAt, textAt } from "../answer";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { activityRowQuestions } from "../row-counts";
import { tableRowQuestions } from "../table-rows";
import { leversOverlap } from "./overlap";
import type { LeverRequest } from "./population";
import { isOpen, leversOf, widestQuery } from "./widest";

/** Values of the status column with their customers, the most frequent first. */
export const leverStatusSchema = v.array(v.object({ value: v.string(), customers: v.number() }));
export type LeverStatus = v.InferOutput<typeof leverStatusSchema>;

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

export function readStatuses(table: Table | undefined): LeverStatus | null {
  if (!table) return null;
  return Array.from({ length: table.rowCount }, (_, row) => ({
    value: textAt(table, row, "value"),
    customers: countAt(table, row, "customers"),
  }));
}

function statusesQuery(data: DataSet) {
  const status = textOrNull(columnOf(data, "status"));
  return sql`
    select ${status}::varchar as value, count(distinct ${textOrNull(columnOf(data, "customer"))}) as customers
    from ${tableOf(data)}
    where ${status} is not null
    group by value
    order by customers desc, value
    limit 50`;
}
