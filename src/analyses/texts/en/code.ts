import { base } from "./base";

/** Comments and labels of the cells that "Open as code" writes. Labels are given pieces of code, such as `${count(n)}`. */
export const code = {
  noNull: "A count is never NULL, but the type of a column cannot say so.",
  colours: "Colours are variables of the page: they follow its light and dark theme.",
  percent: "Never 0% of something, nor 100% of almost all.",
  wilson: "95% interval of a share x / n: Wilson (1927), J. Amer. Statist. Assoc. 22, 209–212.",
  bridge: {
    what: "From the customers at the start to those at the end. SQL counts, this cell draws.",
    links: "Dotted lines lead from each bar to the next.",
    hollow: "While the period goes on, everything after its start is hollow.",
    rate: (rate: string, low: string, high: string) =>
      `Attrition ${rate}, 95% interval ${base.interval(low, high)}`,
  },
  rate: {
    what: "Attrition period by period, held against its own first periods. SQL counts, this cell judges and draws.",
    whatEver:
      "Of everybody ever seen, the share that is absent, period by period. SQL counts, this cell draws.",
    judged: "Only a period that is over and known in full, like the one before it, can be judged.",
    baseline: (n: number) =>
      `The first ${n} periods that can be judged are the measure for all later ones, once they are there.`,
    found: (from: string, to: string) =>
      `The measure is what the first periods were, from ${from} until ${to}; it stays when fewer are shown.`,
    levels: "Names of the lines, on the right; moved down where they would write over each other.",
    axis: "A mark in the middle of a period, and as many names as fit, counted from the last one.",
    inflation:
      "How much more the first periods vary than chance alone would, at least 1: by the mean distance of neighbours.",
    limits:
      "Three sigmas around the baseline, for a period with this many customers: Laney (2002), Quality Engineering 14, 531–537.",
  },
  events: {
    what: "How widespread each event is, and on how many of its days it stands alone. SQL counts, this cell draws.",
    most: (n: number) => `The ${n} most widespread events.`,
    room: "Room for labels beside an axis, from the longest of them; longer ones are cut.",
    narrow: "A narrow figure has room for one number; the other is in the table.",
  },
  gap: {
    what: "Customers by their usual gap between active days. SQL counts, this cell bins and draws.",
    bins: "Bins of a width that people count in, not too many; a few very long gaps share the last one.",
    above: "One above the other: side by side they would write over each other.",
  },
  /** What a short date ends in and a label does without, as a regular expression. */
  yearEnding: null as string | null,
  /** Of `quarter` (1 to 4) and `year`. */
  quarter: "Q${quarter} ${year}",
};
