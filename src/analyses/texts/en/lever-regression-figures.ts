import { formatsOf } from "../formats";

const { count, plural } = formatsOf("en");

const behaviours = (n: number) => plural(n, { one: "behaviour", other: "behaviours" });

/** What stands at the pictures of the regression. */
export const figures = {
  forest: {
    title: "Who does this stays more often: odds ratios, all others alike",
    caption: (hasMeasure: boolean) =>
      `Dots are odds ratios of staying among customers alike in all else, lines their 95% intervals; rings are the same behaviour alone. Right of 1 goes with staying.${hasMeasure ? " Measures by one standard deviation." : ""} Association, not effect.`,
    alternative: (levers: number, strongest: { name: string; odds: string } | null) =>
      `Odds ratios of ${count(levers)} ${behaviours(levers)}${strongest ? `; the largest is ${strongest.name} with ${strongest.odds}` : ""}.`,
    axis: "Odds ratio of staying",
    legend: {
      keep: "goes with staying",
      against: "goes with leaving",
      reversed: "turned round",
      other: "not told",
    },
  },
  sharesFigure: {
    title: "Strong by itself, or unique?",
    caption: (resamples: number, isRefitted: boolean) =>
      `How much each behaviour adds to McFadden’s R²: put in first, averaged over all orders (Shapley), put in last. Long first and short last: others tell the same. On the right its share of all behaviours.${resamples > 0 ? ` Lines: 95% of ${count(resamples)} resamples${isRefitted ? "; shares of resamples run high" : ""}.` : ""}`,
    alternative: (name: string, value: string) => `${name} adds most, ${value} of R² on average.`,
    axis: "Part of R²",
    legend: { first: "first", shapley: "Shapley", last: "last" },
  },
};
