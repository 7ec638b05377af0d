import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cellOf, cutBlocks, mostCuts } from "../../../src/analyses/lever-finder/cuts";
import { columnFor } from "../../../src/analyses/segments/dimensions";
import { cutCandidates } from "../../../src/analyses/stats/cut-candidates";
import { withBlocks } from "../../../src/analyses/with-blocks";
import { join, sql } from "../../../src/engine";
import { openedDatabase } from "../opened-database";

const database = openedDatabase();

type Values = readonly (number | null)[];

/** Of each measure its lines, and each customer's cell. */
async function linesOf(measures: readonly Values[], kind: "deciles" | "round", cut: number | null = null) {
  const levers = measures.map(() => ({ behaviour: "value", cut }));
  const customers = Math.max(...measures.map(({ length }) => length));
  const columns = measures.map((values, i) => {
    const padded = Array.from({ length: customers }, (_, row) => sql`${values[row] ?? null}::double`);
    return sql`unnest([${padded}]) as ${columnFor("value", i)}`;
  });
  const found = measures.flatMap((_, i) => [
    columnFor("cuts", i),
    sql`${cellOf(i)} as ${columnFor("cell", i)}`,
  ]);
  const table = await database().query(sql`
    ${withBlocks({ population: sql`select ${join(columns, ", ")}`, ...cutBlocks(levers, kind) })}
    select population.*, ${join(found, ", ")} from population, cuts`);
  return measures.map((_, i) => {
    const values = (what: string) => table.values(columnFor(what, i).text);
    return {
      cuts: ((values("cuts")[0] ?? []) as readonly unknown[]).map(Number),
      cells: values("cell").map(
        (cell, row) => [values("value")[row] as number | null, Number(cell)] as const,
      ),
    };
  });
}

const measure = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 3, arbitrary: fc.integer({ min: -4000, max: 90_000 }).map((n) => n / 100) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  { minLength: 1, maxLength: 60 },
);
const huge = fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { maxLength: 40, minLength: 2 });
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 12, maxLength: 12 });

test.each(["deciles", "round"] as const)(
  "%s: DuckDB finds the lines that cutCandidates finds",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(many(measure), async (measures) => {
        const found = await linesOf(measures, kind);
        measures.forEach((values, i) => {
          const { cuts, cells } = found[i]!;
          const known = Float64Array.from(values, (value) => value ?? NaN);
          const expected = cutCandidates(known, kind);
          // The two interpolate with roundings of their own: a round number that is the decile itself may be in or out.
          const ends = cutCandidates(known, "deciles");
          const isNear = (one: number, others: readonly number[]) =>
            others.some((other) => Math.abs(one - other) <= 1e-12 * (1 + Math.abs(one)));
          for (const cut of cuts) expect(isNear(cut, [...expected, ...ends]), `${cut}`).toBe(true);
          for (const cut of expected) expect(isNear(cut, [...cuts, ...ends]), `${cut}`).toBe(true);
          expect(cuts).toEqual([...new Set(cuts)].sort((one, other) => one - other));
          for (const [value, cell] of cells)
            expect(cell).toBe(value === null ? cuts.length + 1 : cuts.filter((cut) => cut <= value).length);
        });
      }),
      { numRuns: 4 },
    );
  },
);

test("never more lines than four bits can count", async () => {
  await fc.assert(
    fc.asyncProperty(many(huge), async (measures) => {
      for (const { cuts } of await linesOf(measures, "round"))
        expect(cuts.length).toBeLessThanOrEqual(mostCuts);
    }),
    { numRuns: 2 },
  );
});

test("a line that was given stands alone; one value has none", async () => {
  expect((await linesOf([[1, 2, 3]], "deciles", 2.5))[0]!.cuts).toEqual([2.5]);
  const [same, unknown, nought] = await linesOf(
    [[2, 2, null], [null], [...Array.from({ length: 40 }, () => 0), 7]],
    "deciles",
  );
  expect([same!.cuts, unknown!.cuts]).toEqual([[], []]);
  // Nearly all at nought: the line that sets the others apart.
  expect(nought!.cuts).toEqual([7]);
});
