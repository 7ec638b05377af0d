import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf, readParams, type Request } from "../../../src/analyses";
import { crossProduct } from "../../../src/analyses/cross-product";
import { crossProductParams } from "../../../src/analyses/cross-product/params";
import { crossProductOf } from "../../charts/fixtures/cross-product";
import "../../tools/seeded";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { contractsOf, usesOf } from "./made";

const database = openedDatabase();

const request: Request<typeof crossProductParams> = {
  data: dataSet("log", [], {}),
  params: readParams(crossProductParams, { product: "product" }).values,
};
const share = fc.nat(400).chain((n) => fc.nat(n).map((x): [number, number] => [x, n]));

test("each number of the verdict is that of the table, whatever was counted", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share, fc.nat(30)), { maxLength: 6 }), (counted) => {
      const places = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => (a === b ? [] : [[a, b] as const])));
      const result = crossProductOf(
        { mail: [3, 40], chat: [2, 30], drive: [1, 20] },
        counted.map(([left, kept, both], i) => [places[i]![0], places[i]![1], left, kept, both]),
      );
      expectVerdictFromTables(crossProduct, request, result, [90, 10]);
    }),
    { numRuns: 30 },
  );
});

async function verdictOf(lines: readonly string[], given: Readonly<Record<string, unknown>> = {}) {
  const data = await usesOf(database(), "bad_uses", lines);
  const { request, result } = await run(database(), crossProduct, data, { product: "product", ...given });
  const report = crossProduct.report(result, request, languageOf("en"));
  expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  return { ...report.verdict, figures: report.figures.length };
}

const everyMonth = (customer: string, product: string, months: number) =>
  Array.from({ length: months }, (_, i) => `${customer},2024-0${i + 1}-15,${product}`);

test("what cannot be said is not said, and why", async () => {
  const two = (customer: string, months: number) =>
    ["A", "B"].flatMap((product) => everyMonth(customer, product, months));
  const cases: readonly (readonly [readonly string[], RegExp, Readonly<Record<string, unknown>>?])[] = [
    [[], /no usable|cannot be told/],
    [everyMonth("ann", "A", 9), /one product only/],
    [
      [...everyMonth("ann", "A", 9), ...everyMonth("bob", "B", 9)],
      /of 2 customers .* nobody had two products/,
    ],
    [two("ann", 9), /no pair of products has at least 10 customers/],
    [two("ann", 9), /the days after the moment end on December 29, 2024/, { moment: "2024-09-30" }],
    [two("ann", 9), /begin on July 2, 2023, and the data only on January 15, 2024/, { moment: "2023-09-30" }],
    [
      [...two("ann", 9), ...everyMonth("bob", "A", 2), ...everyMonth("bob", "B", 9)],
      /nobody left the other/,
      { fewest: 1, gap: 40 },
    ],
    [
      [...two("ann", 5), ...everyMonth("bob", "A", 2), ...everyMonth("bob", "B", 5), "zed,2024-09-20,A"],
      /either nobody or everybody/,
      { fewest: 1, gap: 40 },
    ],
    // All at once, blank products, a day that never comes.
    [
      ["ann,2024-01-01,A", "ann,2024-01-01,B", "bob,2024-01-01, "],
      /begin on July 6, 2023, and the data only on January 1, 2024/,
    ],
    [[...two("ann", 9), "bob,2999-01-01,A"], /nobody had a product/],
  ];
  for (const [lines, said, given] of cases) {
    const { level, sentence } = await verdictOf(lines, given);
    expect([sentence, level]).toEqual([expect.stringMatching(said), "cannot-tell"]);
  }
});

test("overlapping and impossible contracts count once, and a moved plan is no second product", async () => {
  const data = await contractsOf(database(), "odd_terms", [
    "ann,A,2024-01-01,2024-12-31",
    "ann,A,2024-02-01,2024-12-31",
    "ann,B,2024-03-01,2024-02-01",
    "bob,A,2024-01-01,2024-05-01",
    "bob,B,2024-05-01,",
    "zed,B,2024-11-01,",
  ]);
  const { result } = await run(database(), crossProduct, data, { product: "product", mode: "contracts" });
  expect(result.total).toMatchObject({ customers: 2, withTwo: 0 });
  expect(result.products.map(({ left }) => left.n)).toEqual([1, 1]);
});
