import type { Finding, Report } from "../report";
import { moneyText } from "../money";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { bandsFigure } from "./bands-figure";
import { buyTillYouDieCaveats } from "./caveats";
import { holdoutTable, modelsTable, trackingTable } from "./check-tables";
import { heldOf, missText, mostOff } from "./held";
import type { BuyTillYouDieRequest } from "./histories";
import { holdoutFigure } from "./holdout-figure";
import { moneyTable, parametersTable, symbols } from "./model-tables";
import { models } from "./models";
import { buyTillYouDieParams } from "./params";
import type { BuyTillYouDieResult } from "./result";
import { bandsTable, classesTable, paradoxTable } from "./tables";
import { trackingFigure } from "./tracking-figure";
import { buyTillYouDieVerdict } from "./verdict";
import { fittedOf } from "./who";

export function reportBuyTillYouDie(
  result: BuyTillYouDieResult,
  request: BuyTillYouDieRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const { found, asOf, check } = result;
  const caveats = buyTillYouDieCaveats(result, request, language);
  return {
    verdict: buyTillYouDieVerdict(result, caveats, language),
    findings: findingsOf(result, language),
    caveats,
    figures: found
      ? [
          bandsFigure(found, language),
          ...trackingFigure(result, language),
          ...holdoutFigure(result, language),
        ]
      : [],
    tables: [
      ...(found ? [bandsTable(found, result, language), classesTable(found, result, language)] : []),
      ...(result.fits.length > 0 ? [modelsTable(result, language)] : []),
      ...holdoutTable(result, language),
      ...moneyTable(result, language),
      ...parametersTable(result, language),
      ...paradoxTable(result, language),
      ...trackingTable(result, language),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.buyTillYouDie.form, params: buyTillYouDieParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(asOf === null ? {} : { asOf: format.day(asOf) }),
        ...(check.ok ? { calibrationEnd: format.day(check.end) } : {}),
      },
    ),
    method: methodOf(result, language),
  };
}

function findingsOf(result: BuyTillYouDieResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.buyTillYouDie;
  const { found, customers, ahead, money } = result;
  if (!found) return [];
  const held = heldOf(result);
  const plain = (
    id: string,
    label: string,
    value: number | null,
    text: string,
    noInterval: string,
  ): Finding => ({
    id,
    label,
    value,
    text,
    n: customers,
    interval: null,
    noInterval,
  });
  const predicted = (id: string, label: string, of: typeof found.total, digits: number): Finding => {
    const text = format.number(of.value, digits);
    if (!of.interval) return plain(id, label, of.value, text, finding.noInterval);
    const [low, high] = of.interval;
    return {
      id,
      label,
      value: of.value,
      text,
      n: customers,
      interval: [low, high],
      intervalText: texts.base.interval(format.number(low, digits), format.number(high, digits)),
    };
  };
  const share = found.alive / customers;
  return [
    plain("alive", finding.alive, share, format.percent(share), finding.noInterval),
    plain("alive-count", finding.aliveCount, found.alive, format.count(found.alive), finding.noInterval),
    predicted("expected", finding.expected(ahead), found.total, 0),
    predicted("newcomer", finding.newcomer(ahead), found.newcomer, 3),
    ...(held
      ? [
          plain(
            "held-expected",
            finding.heldExpected,
            held.expected,
            format.count(held.expected),
            finding.noIntervalHeld,
          ),
          plain(
            "held-actual",
            finding.heldActual,
            held.actual,
            format.count(held.actual),
            finding.noIntervalHeld,
          ),
          plain("miss", finding.miss, held.miss, missText(held.miss, language), finding.noIntervalHeld),
        ]
      : []),
    ...(money?.ok && money.value !== null
      ? [
          plain(
            "value",
            finding.value(ahead),
            money.value,
            moneyText(money.value, money.currency, language),
            finding.noInterval,
          ),
        ]
      : []),
  ];
}

function methodOf(result: BuyTillYouDieResult, { texts, format }: Language): Report["method"] {
  const { method, source } = texts.buyTillYouDie;
  const fit = fittedOf(result);
  const tried = result.check.ok ? result.check.fits : result.fits;
  return {
    formula: fit
      ? [
          method.formula[fit.model],
          method.parameters(
            models[fit.model].parameters.map(
              (name) => `${symbols[name]} = ${format.number(fit.parameters[name]!, 4)}`,
            ),
            result.customers,
          ),
        ]
      : [texts.base.noBase],
    notes: [
      method.history,
      ...(fit ? [method.starts(fit.agreeing, fit.starts)] : []),
      method.held,
      method.off(format.percent(mostOff)),
      method.interval,
      ...(result.money?.ok ? [method.money] : []),
      method.association,
    ],
    sources: [
      ...[...new Set([...tried, ...result.fits].map(({ model }) => model))].map((name) => source[name]),
      ...(result.money?.ok ? [source.gamma] : []),
    ],
  };
}
