import { expect, test } from "vitest";
import { analysisById, languageOf } from "../../../../src/analyses";
import { isFound } from "../../../../src/cells/view/gallery/is-found";

const analysis = analysisById("attrition-over-time")!;
const found = (wanted: string, locale = "en") =>
  isFound({ analysis }, wanted, languageOf(locale), "Who leaves?");

test("each word typed must stand somewhere; nothing typed finds everything", () => {
  expect(["", "  ", "ATTRITION", "time attri", "leaves over"].map((wanted) => found(wanted))).toEqual(
    Array(5).fill(true),
  );
  expect(found("attrition zebra")).toBe(false);
  expect(found("отток", "ru")).toBe(true);
});
