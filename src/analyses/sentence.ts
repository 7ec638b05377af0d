import type { AnyCard } from "./analysis";
import { leverName, leverOf } from "./levers/lever";
import type { ParamSpec } from "./params";
import type { Language, ParamTexts } from "./texts";
import { valueText } from "./value-text";

export type SentencePart =
  { readonly form: "text"; readonly text: string } | { readonly form: "hole"; readonly param: string };

/** The form of an analysis: text and holes in reading order. Which holes there are depends on the parameters. */
export function sentenceOf(
  analysis: Pick<AnyCard, "form">,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): readonly SentencePart[] {
  const template = analysis.form(language.texts).sentence(params);
  return template.split(/(\{\w+\})/).flatMap((piece): SentencePart[] => {
    const hole = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (hole !== undefined) return [{ form: "hole", param: hole }];
    return piece === "" ? [] : [{ form: "text", text: piece }];
  });
}

export function titleOf(analysis: Pick<AnyCard, "form">, language: Language): string {
  return analysis.form(language.texts).title;
}

export function questionOf(analysis: Pick<AnyCard, "form">, language: Language): string {
  return analysis.form(language.texts).question;
}

/** Label of a parameter, its options as they read in the sentence, and what stands there when nothing is set. */
export function paramTextsOf(analysis: Pick<AnyCard, "form">, param: string, language: Language): ParamTexts {
  return analysis.form(language.texts).params[param] ?? { label: param };
}

/** The sentence with its holes filled: the definition of a result. `found` says what "auto" turned out to be. */
export function definitionOf(
  analysis: Pick<AnyCard, "form" | "params">,
  params: Readonly<Record<string, unknown>>,
  language: Language,
  found: Readonly<Record<string, string>>,
): string {
  const filled = sentenceOf(analysis, params, language).map((part) => {
    if (part.form === "text") return part.text;
    const spec = analysis.params[part.param];
    const texts = paramTextsOf(analysis, part.param, language);
    return found[part.param] ?? (spec ? written(spec, params[part.param], texts, language) : "");
  });
  return filled.join("");
}

/** A parameter's value as the definition tells it. */
export function paramText(
  analysis: Pick<AnyCard, "form" | "params">,
  param: string,
  value: unknown,
  language: Language,
): string {
  const spec = analysis.params[param];
  return spec ? written(spec, value, paramTextsOf(analysis, param, language), language) : String(value);
}

function written(spec: ParamSpec, value: unknown, texts: ParamTexts, language: Language): string {
  if (value === null || value === undefined) return texts.unset ?? "";
  switch (spec.type) {
    case "choice":
      return texts.options?.[String(value)] ?? String(value);
    case "number":
      if (typeof value !== "number") return String(value);
      return spec.percent ? language.format.percent(value) : language.format.number(value, 6);
    case "date":
      return value === "auto" ? (texts.unset ?? "") : language.format.day(String(value));
    case "switch":
      return texts.options?.[String(value)] ?? String(value);
    case "rule":
      return "";
    case "text":
      if (value === "") return texts.unset ?? "";
      return spec.valuesOf ? valueText(String(value), language) : String(value);
    case "column":
    case "table":
      return value === "" ? (texts.unset ?? "") : String(value);
    case "columns":
      return isList(value) && value.length ? language.format.list(value.map(String)) : (texts.unset ?? "");
    case "levers":
      return isList(value) && value.length
        ? language.format.list(
            value.map((one) => leverName(leverOf(String(one)), (n) => language.format.number(n, 6))),
          )
        : (texts.unset ?? "");
    case "numbers":
      return isList(value)
        ? language.format.list(value.map((one) => language.format.number(Number(one), 6)))
        : String(value);
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
