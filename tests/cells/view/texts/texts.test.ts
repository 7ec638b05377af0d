import { describe, expect, test } from "vitest";
import { errorText } from "../../../../src/cells/view/cell/error-text";
import { errorOf } from "../../../../src/cells/kinds";
import { reader } from "../../../../src/engine/import/reader";
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

  test.each([
    [[0xd0, 0xcf, 0x11, 0xe0, 0], "old-excel", "xlsx"],
    [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "sqlite", "CSV"],
    [[0x42, 0x5a, 0x68, 0x39], "packed", "zip"],
    [[0x89, 0x50, 0x4e, 0x47], "picture", "Parquet"],
    [[...new TextEncoder().encode("<html><table>")], "web-page", "xlsx"],
    [[0x46, 0x45, 0x41, 0x31], "old-feather", "Feather 2"],
    [[0x25, 0x50, 0x44, 0x46], "pdf", "CSV"],
  ])("a file that begins with %j is said to be what it is, with the way out", async (bytes, what, way) => {
    const file = new File([Uint8Array.from(bytes)], "export.csv");
    const error = errorOf(await reader.sniff(file).catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: "not-a-table", values: { what } });
    const { says, hint } = errorText(error, texts);
    expect(hint).toContain(way);
    expect(says).not.toBe(errorText({ code: "not-a-table", message: "" }, texts).says);
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
