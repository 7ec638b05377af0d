import { checkedPart, type OutputPart, type PlainValue } from "../../engine";
import type { SavedResult } from "../model";
import type { PartsOutput, TextsOutput } from "./output";
import { plainTextOf, svgTextOf } from "./shown-parts";

/** The picture of a chart beside its tree: larger ones are left to those who can read the tree. */
const largestSvg = 2_000_000;

/** What code showed, for the file: as it was shown, and as other programs can show it. */
export function savedParts({ parts, defined, origin }: PartsOutput, at: string): SavedResult {
  const shown = parts.map((part) => ({ svg: pictureOf(part), text: plainTextOf(part) }));
  const names = defined.map(({ name, description }) => `${name}: ${description}`).join("\n");
  return {
    form: "parts",
    at,
    parts,
    ...(origin && { carries: { ...origin, defined } }),
    shown: shown.length ? shown : [{ svg: null, text: names }],
  };
}

/** Parts from a file, each checked as if a worker had sent it: a file comes from anybody. */
export function savedPartsOf(saved: SavedResult | null): readonly OutputPart[] {
  if (saved?.form !== "parts") return [];
  const known = checkedBefore.get(saved) ?? saved.parts.flatMap((part) => checkedPart(part) ?? []);
  checkedBefore.set(saved, known);
  return known;
}

const checkedBefore = new WeakMap<SavedResult, readonly OutputPart[]>();

function pictureOf(part: OutputPart): string | null {
  const svg = part.kind === "tree" ? svgTextOf(part.root) : null;
  return svg !== null && svg.length <= largestSvg ? svg : null;
}

export function savedTexts({ values, origin }: TextsOutput, at: string, locale: string): SavedResult {
  const texts = values.map((value) => textOfValue(value, locale));
  return { form: "texts", at, texts, ...(origin && { carries: origin }) };
}

/** A value in prose, as its reader writes numbers and dates. */
export function textOfValue(value: PlainValue, locale: string): string {
  if (value === null) return "–";
  if (typeof value === "number" || typeof value === "bigint") return numberText(value, locale);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return value.map((one) => textOfValue(one, locale)).join(", ");
  return "identifier" in value ? value.identifier : momentText(value.date, value.isDay, locale);
}

/** Whole numbers to their last digit; others without the noise of their last bits. */
function numberText(value: number | bigint, locale: string): string {
  const isWhole = typeof value === "bigint" || (Number.isInteger(value) && Math.abs(value) < 1e21);
  return new Intl.NumberFormat(locale, isWhole ? {} : { maximumSignificantDigits: 15 }).format(value);
}

function momentText(ms: number, isDay: boolean, locale: string): string {
  if (!Number.isFinite(ms)) return String(ms);
  const isMidnight = ms % 86_400_000 === 0;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    ...(isDay || isMidnight ? {} : { timeStyle: "short" }),
    timeZone: "UTC",
  }).format(ms);
}

function isList(value: object): value is readonly PlainValue[] {
  return Array.isArray(value);
}
