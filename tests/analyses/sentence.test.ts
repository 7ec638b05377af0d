import { describe, expect, test } from "vitest";
import {
  analyses,
  languageOf,
  paramTextsOf,
  questionOf,
  readParams,
  sentenceOf,
  titleOf,
  visibleParams,
  type ParamSpecs,
} from "../../src/analyses";
import { definitionOf } from "../../src/analyses/sentence";

const locales = ["en", "ru"] as const;

describe.each(analyses.map((analysis) => [analysis.id, analysis] as const))("%s", (_, analysis) => {
  test.each(locales)(
    "has a title, a question and a sentence with each visible parameter once, in %s",
    (locale) => {
      const language = languageOf(locale);
      expect(titleOf(analysis, language)).not.toBe("");
      expect(questionOf(analysis, language)).toMatch(/\?$/);
      for (const params of combinations(analysis.params)) {
        const parts = sentenceOf(analysis, params, language);
        const holes = parts.flatMap((part) => (part.form === "hole" ? [part.param] : []));
        expect({ params, holes: [...holes].sort() }).toEqual({
          params,
          holes: visibleParams(analysis.params, params).sort(),
        });
      }
    },
  );

  test.each(locales)("names each parameter and option in %s", (locale) => {
    for (const [param, spec] of Object.entries(analysis.params)) {
      const texts = paramTextsOf(analysis, param, languageOf(locale));
      expect(texts.label).not.toBe(param);
      if (spec.type === "choice") expect(Object.keys(texts.options ?? {})).toEqual([...spec.options]);
      if (spec.type === "switch") expect(Object.keys(texts.options ?? {}).sort()).toEqual(["false", "true"]);
      if (spec.type === "date" || (spec.type === "number" && spec.default === null))
        expect(texts.unset).not.toBeUndefined();
    }
  });
});

/** Defaults with each choice, switch and set date, and each pair of them. */
function combinations(specs: ParamSpecs): Record<string, unknown>[] {
  const { values } = readParams(specs, {});
  return Object.entries(specs).reduce<Record<string, unknown>[]>(
    (all, [param, spec]) => {
      const others =
        spec.type === "choice"
          ? spec.options.filter((option) => option !== spec.default)
          : spec.type === "switch"
            ? [!spec.default]
            : spec.type === "date"
              ? ["2024-03-01"]
              : [];
      return [...all, ...all.flatMap((params) => others.map((value) => ({ ...params, [param]: value })))];
    },
    [{ ...values }],
  );
}

test("an option that is called auto reads as the option; a day that nobody chose as unset", () => {
  const params = {
    how: { type: "choice", options: ["auto", "other"], default: "auto" },
    day: { type: "date", default: "auto" },
  } as const;
  const form = {
    title: "",
    question: "",
    sentence: () => "Fitted {how} until {day}.",
    params: {
      how: { label: "How", options: { auto: "by itself", other: "otherwise" } },
      day: { label: "Day", unset: "the end" },
    },
  };
  const said = definitionOf({ form: () => form, params }, { how: "auto", day: "auto" }, languageOf("en"), {});
  expect(said).toBe("Fitted by itself until the end.");
});
