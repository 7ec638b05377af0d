import type { Caveat, Report, ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { reportUsage } from "../usage-quartiles/report";
import { byLevel } from "../caveat-order";
import type { RollbackRequest } from "./controls";
import { neededOf, type Needed } from "./needed";
import { rollbackParams } from "./params";
import type { Regression, RollbackResult } from "./result";
import { rollbackVerdict } from "./verdict";

/** The report of usage and leaving with its other verdict, and with what a test would need. */
export function reportRollback(result: RollbackResult, request: RollbackRequest, language: Language): Report {
  const { texts, format } = language;
  const usage = reportUsage(result, request, language);
  const { regression } = result;
  const caveats = [...usage.caveats, ...modelCaveats(regression, language)];
  const flips = usage.caveats.some(({ level }) => level === "flips");
  const needed = result.verdict === "reversed" ? neededOf(result) : [];
  const { method } = texts.rollbackSignal;
  return {
    ...usage,
    verdict: rollbackVerdict(usage.verdict, result, flips, language),
    caveats: byLevel(caveats),
    tables: [
      ...(needed.length ? [neededTable(needed, language)] : []),
      ...(regression ? [oddsTable(result, regression, language)] : []),
      ...usage.tables,
    ],
    definition: definitionOf(
      { form: (all) => all.rollbackSignal.form, params: rollbackParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
        ...(result.from && request.params.window === "month" && { month: format.month(result.from) }),
      },
    ),
    method: {
      ...usage.method,
      notes: [
        ...(needed.length ? [method.needed, method.switch] : []),
        ...(regression ? [method.model(regression.customers, regression.lost, regression.parameters)] : []),
        ...usage.method.notes,
      ],
      sources: [
        ...usage.method.sources,
        ...(needed.length ? [texts.abTest.method.sources.power] : []),
        ...(regression ? [method.sources.model, method.sources.profile] : []),
        ...(regression?.method === "firth" ? [method.sources.firth] : []),
      ],
    },
  };
}

function neededTable(needed: readonly Needed[], language: Language): ReportTable {
  const { table } = language.texts.rollbackSignal;
  const cell = cellsIn(language);
  return {
    id: "needed",
    title: table.needed,
    columns: [
      left("basis", table.basis),
      right("difference", table.difference, "number"),
      right("per_arm", table.perArm, "number"),
      right("total", table.total, "number"),
    ],
    rows: needed.map(({ basis, difference, perArm }) => ({
      basis: { text: table.bases[basis], value: basis },
      difference: cell.points(difference),
      per_arm: cell.count(perArm),
      total: cell.count(2 * perArm),
    })),
  };
}

/** The odds ratio three ways: of all, in strata of one column, and in the model with all controls. */
function oddsTable({ adjusted }: RollbackResult, regression: Regression, language: Language): ReportTable {
  const { texts, format } = language;
  const { table } = texts.rollbackSignal;
  const cell = cellsIn(language);
  const none = { text: texts.base.none, value: null };
  const rows = [
    { how: table.alone, odds: regression.alone, p: null },
    ...(adjusted ? [{ how: table.strata(adjusted.by), odds: adjusted.odds, p: adjusted.p }] : []),
    { how: table.model(regression.controls), odds: regression.odds, p: regression.p },
  ];
  return {
    id: "odds",
    title: table.odds,
    columns: [
      left("how", table.how),
      right("odds", table.ratio, "number"),
      right("interval", table.interval, "number"),
      right("p", table.p, "number"),
    ],
    rows: rows.map(({ how, odds, p }) => ({
      how: cell.text(how),
      odds: cell.number(odds?.value ?? null),
      interval: odds?.interval
        ? {
            text: texts.base.interval(format.number(odds.interval[0], 2), format.number(odds.interval[1], 2)),
            value: odds.interval,
          }
        : none,
      p: cell.p(p),
    })),
  };
}

function modelCaveats(regression: Regression | null | undefined, { texts }: Language): Caveat[] {
  const { caveat } = texts.rollbackSignal;
  if (regression === undefined) return [];
  if (regression === null) return [{ id: "no-model", level: "limits", text: caveat.noModel }];
  return regression.method === "firth"
    ? [{ id: "firth", level: "limits", text: caveat.firth(regression.reason === "separated") }]
    : [];
}
