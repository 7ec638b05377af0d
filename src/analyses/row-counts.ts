import * as v from "valibot";
import { join, name, sql, type Sql, type Table } from "../engine";
import { activity, customerOf, happenedOf, relevant } from "./activity";
import type { Answers, DataSet, Questions } from "./analysis";
import { countAt, textAt } from "./answer";
import { closesOf, opensOf } from "./contracts";
import { activityExtent, asOfExtent, contractExtent } from "./extent";
import { columnOf, isFiniteTime, textOrNull, tableOf } from "./role-columns";
import { withBlocks } from "./with-blocks";

/** Why a row is not used, in the order in which rows are asked. */
export const exclusions = [
  "no-customer",
  "no-time",
  "infinite-time",
  "not-relevant",
  "refund",
  "empty-contract",
  "end-before-start",
  "after-as-of",
  "too-few-a-day",
] as const;
export type Exclusion = (typeof exclusions)[number];

/** Rows in, rows out, and why the others are not used. Spec B0. */
export const rowCountsSchema = v.object({
  total: v.number(),
  used: v.number(),
  excluded: v.array(v.object({ why: v.picklist(exclusions), rows: v.number() })),
  /** Rows that repeat another one exactly; they are used. */
  duplicates: v.number(),
  customers: v.number(),
  /** Customers none of whose rows has a usable time: nobody knows since when they are there. */
  withoutTime: v.number(),
});
export type RowCounts = v.InferOutput<typeof rowCountsSchema>;

export function activityRowQuestions(data: DataSet, asOf: string): Questions {
  const customer = customerOf(data);
  const finite = isFiniteTime(columnOf(data, "time"));
  const judged = sql`
    select ${customer} as customer,
      case when ${customer} is null then 'no-customer'
        when ${happenedOf(data)} is null then 'no-time'
        when not ${finite} then 'infinite-time'
        when (${join([sql`true`, ...relevant(data)], " and ")}) is not true then 'not-relevant'
        when ${happenedOf(data)} >= ${asOfExtent} then 'after-as-of'
        else 'used' end as judgement
    from ${tableOf(data)}`;
  const extent = activityExtent(data, asOf);
  return {
    rows: rowQuestion(extent, judged),
    quality: qualityQuestion(data, finite),
    ...(data.rule.minPerDay > 1 || data.rule.after
      ? {
          kept: sql`
            ${withBlocks({ extent, activity: activity(data) })}
            select count(*) as rows from activity, extent where happened < as_of`,
        }
      : {}),
  };
}

export function contractRowQuestions(data: DataSet, asOf: string): Questions {
  const opens = opensOf(data);
  const closes = closesOf(data);
  const customer = textOrNull(columnOf(data, "customer"));
  const judged = sql`
    select case when ${customer} is null then 'no-customer'
        when ${opens} is null then 'no-time'
        when not isfinite(${opens}) then 'infinite-time'
        when ${closes} = ${opens} then 'empty-contract'
        when ${closes} < ${opens} then 'end-before-start'
        when ${opens} >= ${asOfExtent} then 'after-as-of'
        else 'used' end as judgement
    from ${tableOf(data)}`;
  return {
    rows: rowQuestion(contractExtent(data, asOf), judged),
    quality: qualityQuestion(data, sql`isfinite(${opens})`),
  };
}

export function rowCounts(answers: Answers): RowCounts {
  const { rows, quality, kept } = answers;
  if (!rows || !quality) throw new Error("missing answer: rows");
  const judged = new Map(rows.rows().map((_, i) => [textAt(rows, i, "judgement"), countAt(rows, i, "rows")]));
  const passed = judged.get("used") ?? 0;
  const used = kept ? countAt(kept, 0, "rows") : passed;
  if (used < passed) judged.set("too-few-a-day", passed - used);
  return {
    total: [...judged.entries()].reduce((sum, [why, n]) => sum + (why === "too-few-a-day" ? 0 : n), 0),
    used,
    excluded: exclusions.flatMap((why) => {
      const n = judged.get(why) ?? 0;
      return n > 0 ? [{ why, rows: n }] : [];
    }),
    ...qualityOf(quality),
  };
}

function qualityOf(table: Table) {
  return {
    duplicates: countAt(table, 0, "duplicates"),
    customers: countAt(table, 0, "customers"),
    withoutTime: countAt(table, 0, "without_time"),
  };
}

function rowQuestion(extent: Sql, judged: Sql): Sql {
  return sql`
    ${withBlocks({ extent, judged })}
    select judgement, count(*) as rows from judged group by judgement`;
}

/** Of the rows of the table, how many repeat another one in every column. */
export function exactDuplicates({ columns }: DataSet): Sql {
  const all = join(
    columns.map((column) => name(column.name)),
    ", ",
  );
  return sql`count(*) - count(distinct hash(${all}))`;
}

function qualityQuestion(data: DataSet, hasTime: Sql): Sql {
  const customer = textOrNull(columnOf(data, "customer"));
  return sql`
    select
      (select ${exactDuplicates(data)} from ${tableOf(data)}) as duplicates,
      count(*) as customers,
      count(*) filter (where not has_time) as without_time
    from (
      select ${customer} as customer, bool_or(coalesce(${hasTime}, false)) as has_time
      from ${tableOf(data)}
      group by all
    )
    where customer is not null`;
}
