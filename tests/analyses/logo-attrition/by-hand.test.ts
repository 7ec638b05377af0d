import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams } from "../../../src/analyses";
import { dayAt, numberAt } from "../../../src/analyses/answer";
import { logoAttrition } from "../../../src/analyses/logo-attrition";
import { seriesQuery } from "../../../src/analyses/logo-attrition/query";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

interface Contract {
  readonly logo: string;
  /** Days since the beginning of 1970; `over` is the first day without the contract. */
  readonly opens: number;
  readonly over: number | null;
  readonly mrr: number | null;
}

const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const [from, until] = [dayOf("2023-01-01"), dayOf("2024-06-01")];

/** The state of a logo on the day before a boundary, straight from spec C09. */
function stateOf(contracts: readonly Contract[], day: number, grace: number) {
  const begun = contracts.filter(({ opens }) => opens < day);
  const held = begun.filter(({ over }) => over === null || over >= day);
  const graced = begun.filter(({ over }) => over !== null && over < day && over + grace >= day);
  const last = Math.max(...graced.map(({ over }) => over!));
  const counted = held.length ? held : graced.filter(({ over }) => over === last);
  const isUnknown = counted.some(({ mrr }) => mrr === null);
  const mrr = counted.reduce((sum, one) => sum + (one.mrr ?? 0), 0);
  return { isThere: isUnknown || mrr > 0, isUnknown, mrr: isUnknown ? 0 : mrr, isLate: held.length === 0 };
}

function told(contracts: readonly Contract[], opens: number, closes: number, grace: number) {
  const logos = new Map<string, Contract[]>();
  for (const one of contracts) logos.set(one.logo, [...(logos.get(one.logo) ?? []), one]);
  const sums = {
    at_start: 0,
    lost: 0,
    new: 0,
    returned: 0,
    is_late: 0,
    due: 0,
    due_lost: 0,
    mrr_lost: 0,
    mrr_end: 0,
  };
  for (const own of logos.values()) {
    const [start, end] = [stateOf(own, opens, grace), stateOf(own, closes, grace)];
    if (!start.isThere && !end.isThere) continue;
    const isKnown = !start.isUnknown && !end.isUnknown;
    const first = Math.min(...own.filter(({ mrr }) => mrr === null || mrr > 0).map((one) => one.opens));
    const isDue =
      start.isThere &&
      own.some(
        (one) =>
          one.opens < opens && one.over !== null && one.over + grace >= opens && one.over + grace < closes,
      );
    if (start.isThere) sums.at_start++;
    if (!end.isThere) sums.lost++;
    else if (!start.isThere) sums[first >= opens ? "new" : "returned"]++;
    if (end.isThere && end.isLate) sums.is_late++;
    if (isDue) sums.due++;
    if (isDue && !end.isThere) sums.due_lost++;
    if (isKnown && !end.isThere) sums.mrr_lost += start.mrr;
    if (isKnown && end.isThere) sums.mrr_end += end.mrr;
  }
  return sums;
}

const contract = fc
  .record({
    logo: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    opens: fc.integer({ min: from, max: until - 1 }),
    length: fc.option(fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(28, 30, 31, 365)), {
      freq: 4,
    }),
    mrr: fc.option(fc.integer({ min: -2, max: 20 }), { freq: 9 }),
  })
  .map(({ logo, opens, length, mrr }): Contract => ({
    logo,
    opens,
    over: length === null ? null : opens + length,
    mrr,
  }));

test("property: every period of a series is what its contracts say one by one", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(contract, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        ["month", "2024-02-01"] as const,
        ["quarter", "2024-01-01"] as const,
        ["week", "2024-02-12"] as const,
        ["week", "2024-02-11"] as const,
      ),
      fc.constantFrom(0, 1, 30, 100),
      async (contracts, [grain, focal], grace) => {
        const rows = contracts.map(({ logo, opens, over, mrr }) =>
          [logo, isoOf(opens), over === null ? "" : isoOf(over), mrr ?? ""].join(","),
        );
        const columns = await tableFrom(database(), "contracts", `a,s,e,m\n${rows.join("\n")}`, {
          a: "varchar",
          s: "date",
          e: "date",
          m: "double",
        });
        const roles = { customer: "a", start: "s", end: "e", mrr: "m" };
        const weekStart = focal === "2024-02-11" ? ("sunday" as const) : ("monday" as const);
        const given = { grain, grace, weeksAnyway: true, periods: 8, asOf: isoOf(until) };
        const request = {
          data: dataSet("contracts", columns, roles, { weekStart }),
          params: readParams(logoAttrition.params, given).values,
        };
        const moments = { asOf: isoOf(until), firstDay: isoOf(from), focal };
        const series = await database().query(seriesQuery(request, moments));
        expect(series.rowCount).toBeGreaterThan(4);
        for (let row = 0; row < series.rowCount; row++) {
          const [opens, closes] = [dayAt(series, row, "opens")!, dayAt(series, row, "closes")!];
          const expected = told(contracts, dayOf(opens), dayOf(closes), grace);
          const found = Object.keys(expected).map((column) => [column, numberAt(series, row, column)]);
          expect({ opens, ...Object.fromEntries(found) }).toEqual({ opens, ...expected });
        }
      },
    ),
    { numRuns: 6 },
  );
});
