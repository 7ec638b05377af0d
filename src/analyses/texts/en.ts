import { adoptionScore } from "./en/adoption-score";
import { adoptionReport } from "./en/adoption-report";
import { abTest } from "./en/ab-test";
import { attrition } from "./en/attrition";
import { base } from "./en/base";
import { beforeAfter } from "./en/before-after";
import { buyTillYouDie } from "./en/buy-till-you-die";
import { calculator } from "./en/calculator";
import { code } from "./en/code";
import { cohortMatrix } from "./en/cohort-matrix";
import { crossProduct } from "./en/cross-product";
import { exitThemes } from "./en/exit-themes";
import { idMatch } from "./en/id-match";
import { leverFinder } from "./en/lever-finder";
import { leverRegression } from "./en/lever-regression";
import { levers } from "./en/levers";
import { logoAttrition } from "./en/logo-attrition";
import { modelGate } from "./en/model-gate";
import { loop } from "./en/loop";
import { onboarding } from "./en/onboarding";
import { overTime } from "./en/over-time";
import { regrettable } from "./en/regrettable";
import { relevantActivity } from "./en/relevant-activity";
import { renewalProjection } from "./en/renewal-projection";
import { renewalRadar } from "./en/renewal-radar";
import { repeatPurchase } from "./en/repeat-purchase";
import { retentionDefinitions } from "./en/retention-definitions";
import { roles } from "./en/roles";
import { timeToChurn } from "./en/time-to-churn";
import { userLogoLead } from "./en/user-logo-lead";
import { segments } from "./en/segments";
import { survivorship } from "./en/survivorship";
import { mixShift } from "./en/mix-shift";
import { unitEconomics } from "./en/unit-economics";
import { usageQuartiles } from "./en/usage-quartiles";
import { rollbackSignal } from "./en/rollback-signal";

export const en = {
  base,
  abTest,
  beforeAfter,
  idMatch,
  roles,
  relevantActivity,
  attrition,
  overTime,
  cohortMatrix,
  retentionDefinitions,
  logoAttrition,
  renewalRadar,
  regrettable,
  exitThemes,
  repeatPurchase,
  buyTillYouDie,
  renewalProjection,
  unitEconomics,
  calculator,
  code,
  timeToChurn,
  loop,
  onboarding,
  userLogoLead,
  segments,
  crossProduct,
  mixShift,
  usageQuartiles,
  rollbackSignal,
  levers,
  survivorship,
  modelGate,
  leverFinder,
  leverRegression,
  adoptionScore,
  adoptionReport,
};

/** English is written first; every other language must say the same. */
export type Texts = typeof en;
