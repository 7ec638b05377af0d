import { normalQuantile } from "./normal-quantile";

/** The scale on which S(t) ± z·se is taken: R's survfit has `log` by default, lifelines and Ebb `log-log`. */
export type SurvivalScale = "log-log" | "log" | "plain";

/**
 * Interval for S(t) from the standard error of ln S(t) (the root of Greenwood's sum).
 * Null where S is 1 or 0: the formulas have no width there ([1, 1] in R at 1, NA at 0), and certainty would be untrue.
 * Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., §1.4; cut to 0..1 as in R.
 */
export function survivalInterval(
  survival: number,
  logError: number,
  scale: SurvivalScale,
  confidence: number,
): readonly [number, number] | null {
  if (survival >= 1 || survival <= 0) return null;
  const reach = normalQuantile((1 + confidence) / 2) * logError;
  switch (scale) {
    case "log-log": {
      const hazard = -Math.log(survival);
      const factor = Math.exp(reach / hazard);
      return [Math.exp(-hazard * factor), Math.exp(-hazard / factor)];
    }
    case "log":
      return [survival * Math.exp(-reach), Math.min(1, survival * Math.exp(reach))];
    case "plain":
      return [Math.max(0, survival * (1 - reach)), Math.min(1, survival * (1 + reach))];
  }
}
