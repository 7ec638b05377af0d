import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits, type ParamSpec } from "../../../../src/analyses";
import { readNumbers, writtenNumbers } from "../../../../src/cells/view/hole/written-numbers";

type NumbersSpec = Extract<ParamSpec, { type: "numbers" }>;
const spec: NumbersSpec = { type: "numbers", min: 0, max: 1e6, integer: true, most: 20, default: [1] };
const fractions: NumbersSpec = { ...spec, integer: false };

describe("a list of numbers in one field", () => {
  test("commas, semicolons and spaces part whole numbers; their order is put right", () => {
    expect(readNumbers("1, 7,30; 14", spec, false)).toEqual([1, 7, 14, 30]);
    expect(readNumbers("1 7\t30", spec, true)).toEqual([1, 7, 30]);
  });

  test("a decimal comma is one only where the reader writes one", () => {
    expect(readNumbers("0,5; 1", fractions, true)).toEqual([0.5, 1]);
    expect(readNumbers("0,5, 1", fractions, true)).toEqual([0.5, 1]);
    expect(readNumbers("0.5, 1", fractions, false)).toEqual([0.5, 1]);
    expect(readNumbers("1,7,30", fractions, false)).toEqual([1, 7, 30]);
  });

  test.each(["", "1, x", "7 7", "1e3", "0x10", "2000000", "1.5"])(
    "%j is no list of whole numbers that fits",
    (text) => expect(fits(spec, readNumbers(text, spec, false))).toBe(false),
  );

  test("what is written reads back, in both languages", () => {
    const numbers = fc.uniqueArray(
      fc.integer({ min: 0, max: 1e6 }).map((n) => n / 4),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(numbers, fc.boolean(), (given, comma) => {
        const rising = given.toSorted((a, b) => a - b);
        const whole = [...new Set(rising.map(Math.floor))];
        expect(readNumbers(writtenNumbers(rising, fractions, comma), fractions, comma)).toEqual(rising);
        expect(readNumbers(writtenNumbers(whole, spec, comma), spec, comma)).toEqual(whole);
      }),
    );
  });
});
