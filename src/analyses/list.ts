import type { AnyAnalysis, AnyCard } from "./analysis";
import { attritionCalculatorCard } from "./attrition-calculator/card";
import { attritionOverTimeCard } from "./attrition-over-time/card";
import { attritionCard } from "./attrition/card";
import { logoAttritionCard } from "./logo-attrition/card";
import { mixShift } from "./mix-shift";
import { relevantActivityCard } from "./relevant-activity/card";
import { renewalRadarCard } from "./renewal-radar/card";
import { repeatPurchase } from "./repeat-purchase";
import { segments } from "./segments";
import { timeToChurnCard } from "./time-to-churn/card";
import { usageQuartiles } from "./usage-quartiles";
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
  { card: timeToChurnCard, load: async () => (await import("./time-to-churn")).timeToChurn },
  whole(usageQuartiles),
  whole(segments),
  whole(mixShift),
  { card: logoAttritionCard, load: async () => (await import("./logo-attrition")).logoAttrition },
  { card: userLogoLeadCard, load: async () => (await import("./user-logo-lead")).userLogoLead },
  { card: renewalRadarCard, load: async () => (await import("./renewal-radar")).renewalRadar },
  whole(repeatPurchase),
  {
    card: attritionCalculatorCard,
    load: async () => (await import("./attrition-calculator")).attritionCalculator,
  },
];

/** One that comes with the page; its card is to be made a file of its own. */
function whole(analysis: AnyAnalysis): Listed {
  return { card: analysis, load: () => Promise.resolve(analysis) };
}

export const analyses: readonly AnyCard[] = listed.map(({ card }) => card);

export function analysisById(id: string): AnyCard | undefined {
  return analyses.find((one) => one.id === id);
}
