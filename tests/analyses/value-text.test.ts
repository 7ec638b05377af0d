import { beforeAll, expect, test } from "vitest";
import { definitionOf, languageOf, loadLanguage, valueOfText, valueText } from "../../src/analyses";
import { leverRegression } from "../../src/analyses/lever-regression";

beforeAll(() => loadLanguage("ru"));

test("a value of yes and no is told in words, any other as it is", () => {
  const [english, russian] = [languageOf("en"), languageOf("ru")];
  expect(["true", "false", "gone"].map((one) => valueText(one, english))).toEqual(["yes", "no", "gone"]);
  expect(["true", "false", "gone"].map((one) => valueText(one, russian))).toEqual(["да", "нет", "gone"]);
  const params = { ...defaults(), mode: "columns", left: "false" };
  expect(definitionOf(leverRegression, params, english, {})).toMatch(/status no\b/);
  expect(definitionOf(leverRegression, params, russian, {})).not.toMatch(/false/);
});

test("what is written is taken for the value, where the column has such values", () => {
  const english = languageOf("en");
  expect(valueOfText("Yes ", ["false"], english)).toBe("true");
  expect(valueOfText("no", ["true", "false"], english)).toBe("false");
  expect(valueOfText("нет", ["true"], languageOf("ru"))).toBe("false");
  // A column of text may have the word itself.
  expect(valueOfText("yes", ["no", "yes"], english)).toBe("yes");
  expect(valueOfText("no", ["true", "no"], english)).toBe("no");
  expect(valueOfText("paused", ["true", "false"], english)).toBe("paused");
});

function defaults() {
  return Object.fromEntries(
    Object.entries(leverRegression.params).map(([param, spec]) => [
      param,
      "default" in spec ? spec.default : null,
    ]),
  );
}
