import { intervalText } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { retentionDefinitionsCard } from "./card";
import { definitionsCaveats } from "./caveats";
import { countedBy } from "./definitions";
import { definitionsFigure } from "./figure";
import type { DefinitionsRequest } from "./query";
import type { Defined, DefinedChurn, DefinitionsResult } from "./result";
import { askedOf, churnTables, definitionsTable } from "./tables";
import { definitionsVerdict } from "./verdict";

export function reportDefinitions(
  result: DefinitionsResult,
  request: DefinitionsRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const { month } = result;
  return {
    verdict: definitionsVerdict(result, request, language),
    findings: findingsOf(result, request, language),
    caveats: definitionsCaveats(result, request, language),
    figures: hasFigure(result) ? [definitionsFigure(result, request, language)] : [],
    tables: [
      definitionsTable(result, request, language),
      ...churnTables(result, language),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(retentionDefinitionsCard, request.params, language, {
      rule: texts.base.rule(request.data.rule),
      ...(result.asOf === null ? {} : { asOf: format.day(result.asOf) }),
      ...(month === null ? {} : { month: format.month(month.opens) }),
    }),
    method: methodOf(result, request, language),
  };
}

/** Without our own share there is nothing to hold the others against. */
export function hasFigure({ definitions }: DefinitionsResult): boolean {
  return definitions.some(({ id, rate }) => id === "ours" && rate !== null);
}

function findingsOf(
  { definitions, churn, contracts }: DefinitionsResult,
  request: DefinitionsRequest,
  language: Language,
): Finding[] {
  const { name, churnName, byContracts } = language.texts.retentionDefinitions;
  return [
    ...definitions.map((one) => findingOf(one, one.id, name(one.id, askedOf(request)), language)),
    ...churn.map((one) => findingOf(one, `churn-${one.id}`, churnName[one.id], language)),
    ...(contracts?.churn ?? []).map((one) =>
      findingOf(one, `churn-contracts-${one.id}`, byContracts(churnName[one.id]), language),
    ),
  ];
}

function findingOf(one: Defined | DefinedChurn, id: string, label: string, language: Language): Finding {
  const { texts, format } = language;
  const text = one.rate === null ? texts.base.noBase : format.percent(one.rate);
  const isSmall = countedBy(one.id) === "customers" && isSmallSample(one);
  const told = { id, label, value: one.rate, text, n: one.n, caveats: isSmall ? ["small-sample"] : [] };
  if (one.interval)
    return { ...told, interval: one.interval, intervalText: intervalText(one.interval, language) };
  const { noInterval } = texts.retentionDefinitions;
  return {
    ...told,
    interval: null,
    noInterval: noInterval[one.rate === null ? "customers" : countedBy(one.id)],
  };
}

function methodOf(
  { definitions, churn, month, contracts }: DefinitionsResult,
  { data, params }: DefinitionsRequest,
  { texts, format }: Language,
): Report["method"] {
  const { method, sources } = texts.retentionDefinitions;
  const formulaOf = (one: Defined | DefinedChurn | undefined, say: typeof method.formula) =>
    one && one.rate !== null ? [say({ x: one.x, n: one.n, rate: format.percent(one.rate) })] : [];
  const formula = [
    ...formulaOf(definitions[0], method.formula),
    ...(definitions.length > 0 ? [method.average] : []),
    ...formulaOf(churn[0], method.churn),
    ...formulaOf(contracts?.churn[0], method.churnContracts),
  ];
  return {
    formula: formula.length > 0 ? formula : [texts.base.noBase],
    notes: [
      method.complete,
      ...(params.grain === "week" ? [texts.base.weeks[data.weekStart]] : []),
      ...(month && churn.length > 0 ? [method.there(month.gap)] : []),
      ...(contracts && contracts.churn.length > 0 ? [method.contracts(contracts.grace), method.daily] : []),
      method.ours,
    ],
    sources: [texts.base.sources.wilson, ...sources],
  };
}
