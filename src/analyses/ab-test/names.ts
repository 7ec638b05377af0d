import type { Who } from "../report";
import type { Language } from "../texts";
import type { AbTestResult, Metric } from "./result";

export function metricLabel({ name }: Pick<Metric, "name">, { texts }: Language): string {
  return name === "" ? texts.abTest.anyActivity : name;
}

/** A difference as it is read: of shares in percentage points, of means as a number with a digit that is not nought. */
export function differenceText(value: number, kind: Metric["kind"], { texts, format }: Language): string {
  return kind === "share" ? texts.base.points(value) : meanText(value, format);
}

export function meanText(value: number, format: Language["format"]): string {
  const size = Math.abs(value);
  const digits = size === 0 || size >= 10 ? 1 : Math.min(9, Math.max(1, 2 - Math.floor(Math.log10(size))));
  return format.number(value, digits).replace("-", "−");
}

/** Of a difference its size alone, the interval turned with it. */
export function sizeAndInterval(
  difference: number,
  [low, high]: readonly [number, number],
  kind: Metric["kind"],
  language: Language,
): { readonly by: string; readonly interval: string } {
  const { base } = language.texts;
  const isApart = low > 0 || high < 0;
  const ends = high < 0 ? [-high, -low] : [low, high];
  const [from, to] = ends.map((end) => differenceText(end, kind, language));
  return {
    by: differenceText(isApart ? Math.abs(difference) : difference, kind, language),
    interval: base.interval(from!, to!),
  };
}

export function whoOfArm(place: number, { arms }: AbTestResult, { texts }: Language): Who {
  return { key: `arm ${place}`, label: texts.abTest.who.arm(arms[place]!.name) };
}

/** Those whose outcome is known, or those of them who have it. */
export function whoOfMetric(
  metric: number,
  place: number,
  what: "known" | "reached",
  result: AbTestResult,
  language: Language,
): Who {
  const name = metricLabel(result.metrics[metric]!, language);
  return {
    key: `${what} ${metric} ${place}`,
    label: language.texts.abTest.who[what](name, result.arms[place]!.name),
  };
}
