import type { Texts } from "./en";
import { adoptionScore } from "./ru/adoption-score";
import { adoptionReport } from "./ru/adoption-report";
import { abTest } from "./ru/ab-test";
import { attrition } from "./ru/attrition";
import { base } from "./ru/base";
import { beforeAfter } from "./ru/before-after";
import { buyTillYouDie } from "./ru/buy-till-you-die";
import { calculator } from "./ru/calculator";
import { code } from "./ru/code";
import { cohortMatrix } from "./ru/cohort-matrix";
import { crossProduct } from "./ru/cross-product";
import { exitThemes } from "./ru/exit-themes";
import { idMatch } from "./ru/id-match";
import { leverFinder } from "./ru/lever-finder";
import { leverRegression } from "./ru/lever-regression";
import { levers } from "./ru/levers";
import { logoAttrition } from "./ru/logo-attrition";
import { modelGate } from "./ru/model-gate";
import { loop } from "./ru/loop";
import { onboarding } from "./ru/onboarding";
import { overTime } from "./ru/over-time";
import { regrettable } from "./ru/regrettable";
import { relevantActivity } from "./ru/relevant-activity";
import { renewalProjection } from "./ru/renewal-projection";
import { renewalRadar } from "./ru/renewal-radar";
import { repeatPurchase } from "./ru/repeat-purchase";
import { retentionDefinitions } from "./ru/retention-definitions";
import { roles } from "./ru/roles";
import { timeToChurn } from "./ru/time-to-churn";
import { userLogoLead } from "./ru/user-logo-lead";
import { segments } from "./ru/segments";
import { survivorship } from "./ru/survivorship";
import { mixShift } from "./ru/mix-shift";
import { unitEconomics } from "./ru/unit-economics";
import { usageQuartiles } from "./ru/usage-quartiles";
import { rollbackSignal } from "./ru/rollback-signal";

export const ru: Texts = {
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
