import { shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample, type Share } from "../share";
import type { Language } from "../texts";
import type { CrossProductRequest } from "./blocks";
import { crossProductCaveats } from "./caveats";
import { drawnPairs, pairsFigure } from "./figure";
import { methodOf } from "./method";
import { nameOf } from "./names";
import { crossProductParams } from "./params";
import type { CrossProductResult } from "./result";
import { customersTable, pairsTable, productsTable } from "./tables";
import { crossProductVerdict, testsOf } from "./verdict";

export function reportCrossProduct(
  result: CrossProductResult,
  request: CrossProductRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const { days } = result;
  const caveats = crossProductCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  return {
    verdict: crossProductVerdict(result, request, flips, language),
    findings: findingsOf(result, language),
    caveats,
    figures: hasFigure(result) ? [pairsFigure(result, language)] : [],
    tables: [
      ...(result.pairs.length > 0 ? [pairsTable(result, language)] : []),
      ...(result.products.length > 0 ? [productsTable(result, language)] : []),
      customersTable(result, language),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.crossProduct.form, params: crossProductParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(days && { moment: format.day(days.moment), asOf: format.day(days.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

export function hasFigure(result: CrossProductResult): boolean {
  return drawnPairs(result).length > 0;
}

function findingsOf(result: CrossProductResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.crossProduct;
  const share = (id: string, label: string, one: Share) =>
    shareFinding(id, label, one, isSmallSample(one) ? ["small-sample"] : [], language);
  const counted = (id: string, label: string, value: number, n: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  return [
    counted("two", finding.two, result.total.withTwo, result.total.customers),
    counted("found", finding.found, result.found, testsOf(result)),
    counted("tests", finding.tests, testsOf(result), result.pairs.length),
    ...result.top.flatMap((place) => {
      const { first, second, left, kept } = result.pairs[place]!;
      const [one, other] = [nameOf(result, first), nameOf(result, second)];
      return [
        share(`left-${first}-${second}`, finding.left(one, other), left),
        share(`kept-${first}-${second}`, finding.kept(one, other), kept),
      ];
    }),
  ];
}
