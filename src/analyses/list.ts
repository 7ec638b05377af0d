import type { AnyAnalysis, AnyCard } from "./analysis";
import { adoptionScoreCard } from "./adoption-score/card";
import { adoptionReportCard } from "./adoption-report/card";
import { attritionCalculatorCard } from "./attrition-calculator/card";
import { attritionOverTimeCard } from "./attrition-over-time/card";
import { attritionCard } from "./attrition/card";
import { abTestCard } from "./ab-test/card";
import { rollbackSignalCard } from "./rollback-signal/card";
import { beforeAfterCard } from "./before-after/card";
import { buyTillYouDieCard } from "./buy-till-you-die/card";
import { cohortMatrixCard } from "./cohort-matrix/card";
import { crossProductCard } from "./cross-product/card";
import { exitThemesCard } from "./exit-themes/card";
import { leverRegressionCard } from "./lever-regression/card";
import { leverFinderCard } from "./lever-finder/card";
import { logoAttritionCard } from "./logo-attrition/card";
import { loopScorecardCard } from "./loop-scorecard/card";
import { mixShiftCard } from "./mix-shift/card";
import { regrettableAttritionCard } from "./regrettable-attrition/card";
import { modelGateCard } from "./model-gate/card";
import { onboardingCard } from "./onboarding/card";
import { relevantActivityCard } from "./relevant-activity/card";
import { renewalProjectionCard } from "./renewal-projection/card";
import { renewalRadarCard } from "./renewal-radar/card";
import { repeatPurchaseCard } from "./repeat-purchase/card";
import { retentionDefinitionsCard } from "./retention-definitions/card";
import { segmentsCard } from "./segments/card";
import { survivorshipCard } from "./survivorship/card";
import { timeToChurnCard } from "./time-to-churn/card";
import { unitEconomicsCard } from "./unit-economics/card";
import { usageQuartilesCard } from "./usage-quartiles/card";
import { userLogoLeadCard } from "./user-logo-lead/card";

export interface Listed {
  readonly card: AnyCard;
  /** Its program: what to ask, how to judge, what to draw. Fetched when somebody asks. */
  readonly load: () => Promise<AnyAnalysis>;
}

/** Every analysis there is, in the order in which they are offered. One line each. */
export const listed: readonly Listed[] = [
  { card: attritionCard, load: async () => (await import("./attrition")).attrition },
  {
    card: attritionOverTimeCard,
    load: async () => (await import("./attrition-over-time")).attritionOverTime,
  },
  { card: relevantActivityCard, load: async () => (await import("./relevant-activity")).relevantActivity },
  { card: cohortMatrixCard, load: async () => (await import("./cohort-matrix")).cohortMatrix },
  {
    card: retentionDefinitionsCard,
    load: async () => (await import("./retention-definitions")).retentionDefinitions,
  },
  { card: timeToChurnCard, load: async () => (await import("./time-to-churn")).timeToChurn },
  { card: usageQuartilesCard, load: async () => (await import("./usage-quartiles")).usageQuartiles },
  { card: segmentsCard, load: async () => (await import("./segments")).segments },
  { card: crossProductCard, load: async () => (await import("./cross-product")).crossProduct },
  { card: mixShiftCard, load: async () => (await import("./mix-shift")).mixShift },
  { card: survivorshipCard, load: async () => (await import("./survivorship")).survivorship },
  { card: leverFinderCard, load: async () => (await import("./lever-finder")).leverFinder },
  { card: adoptionScoreCard, load: async () => (await import("./adoption-score")).adoptionScore },
  { card: adoptionReportCard, load: async () => (await import("./adoption-report")).adoptionReport },
  { card: logoAttritionCard, load: async () => (await import("./logo-attrition")).logoAttrition },
  { card: userLogoLeadCard, load: async () => (await import("./user-logo-lead")).userLogoLead },
  { card: renewalRadarCard, load: async () => (await import("./renewal-radar")).renewalRadar },
  {
    card: regrettableAttritionCard,
    load: async () => (await import("./regrettable-attrition")).regrettableAttrition,
  },
  { card: exitThemesCard, load: async () => (await import("./exit-themes")).exitThemes },
  { card: leverRegressionCard, load: async () => (await import("./lever-regression")).leverRegression },
  {
    card: repeatPurchaseCard,
    load: async () => (await import("./repeat-purchase")).repeatPurchase,
  },
  { card: buyTillYouDieCard, load: async () => (await import("./buy-till-you-die")).buyTillYouDie },
  {
    card: renewalProjectionCard,
    load: async () => (await import("./renewal-projection")).renewalProjection,
  },
  { card: loopScorecardCard, load: async () => (await import("./loop-scorecard")).loopScorecard },
  { card: onboardingCard, load: async () => (await import("./onboarding")).onboarding },
  { card: abTestCard, load: async () => (await import("./ab-test")).abTest },
  { card: beforeAfterCard, load: async () => (await import("./before-after")).beforeAfter },
  { card: rollbackSignalCard, load: async () => (await import("./rollback-signal")).rollbackSignal },
  { card: unitEconomicsCard, load: async () => (await import("./unit-economics")).unitEconomics },
  {
    card: attritionCalculatorCard,
    load: async () => (await import("./attrition-calculator")).attritionCalculator,
  },
  { card: modelGateCard, load: async () => (await import("./model-gate")).modelGate },
];

export const analyses: readonly AnyCard[] = listed.map(({ card }) => card);

export function analysisById(id: string): AnyCard | undefined {
  return analyses.find((one) => one.id === id);
}
