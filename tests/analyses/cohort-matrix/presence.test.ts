import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams, type DataSet } from "../../../src/analyses";
import { livesBlocks } from "../../../src/analyses/cohort-matrix/lives";
import type { cohortParams } from "../../../src/analyses/cohort-matrix/params";
import { isInBits } from "../../../src/analyses/cohort-matrix/presence";
import { matrixQuery } from "../../../src/analyses/cohort-matrix/query";
import { visits } from "../../../src/analyses/cohort-matrix/visits";
import { withBlocks } from "../../../src/analyses/with-blocks";
import { cohortMatrixCard } from "../../../src/analyses/cohort-matrix/card";
import type { Request } from "../../../src/analyses";
import { sql } from "../../../src/engine";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

/** Ids with blanks around them, of blanks alone and of none; days far apart, so that a customer has several rows of bits. */
const ids = ["a", "' a'", "'a  '", "b", "ё", "'\u00a0'", "'  '", ""];
const start = Date.UTC(2022, 11, 26);
const event = fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 420 }), fc.nat(86_399));
const way = fc.record({
  grain: fc.constantFrom("day", "week", "month"),
  counting: fc.constantFrom("on", "after"),
  by: fc.constantFrom("activity", "attribute"),
  offsets: fc.constantFrom(1, 12, 104),
  weekStart: fc.constantFrom<DataSet["weekStart"][]>("monday", "sunday"),
  asOf: fc.constantFrom("auto", "2024-01-01", "2023-06-14"),
  minPerDay: fc.constantFrom(1, 1, 2),
});

const twoSpellings: [string, number, number][] = [
  ["a", 0, 0],
  ["b", 0, 0],
  ["a", 7, 0],
  ["' a'", 8, 0],
  ["b", 30, 0],
];
const byWeek = {
  ...({ grain: "week", counting: "on", by: "activity", offsets: 12 } as const),
  ...({ weekStart: "monday", asOf: "auto", minPerDay: 1 } as const),
};

test("counted in bits, each cell has the customers whose visits are told apart one by one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 60 }), way, async (events, one) => {
      const rows = events.map(([id, day, second]) => {
        const moment = new Date(start + (day * 86_400 + second) * 1000);
        return `${id.replaceAll("'", '"')},${moment.toISOString().slice(0, 19)},x`;
      });
      const columns = await tableFrom(database(), "bits", ["c,t,size", ...rows].join("\n"), {
        c: "varchar",
        t: "timestamp",
        size: "varchar",
      });
      const data = dataSet("bits", columns, { customer: "c", time: "t" }, { weekStart: one.weekStart });
      const { values } = readParams(cohortMatrixCard.params, { ...one, attribute: "size" });
      const request: Request<typeof cohortParams> = {
        data: { ...data, rule: { ...data.rule, minPerDay: one.minPerDay } },
        params: values,
      };
      expect(isInBits(request)).toBe(true);
      const counted = await database().query(sql`
        select cohort::varchar as cohort, k, size, returned
        from (${matrixQuery(request)})
        where what = 'cell' and state <> 'not observed' and is_elapsed order by all`);
      expect(counted.rows()).toEqual((await oneByOne(request)).rows());
    }),
    // One customer written in two ways within one week: in HAVING, DuckDB would take the name for the id as it is written.
    { numRuns: 8, examples: [[twoSpellings, byWeek]] },
  );
}, 120_000);

/** From pairs of a customer and a period, of which the lists of customers are made too. */
async function oneByOne(request: Request<typeof cohortParams>) {
  const { counting, offsets } = request.params;
  const meets = counting === "after" ? sql`visits.k >= steps.k` : sql`visits.k = steps.k`;
  return database().query(sql`
    ${withBlocks({ ...livesBlocks(request), visits: visits(request) })}
    select * from (
      select lives.cohort::varchar as cohort, steps.k, any_value(size) as size,
        count(distinct visits.customer) filter (where steps.k < lives.elapsed) as returned
      from lives
        join (select cohort, count(*) as size, max(elapsed) as known from lives group by cohort) as cohorts
          on cohorts.cohort = lives.cohort
        cross join (select unnest(range(${offsets + 1}))::integer as k) as steps
        left join visits on visits.customer = lives.customer and ${meets}
      where steps.k < known
      group by all
    )
    order by all`);
}
