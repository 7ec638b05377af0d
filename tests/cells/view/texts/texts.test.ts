import { describe, expect, test } from "vitest";
import { errorText } from "../../../../src/cells/view/cell/error-text";
import { loadTexts, regionOf, textsOf } from "../../../../src/cells/view/texts";

await loadTexts("ru");

describe.each(["en", "ru"] as const)("messages, %s", (locale) => {
  const texts = textsOf(locale);
  const codes = [...new Set([...Object.keys(texts.errors.says), ...Object.keys(texts.errors.hint)])];

  test.each(codes)("%s without values has no hole in it", (code) => {
    const { says, hint } = errorText({ code, message: "what happened: this" }, texts);
    expect(says).not.toBe("");
    expect(hint).not.toBe("");
    expect(`${says} ${hint}`).not.toMatch(/undefined|null|«»|“”|: \?|: \./);
  });

  test("a file that is no notebook, without a place", () => {
    for (const code of ["not-json", "merge-conflict"]) {
      expect(texts.notices[code]!({ file: "a.ipynb" })).not.toContain("undefined");
      expect(texts.notices[code]!({ file: "a.ipynb", line: "3", column: "7" })).toContain("3");
    }
  });
});

test("names that may be meant stand in quotes", () => {
  const error = {
    code: "missing-table",
    message: "",
    values: { name: "nothin", candidates: "nothing, noting" },
  };
  expect(errorText(error, textsOf("en")).hint).toBe("Did you mean “nothing” or “noting”?");
  expect(errorText(error, textsOf("ru")).hint).toBe("Может быть, «nothing» или «noting»?");
});

test("a reader's region is the first of the chosen language that can be used", () => {
  expect(regionOf("en", ["ru-RU", "en-GB", "en-US"])).toBe("en-GB");
  expect(regionOf("en", ["en-US@posix", "en"])).toBe("en");
  expect(regionOf("ru", ["de", "fr"])).toBe("ru");
});
