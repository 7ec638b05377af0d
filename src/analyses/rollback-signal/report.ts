import type { Report, ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { reportUsage } from "../usage-quartiles/report";
import type { UsageResult } from "../usage-quartiles/result";
import type { UsageRequest } from "../usage-quartiles/spans";
import { neededOf, type Needed } from "./needed";
import { rollbackParams } from "./params";
import { rollbackVerdict } from "./verdict";

/** The report of usage and leaving with its other verdict, and with what a test would need. */
export function reportRollback(result: UsageResult, request: UsageRequest, language: Language): Report {
  const { texts, format } = language;
  const usage = reportUsage(result, request, language);
  const flips = usage.caveats.some(({ level }) => level === "flips");
  const needed = result.verdict === "reversed" ? neededOf(result) : [];
  const { method } = texts.rollbackSignal;
  return {
    ...usage,
    verdict: rollbackVerdict(usage.verdict, result, flips, language),
    tables: [...(needed.length ? [neededTable(needed, language)] : []), ...usage.tables],
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
      notes: [...(needed.length ? [method.needed, method.switch] : []), ...usage.method.notes],
      sources: [...usage.method.sources, ...(needed.length ? [texts.abTest.method.sources.power] : [])],
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
      right("difference", table.difference),
      right("per_arm", table.perArm),
      right("total", table.total),
    ],
    rows: needed.map(({ basis, difference, perArm }) => ({
      basis: { text: table.bases[basis], value: basis },
      difference: cell.points(difference),
      per_arm: cell.count(perArm),
      total: cell.count(2 * perArm),
    })),
  };
}
