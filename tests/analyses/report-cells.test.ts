import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/analyses";
import { cellsIn, left, right } from "../../src/analyses/report-cells";

const cell = cellsIn(languageOf("en"));

describe("cells of report tables", () => {
  test("say why there is no number instead of writing one", () => {
    expect(cell.share({ rate: null })).toEqual({ text: "no base", value: null });
    expect(cell.interval({ interval: null })).toEqual({ text: "no base", value: null });
    for (const none of [cell.points(null), cell.pointsInterval(null), cell.number(null), cell.p(null)])
      expect(none).toEqual({ text: "–", value: null });
  });

  test("keep the whole value beside the text that is read", () => {
    expect(cell.share({ rate: 1 / 3 })).toEqual({ text: "33.3%", value: 1 / 3 });
    expect(cell.number(2 / 3)).toEqual({ text: "0.67", value: 2 / 3 });
    expect(cell.interval({ interval: [0.25, 0.5] })).toEqual({
      text: "25.0% to 50.0%",
      value: [0.25, 0.5],
    });
  });

  test("lead to customers only where there is a way", () => {
    const who = { key: "lost", label: "Lost customers" };
    expect(cell.count(1234, who)).toEqual({ text: "1,234", value: 1234, who });
    expect(cell.count(0)).toEqual({ text: "0", value: 0 });
  });

  test("never write a p of nought, in either language", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom("en", "ru"), (p, locale) => {
        const { text, value } = cellsIn(languageOf(locale)).p(p);
        expect(value).toBe(p);
        expect(/[1-9]/.test(text)).toBe(true);
        expect(text.startsWith("<")).toBe(p < 0.0001);
      }),
    );
  });

  test("stand in columns of words or of numbers", () => {
    expect([left("a", "A"), right("b", "B", "share")]).toEqual([
      { key: "a", label: "A", align: "left" },
      { key: "b", label: "B", align: "right", unit: "share" },
    ]);
  });
});
