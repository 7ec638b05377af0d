import { bandsFigure } from "../../src/analyses/buy-till-you-die/bands-figure";
import { holdoutFigure } from "../../src/analyses/buy-till-you-die/holdout-figure";
import { trackingFigure } from "../../src/analyses/buy-till-you-die/tracking-figure";
import { curveFigure as projectionFigure } from "../../src/analyses/renewal-projection/curve-figure";
import { retentionFigure } from "../../src/analyses/renewal-projection/retention-figure";
import { languageOf, readParams, type Figure, type Locale } from "../../src/analyses";
import { rateFigure } from "../../src/analyses/attrition-over-time/rate-figure";
import { lifecycleFigure } from "../../src/analyses/attrition-over-time/lifecycle-figure";
import { calculate } from "../../src/analyses/attrition-calculator/compute";
import { calculatorParams } from "../../src/analyses/attrition-calculator/params";
import { bridge } from "../../src/analyses/bridge-figure";
import { eventsFigure, gapFigure } from "../../src/analyses/relevant-activity/figures";
import { curvesFigure } from "../../src/analyses/cohort-matrix/curves-figure";
import { heatFigure } from "../../src/analyses/cohort-matrix/heat-figure";
import { trendFigure } from "../../src/analyses/cohort-matrix/trend-figure";
import { adoptionScoreFigures } from "./fixtures/adoption-score";
import { adoptionReportFigures } from "./fixtures/adoption-report";
import { forestFigure } from "../../src/analyses/lever-regression/forest-figure";
import { sharesFigure } from "../../src/analyses/lever-regression/shares-figure";
import { bridgeFigure } from "../../src/analyses/logo-attrition/bridge-figure";
import { seriesFigure } from "../../src/analyses/logo-attrition/series-figure";
import { curveFigure } from "../../src/analyses/repeat-purchase/curve-figure";
import { leakFigure } from "../../src/analyses/repeat-purchase/leak-figure";
import { readingsFigure } from "../../src/analyses/repeat-purchase/readings-figure";
import { hazardFigure } from "../../src/analyses/time-to-churn/hazard-figure";
import { survivalFigure } from "../../src/analyses/time-to-churn/survival-figure";
import { daysFigure } from "../../src/analyses/onboarding/days-figure";
import { stepsFigure } from "../../src/analyses/onboarding/steps-figure";
import { onboardingParams } from "../../src/analyses/onboarding/params";
import { weeksFigure } from "../../src/analyses/renewal-radar/weeks-figure";
import { radarParams } from "../../src/analyses/renewal-radar/params";
import { radarOfJune } from "./fixtures/renewal-radar";
import { classesFigure } from "../../src/analyses/regrettable-attrition/classes-figure";
import { regrettableQuarter } from "./fixtures/regrettable";
import { themesFigure } from "../../src/analyses/exit-themes/themes-figure";
import { saturationFigure } from "../../src/analyses/exit-themes/saturation-figure";
import { exitsOfTheYear } from "./fixtures/exit-themes";
import { attritionResult } from "./fixtures/attrition";
import { liftFigure } from "../../src/analyses/user-logo-lead/lift-figure";
import { lagsFigure } from "../../src/analyses/user-logo-lead/lags-figure";
import { leadParams } from "../../src/analyses/user-logo-lead/params";
import { dataSet } from "../analyses/table-from";
import { logoMonths, logoRunning, logoTicks } from "./fixtures/logo-attrition";
import {
  cohortsLost,
  cohortsOfBehaviour,
  cohortsOfMoney,
  cohortsOfPlans,
  monthsOfCohorts,
  weeksOfCohorts,
} from "./fixtures/cohort-matrix";
import { months, quarters, weeks } from "./fixtures/over-time";
import { relevantActivityResult } from "./fixtures/relevant-activity";
import { repeatRequest, shopGrowing, shopNew, shopOld } from "./fixtures/repeat-purchase";
import { valueFigure as firstValueFigure } from "../../src/analyses/onboarding/value-figure";
import { onboardingFound, valueOfFew } from "./fixtures/onboarding";
import { churnOfAll, churnOfPlans, churnOfTwo } from "./fixtures/time-to-churn";
import { definitionsFigure } from "../../src/analyses/retention-definitions/figure";
import { definitionsFound, definitionsRequest } from "./fixtures/retention-definitions";
import { scenarioFigure } from "../../src/analyses/unit-economics/scenario-figure";
import { valueFigure } from "../../src/analyses/unit-economics/value-figure";
import { economicsOfContracts, economicsOfInputs } from "./fixtures/unit-economics";
import { leadResultFound, leadResultNone } from "./fixtures/user-logo-lead";

const leadRequest = {
  data: dataSet("log", [], {}),
  params: readParams(leadParams, {}).values,
};
import { strataFigure } from "../../src/analyses/mix-shift/figure";
import { splitFigure } from "../../src/analyses/mix-shift/split-figure";
import { segmentsFigure } from "../../src/analyses/segments/figure";
import { contrastsFigure } from "../../src/analyses/ab-test/contrasts-figure";
import { outcomesFigure } from "../../src/analyses/ab-test/outcomes-figure";
import { gateMoved, threeWelcomes } from "./fixtures/ab-test";
import { rollbackReport } from "./fixtures/rollback-signal";
import { beforeAfterFigures } from "./fixtures/before-after-figures";
import { crossProductFigures } from "./fixtures/cross-product";
import { doorsFigure } from "../../src/analyses/loop-scorecard/doors-figure";
import { invitesFigure } from "../../src/analyses/loop-scorecard/invites-figure";
import { npsFigure } from "../../src/analyses/loop-scorecard/nps-figure";
import * as loopShares from "../../src/analyses/loop-scorecard/share-figures";
import { loopGiven, loopOfProduct } from "./fixtures/loop-scorecard";
import { funnelFigure } from "../../src/analyses/segments/funnel-figure";
import { sidesFigure } from "../../src/analyses/lever-finder/sides-figure";
import { stepsFigure as leverSteps } from "../../src/analyses/lever-finder/steps-figure";
import { found as leversFound } from "./fixtures/lever-finder";
import { doseFigure } from "../../src/analyses/usage-quartiles/dose-figure";
import { quarterFigure } from "../../src/analyses/usage-quartiles/figure";
import { months as monthsOfMix, turnedRound } from "./fixtures/mix-shift";
import { fittedOf, ofASoftware, ofFew } from "./fixtures/lever-regression";
import { owners, plansAndSizes } from "./fixtures/segments";
import { groupsFigure } from "../../src/analyses/survivorship/figure";
import { survivorshipParams } from "../../src/analyses/survivorship/params";
import { habitsOfAccounts, habitsOfLog } from "./fixtures/survivorship";
import { neededFigure } from "../../src/analyses/model-gate/figure";
import { gateAmber, gateGreen } from "./fixtures/model-gate";
import { reversed, supported } from "./fixtures/usage-quartiles";
import { shopOfPassers, shopOfRegulars } from "./fixtures/buy-till-you-die";
import { projectionOfTable, projectionOfYears } from "./fixtures/renewal-projection";

/** Every figure with the data it is tested and looked at with: analysis -> picture -> figure. */
export function figures(locale: Locale): Readonly<Record<string, Readonly<Record<string, Figure>>>> {
  const language = languageOf(locale);
  const totals = calculate(readParams(calculatorParams, {}).values);
  const none = { target: null, alert: null };
  const retention = { show: "retention", average: "pooled" } as const;
  return {
    attrition: {
      bridge: bridge(attritionResult.counts, language),
      "bridge-in-progress": bridge(attritionResult.counts, language, false),
    },
    "attrition-over-time": {
      months: rateFigure(months, none, language),
      "months-with-target": rateFigure(months, { target: 0.1, alert: 0.2 }, language),
      weeks: rateFigure(weeks, none, language),
      quarters: rateFigure(quarters, none, language),
      "lifecycle-months": lifecycleFigure(months, language),
      "lifecycle-weeks": lifecycleFigure(weeks, language),
    },
    "relevant-activity": {
      events: eventsFigure(relevantActivityResult, language),
      gap: gapFigure(relevantActivityResult, language),
    },
    onboarding: {
      days: daysFigure(onboardingFound, { params: readParams(onboardingParams, {}).values }, language),
      "days-with-benchmark": daysFigure(
        onboardingFound,
        { params: readParams(onboardingParams, { benchmark: 0.4, window: "rolling" }).values },
        language,
      ),
      losses: hazardFigure({ intervals: onboardingFound.losses!.intervals, unit: "day" }, language),
      value: firstValueFigure(onboardingFound.value!, [1, 7, 30], language),
      "value-of-few": firstValueFigure(valueOfFew, [1, 7, 30], language),
      steps: stepsFigure(onboardingFound.funnel!, language),
    },
    "time-to-churn": {
      all: survivalFigure(churnOfAll, language),
      two: survivalFigure(churnOfTwo, language),
      plans: survivalFigure(churnOfPlans, language),
      hazard: hazardFigure(churnOfAll, language),
      "hazard-of-few": hazardFigure(churnOfTwo, language),
    },
    "user-logo-lead": {
      lift: liftFigure(leadResultFound, leadRequest, language),
      "lift-none": liftFigure(leadResultNone, leadRequest, language),
      lags: lagsFigure(leadResultFound, language)!,
      "lags-none": lagsFigure(leadResultNone, language)!,
    },
    "logo-attrition": {
      movements: bridgeFigure(logoMonths.series.at(-1)!, logoMonths.grain, language),
      "movements-in-progress": bridgeFigure(logoRunning.series.at(-1)!, logoRunning.grain, language),
      "movements-of-logos": bridgeFigure(logoTicks.series.at(-1)!, logoTicks.grain, language),
      series: seriesFigure(logoMonths, language),
      "series-of-logos": seriesFigure(logoTicks, language),
    },
    "repeat-purchase": {
      curve: curveFigure(shopGrowing, language),
      "curve-of-few": curveFigure(shopNew, language),
      "curve-of-a-year": curveFigure(shopOld, language),
      readings: readingsFigure(shopGrowing, repeatRequest(), language)[0]!,
      leak: leakFigure(shopGrowing, language)[0]!,
    },
    "buy-till-you-die": {
      bands: bandsFigure(shopOfPassers.found!, language),
      "bands-of-regulars": bandsFigure(shopOfRegulars.found!, language),
      tracking: trackingFigure(shopOfPassers, language)[0]!,
      holdout: holdoutFigure(shopOfPassers, language)[0]!,
    },
    "renewal-projection": {
      curve: projectionFigure(projectionOfYears, language),
      "curve-held": projectionFigure(projectionOfTable, language),
      retention: retentionFigure(projectionOfYears, language),
      "retention-held": retentionFigure(projectionOfTable, language),
    },
    "regrettable-attrition": {
      classes: classesFigure(regrettableQuarter, language),
      "classes-in-progress": classesFigure(
        { ...regrettableQuarter, period: { ...regrettableQuarter.period!, state: "in progress" } },
        language,
      ),
    },
    "exit-themes": {
      themes: themesFigure(exitsOfTheYear, language),
      saturation: saturationFigure(exitsOfTheYear, language),
    },
    "renewal-radar": {
      weeks: weeksFigure(
        radarOfJune,
        { data: dataSet("contracts", [], {}), params: readParams(radarParams, {}).values },
        language,
      ),
    },
    "cohort-matrix": {
      heat: heatFigure(weeksOfCohorts, retention, language),
      "heat-months": heatFigure(monthsOfCohorts, retention, language),
      "heat-attrition": heatFigure(cohortsLost, { ...retention, show: "attrition" }, language),
      "heat-amounts": heatFigure(cohortsOfMoney, retention, language),
      "heat-plans": heatFigure(cohortsOfPlans, retention, language),
      "heat-behaviour": heatFigure(cohortsOfBehaviour, retention, language),
      curves: curvesFigure(weeksOfCohorts, "retention", language),
      "curves-months": curvesFigure(monthsOfCohorts, "retention", language),
      trend: trendFigure(weeksOfCohorts, "retention", language)!,
      "trend-amounts": trendFigure(cohortsOfMoney, "retention", language)!,
    },
    "unit-economics": {
      value: valueFigure(economicsOfContracts, language),
      "value-of-inputs": valueFigure(economicsOfInputs({ measured: 200 }), language),
      "value-too-dear": valueFigure(economicsOfInputs({ cac: 900 }), language),
      scenarios: scenarioFigure(economicsOfContracts, language)[0]!,
    },
    "attrition-calculator": {
      bridge: bridge(
        {
          atStart: totals.figures.start,
          lost: totals.figures.start - totals.remaining,
          remaining: totals.remaining,
          new: totals.figures.new,
          returned: totals.figures.returned,
          atEnd: totals.figures.end,
        },
        language,
      ),
    },
    "retention-definitions": {
      definitions: definitionsFigure(definitionsFound, definitionsRequest(), language),
    },
    "model-gate": {
      needed: neededFigure(gateAmber, language),
      "needed-green": neededFigure(gateGreen, language),
    },
    survivorship: {
      groups: groupsFigure(
        habitsOfAccounts,
        {
          data: dataSet("accounts", [], {}),
          params: readParams(survivorshipParams, { mode: "columns" }).values,
        },
        language,
      ),
      "groups-of-log": groupsFigure(
        habitsOfLog,
        { data: dataSet("log", [], {}), params: readParams(survivorshipParams, {}).values },
        language,
      ),
    },
    "usage-quartiles": {
      quarters: quarterFigure(supported, true, language),
      "quarters-reversed": quarterFigure(reversed, false, language),
      dose: doseFigure(supported, language)!,
    },
    "lever-regression": {
      forest: forestFigure(ofASoftware, fittedOf(ofASoftware), language),
      "forest-of-few": forestFigure(ofFew, fittedOf(ofFew), language),
      shares: sharesFigure(ofASoftware, ofASoftware.shares!, language),
    },
    segments: {
      segments: segmentsFigure(plansAndSizes, language),
      funnel: funnelFigure(owners, 0, language)!,
    },
    "cross-product": crossProductFigures(language),
    "adoption-score": adoptionScoreFigures(language),
    "adoption-report": adoptionReportFigures(language),
    "loop-scorecard": {
      stages: loopShares.stagesFigure(loopOfProduct, loopGiven, language),
      doors: doorsFigure(loopOfProduct, language)[0]!,
      kept: loopShares.keptFigure(loopOfProduct, loopGiven, language)[0]!,
      steps: loopShares.stepsFigure(loopOfProduct, language)[0]!,
      invites: invitesFigure(loopOfProduct, language)[0]!,
      nps: npsFigure(loopOfProduct, language)[0]!,
    },
    "lever-finder": {
      sides: sidesFigure(leversFound, language),
      steps: leverSteps(leversFound, language)!,
    },
    "before-after": beforeAfterFigures(language),
    "rollback-signal": {
      quarters: rollbackReport(language).figures[0]!,
    },
    "ab-test": {
      shares: outcomesFigure(gateMoved, false, language),
      "shares-of-three": outcomesFigure(threeWelcomes, true, language),
      contrasts: contrastsFigure(gateMoved, language)!,
      "contrasts-of-three": contrastsFigure(threeWelcomes, language)!,
    },
    "mix-shift": {
      strata: strataFigure(turnedRound, language),
      "strata-periods": strataFigure(monthsOfMix, language),
      split: splitFigure(turnedRound, language)!,
    },
  };
}
