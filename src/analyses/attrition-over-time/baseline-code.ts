import { code, comment, type Code } from "../code";
import type { Language } from "../texts";
import type { OverTimeParams } from "./params";
import type { OverTimeResult } from "./result";

/** How the cell comes to its baseline: reckons it from so many first periods, or takes over what was found before those shown. */
export type Baseline =
  | { readonly form: "reckoned"; readonly periods: number }
  | { readonly form: "found"; readonly chart: NonNullable<OverTimeResult["baseline"]["chart"]> };

/** Null where nothing is held against a baseline. */
export function baselineOf(
  { base, baseline, periods }: OverTimeParams,
  result: OverTimeResult | null,
): Baseline | null {
  if (base === "cumulative") return null;
  const isCut = result ? result.total > result.periods.length : periods !== null;
  if (!isCut) return { form: "reckoned", periods: baseline };
  const chart = result?.baseline.chart;
  return chart ? { form: "found", chart } : null;
}

/** `centre` and `inflation` of the baseline; `chart`: its centre and span, or null. */
export function chartCode(baseline: Baseline, { texts, format }: Language): Code {
  const said = texts.code.rate;
  if (baseline.form === "found") {
    const { centre, inflation, from, to } = baseline.chart;
    return code`
      ${comment(said.found(format.dayShort(from), format.dayShort(to)))}
      const [centre, inflation] = [${centre}, ${inflation}];
      const chart = { centre, from: new Date(${from}), to: new Date(${to}) };`;
  }
  const { periods } = baseline;
  return code`
    ${comment(said.baseline(periods))}
    const first = periods.filter(({ isJudged }) => isJudged).slice(0, ${periods});
    const centre = d3.sum(first, ({ lost }) => lost) / d3.sum(first, ({ base }) => base);
    ${comment(said.inflation)}
    const z = first.map(({ rate, base }) => (rate - centre) / sigma(base));
    const apart = d3.mean(d3.pairs(z, (a, b) => Math.abs(b - a))) ?? 0;
    const inflation = Math.max(1, (apart * Math.sqrt(Math.PI)) / 2);
    const chart = first.length === ${periods} ? { centre, from: first[0].opens, to: first[${periods - 1}].closes } : null;`;
}

/** `limits(base)`: between which a period of so many customers should lie. */
export function limitsCode({ texts }: Language): Code {
  return code`
    ${comment(texts.code.rate.limits)}
    function limits(base: number) {
      const reach = 3 * inflation * sigma(base);
      return { lowLimit: Math.max(0, centre - reach), highLimit: Math.min(1, centre + reach) };
    }

    function sigma(base: number) {
      return Math.sqrt((centre * (1 - centre)) / base);
    }`;
}
