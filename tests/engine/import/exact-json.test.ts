import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExactly } from "../../../src/engine/import/read/exact-json";

test("a whole number comes out with the digits it went in with, zeros at its end too", () => {
  const zeros = fc.nat(30).map((n) => "0".repeat(n));
  const whole = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), zeros);
  fc.assert(
    fc.property(whole, ([n, end]) => {
      const written = n ? `${n}${end}` : "0";
      const { x } = parseExactly(`{"x":${written}}`) as { x: string | number };
      expect(String(x)).toBe(written);
    }),
    { examples: [[[1n, "0".repeat(21)]], [[-12345678901234567n, "00000"]]] },
  );
});

test("fractions and powers stay numbers", () => {
  expect(parseExactly("[0.1000000000000000000, 1.50, 1e100, 1000000000000000000]")).toEqual([
    ...[0.1, 1.5, 1e100, 1e18],
  ]);
});
