import type { Grain } from "../calendar";
import type { Language } from "../texts";

/** An axis of periods: a mark in the middle of each, and as many labels as fit. */
export function periodAxis(
  periods: readonly { readonly opens: string; readonly closes: string }[],
  grain: Grain,
  width: number,
  { texts }: Language,
) {
  const labels = periods.map(({ opens }) => texts.base.periodShort(opens, grain));
  const longest = Math.max(1, ...labels.map((label) => label.length));
  const fitting = Math.max(2, Math.floor((width - 90) / (longest * 7 + 14)));
  const every = Math.max(1, Math.ceil(periods.length / fitting));
  // Counted from the end: the last period is the one that is talked about.
  const shown = periods.filter((_, i) => (periods.length - 1 - i) % every === 0);
  const names = new Map(
    periods.map(({ opens }, i) => [middleOf(opens, periods[i]!.closes).getTime(), labels[i]!]),
  );
  return {
    label: null,
    type: "utc" as const,
    // The whole span, also where a period has nothing to draw.
    domain: [new Date(periods[0]?.opens ?? 0), new Date(periods[periods.length - 1]?.closes ?? 0)],
    ticks: shown.map(({ opens, closes }) => middleOf(opens, closes)),
    tickFormat: (date: Date) => names.get(date.getTime()) ?? "",
    tickSize: 3,
  };
}

export function middleOf(opens: string, closes: string): Date {
  return new Date((Date.parse(opens) + Date.parse(closes)) / 2);
}
