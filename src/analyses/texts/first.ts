import { adoptionScoreForm as adoptionScore } from "./en/adoption-score-form";
import { form as adoptionReport } from "./en/adoption-report-form";
import { form as abTest } from "./en/ab-test-form";
import { form as attrition } from "./en/attrition-form";
import { base } from "./en/base";
import { form as beforeAfter } from "./en/before-after-form";
import { form as buyTillYouDie } from "./en/buy-till-you-die-form";
import { form as calculator } from "./en/calculator-form";
import { cohortMatrixForm as cohortMatrix } from "./en/cohort-matrix-form";
import { form as crossProduct } from "./en/cross-product-form";
import { form as exitThemes } from "./en/exit-themes-form";
import { form as leverFinder } from "./en/lever-finder-form";
import { form as leverRegression } from "./en/lever-regression-form";
import { levers } from "./en/levers";
import { form as logoAttrition } from "./en/logo-attrition-form";
import { form as modelGate } from "./en/model-gate-form";
import { form as loop } from "./en/loop-form";
import { form as onboarding } from "./en/onboarding-form";
import { form as overTime } from "./en/over-time-form";
import { form as regrettable } from "./en/regrettable-form";
import { form as relevantActivity } from "./en/relevant-activity-form";
import { form as renewalProjection } from "./en/renewal-projection-form";
import { form as renewalRadar } from "./en/renewal-radar-form";
import { form as repeatPurchase } from "./en/repeat-purchase-form";
import { form as retentionDefinitions } from "./en/retention-definitions-form";
import { roles } from "./en/roles";
import { timeToChurnForm as timeToChurn } from "./en/time-to-churn-form";
import { form as userLogoLead } from "./en/user-logo-lead-form";
import { form as segments } from "./en/segments-form";
import { form as survivorship } from "./en/survivorship-form";
import { form as mixShift } from "./en/mix-shift-form";
import { form as unitEconomics } from "./en/unit-economics-form";
import { form as usageQuartiles } from "./en/usage-quartiles-form";
import { form as rollbackSignal } from "./en/rollback-signal-form";
import type { Texts } from "./en";

/**
 * The English that a page speaks before any analysis has been fetched: the form of each, and what all share. What reports
 * say comes with the first of their programs (`loadReports`).
 */
export const first = {
  adoptionScore: { form: adoptionScore },
  adoptionReport: { form: adoptionReport },
  abTest: { form: abTest },
  attrition: { form: attrition },
  base,
  beforeAfter: { form: beforeAfter },
  buyTillYouDie: { form: buyTillYouDie },
  calculator: { form: calculator },
  cohortMatrix: { form: cohortMatrix },
  exitThemes: { form: exitThemes },
  leverFinder: { form: leverFinder },
  leverRegression: { form: leverRegression },
  levers,
  logoAttrition: { form: logoAttrition },
  modelGate: { form: modelGate },
  loop: { form: loop },
  onboarding: { form: onboarding },
  overTime: { form: overTime },
  regrettable: { form: regrettable },
  relevantActivity: { form: relevantActivity },
  renewalProjection: { form: renewalProjection },
  renewalRadar: { form: renewalRadar },
  repeatPurchase: { form: repeatPurchase },
  retentionDefinitions: { form: retentionDefinitions },
  roles,
  timeToChurn: { form: timeToChurn },
  userLogoLead: { form: userLogoLead },
  segments: { form: segments },
  crossProduct: { form: crossProduct },
  survivorship: { form: survivorship },
  mixShift: { form: mixShift },
  unitEconomics: { form: unitEconomics },
  usageQuartiles: { form: usageQuartiles },
  rollbackSignal: { form: rollbackSignal },
} satisfies First;

type First = { readonly [K in keyof Texts]?: Partial<Texts[K]> };
