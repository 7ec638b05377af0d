import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { livesBlocks, type CohortRequest } from "./lives";
import { everybody, whats, type What } from "./names";
import { isInTime } from "./params";
import { periodsAfter } from "./periods";
import type { Cell, CohortResult, StepResult } from "./result";
import { visits } from "./visits";

interface Asked {
  /** Null: all cohorts. */
  readonly cohort: string | null;
  /** Null: the row itself. */
  readonly step: { readonly of: StepResult; readonly cell: Cell; readonly what: What } | null;
}

/** One row a customer of a cell: since when, when the step was, and when they were first there in it. */
export function customersQuery(request: CohortRequest, result: CohortResult, who: string | null): Sql | null {
  if (result.refused || result.cohorts.length === 0) return null;
  const { params } = request;
  if (who === null) return rowQuery(request, null);
  const asked = readWho(who, result);
  if (!asked) return null;
  const { cohort, step } = asked;
  if (!step) return rowQuery(request, cohort);
  const { k, to } = step.of;
  const isRolling = params.window === "rolling";
  const from = isRolling ? sql`started` : sql`opens`;
  const known = step.cell.isElapsed ? sql`elapsed >= ${to ?? k + 1}` : sql`begun > ${k}`;
  const kept = {
    returned: [sql`first_return is not null`],
    not: [sql`first_return is null`],
    all: [],
  }[step.what];
  const inStep = [sql`k >= ${k}`, ...(to === null ? [] : [sql`k < ${to}`])];
  const inCell = [sql`hidden <= ${k}`, known, ...kept, ...ofCohort(cohort, request)];
  return sql`
    ${withBlocks({
      ...livesBlocks(request),
      visits: visits(request),
      came: sql`
        select customer, min(first_happened) as first_return
        from visits
        where ${join(inStep, " and ")}
        group by customer`,
    })}
    select lives.customer::varchar as customer, ${named(request)} as cohort, started as first_seen,
      ${periodsAfter(from, k, params.grain, isRolling)} as window_opens,
      ${to === null ? sql`as_of` : periodsAfter(from, to, params.grain, isRolling)} as window_closes, first_return
    from lives left join came on came.customer = lives.customer
    where ${join(inCell, " and ")}
    order by customer`;
}

function rowQuery(request: CohortRequest, cohort: string | null): Sql {
  return sql`
    ${withBlocks(livesBlocks(request))}
    select customer::varchar as customer, ${named(request)} as cohort, started as first_seen
    from lives
    where ${join([sql`true`, ...ofCohort(cohort, request)], " and ")}
    order by customer`;
}

function named({ params }: CohortRequest): Sql {
  return isInTime(params) ? sql`cohort` : sql`nullif(cohort, '')`;
}

function ofCohort(cohort: string | null, { params }: CohortRequest): Sql[] {
  if (cohort === null) return [];
  return [isInTime(params) ? sql`cohort = date ${cohort}` : sql`cohort = ${cohort}`];
}

/** Null for a key that no report gave out. A value of an attribute may hold any sign, so the key is read from its end. */
export function readWho(key: string, result: CohortResult): Asked | null {
  const [, name, period, what] = /^([\s\S]*);(\d*);([a-z]+)$/.exec(key) ?? [];
  if (name === undefined) return null;
  const cohort = name.startsWith("=") ? result.cohorts.find(({ id }) => `=${id}` === name) : undefined;
  if (name !== everybody && !cohort) return null;
  if (period === "") return what === "size" && cohort ? { cohort: cohort.id, step: null } : null;
  const place = result.steps.findIndex(({ k }) => String(k) === period);
  const of = result.steps[place];
  const cell = cohort ? cohort.cells[place] : of?.pooled;
  const kind = whats.find((one) => one === what);
  if (!of || !cell || cell.state === "not observed" || !kind) return null;
  return { cohort: cohort?.id ?? null, step: { of, cell, what: kind } };
}
