import fc from "fast-check";
import { test } from "vitest";
import { buyTillYouDie } from "../../../src/analyses/buy-till-you-die";
import type { BuyTillYouDieResult } from "../../../src/analyses/buy-till-you-die/result";
import { buyTillYouDieRequest, shopOfPassers } from "../../charts/fixtures/buy-till-you-die";
import { expectVerdictFromTables } from "../verdict-numbers";

const { found, check } = shopOfPassers;

/** The numbers that a verdict is made of, whatever they are. */
const results: fc.Arbitrary<BuyTillYouDieResult> = fc
  .record({
    customers: fc.integer({ min: 1, max: 2_000_000 }),
    once: fc.double({ min: 0, max: 1, noNaN: true }),
    alive: fc.double({ min: 0, max: 1, noNaN: true }),
    expected: fc.double({ min: 0, max: 1e7, noNaN: true }),
    reach: fc.option(fc.double({ min: 1, max: 3, noNaN: true })),
    actual: fc.integer({ min: 0, max: 100_000 }),
    forecast: fc.double({ min: 0, max: 1e5, noNaN: true }),
    ahead: fc.integer({ min: 1, max: 520 }),
    isHeld: fc.boolean(),
  })
  .map((one) => ({
    ...shopOfPassers,
    customers: one.customers,
    once: Math.floor(one.once * one.customers),
    ahead: one.ahead,
    found: {
      ...found!,
      alive: one.alive * one.customers,
      total: {
        value: one.expected,
        interval: one.reach === null ? null : [one.expected / one.reach, one.expected * one.reach],
      },
    },
    check:
      one.isHeld && check.ok
        ? {
            ...check,
            models: check.models.map((model) => ({ ...model, actual: one.actual, expected: one.forecast })),
          }
        : { ok: false, why: "no-time" },
  }));

test("every number of the verdict is one of the tables or findings, in both languages", () => {
  fc.assert(
    fc.property(results, (result) => {
      const request = buyTillYouDieRequest({ ahead: result.ahead });
      const weeks = result.check.ok ? [result.check.weeks] : [];
      expectVerdictFromTables(buyTillYouDie, request, result, [result.customers, result.ahead, ...weeks]);
    }),
    { numRuns: 80, seed: 5 },
  );
});
