import { intervalColumn } from "../findings";
import type { ReportTable, ReportValue } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import { countedBy } from "./definitions";
import type { DefinitionsRequest } from "./query";
import type { Defined, DefinedChurn, DefinitionsResult } from "./result";

/** What the texts of a definition depend on. */
export function askedOf({ data, params }: DefinitionsRequest) {
  return { ...params, other: data.weekStart === "monday" ? "sunday" : "monday" } as const;
}

export function definitionsTable(
  result: DefinitionsResult,
  request: DefinitionsRequest,
  language: Language,
): ReportTable {
  const { table, name, says, why, who, period } = language.texts.retentionDefinitions;
  const asked = askedOf(request);
  return {
    id: "definitions",
    title: table.title(period(result)),
    columns: columnsOf(language),
    rows: result.definitions.map((one) => {
      const row = rowOf(one, [name(one.id, asked), says(one.id, asked), why(one.id, asked)], language);
      if (one.id !== "ours" || one.n === 0) return row;
      return {
        ...row,
        x: { ...row.x!, who: { key: "returned", label: who.returned(period(result)) } },
        n: { ...row.n!, who: { key: "eligible", label: who.eligible(period(result)) } },
      };
    }),
  };
}

/** By silence, and by contracts where they are known. */
export function churnTables(
  { month, churn, contracts }: DefinitionsResult,
  language: Language,
): ReportTable[] {
  const { table } = language.texts.retentionDefinitions;
  return [
    ...(month && churn.length > 0 ? oneChurn("", month, churn, table.churn, language) : []),
    ...(contracts && contracts.churn.length > 0
      ? oneChurn("-contracts", contracts, contracts.churn, table.churnContracts, language)
      : []),
  ];
}

function oneChurn(
  suffix: string,
  month: Pick<NonNullable<DefinitionsResult["month"]>, "opens" | "atStart" | "joined" | "atEnd">,
  churn: DefinitionsResult["churn"],
  title: (month: string) => string,
  language: Language,
): ReportTable[] {
  const { texts, format } = language;
  const { table, churnName, churnSays, churnWhy } = texts.retentionDefinitions;
  const part = (label: string, n: number) => ({
    part: { text: label, value: label },
    n: { text: format.count(n), value: n },
  });
  return [
    {
      id: `churn${suffix}`,
      title: title(format.month(month.opens)),
      columns: columnsOf(language),
      rows: churn.map((one) =>
        rowOf(one, [churnName[one.id], churnSays[one.id], churnWhy[one.id]], language),
      ),
    },
    {
      id: `month${suffix}`,
      title: (suffix === "" ? table.parts : table.partsContracts)(format.month(month.opens)),
      columns: [left("part", table.part), right("n", table.n, "customers-nested")],
      rows: [
        part(table.start, month.atStart),
        part(table.joined, month.joined),
        part(table.end, month.atEnd),
      ],
    },
  ];
}

function columnsOf({ texts }: Language): ReportTable["columns"] {
  const { table } = texts.retentionDefinitions;
  return [
    left("name", table.name),
    left("says", table.says),
    right("rate", table.rate, "share"),
    right("interval", table.interval, "number"),
    right("difference", table.difference, "number"),
    right("x", table.x, "customers"),
    right("n", table.n, "customers"),
    left("unit", table.unit),
    left("why", table.why),
  ];
}

function rowOf(
  { id, x, n, rate, interval, difference }: Defined | DefinedChurn,
  [name, says, why]: readonly [string, string, string],
  language: Language,
): Record<string, ReportValue> {
  const { texts, format } = language;
  const told = texts.retentionDefinitions;
  const text = (value: string) => ({ text: value, value });
  const number = (value: number) => ({
    text: Number.isInteger(value) ? format.count(value) : format.number(value, 2),
    value,
  });
  return {
    name: text(name),
    says: text(says),
    rate: { text: rate === null ? texts.base.noBase : format.percentColumn(rate), value: rate },
    interval: { text: interval ? intervalColumn(interval, language) : "—", value: interval },
    difference: {
      text: difference === null ? "—" : `${difference > 0 ? "+" : ""}${format.points(difference)}`,
      value: difference,
    },
    x: number(x),
    n: number(n),
    unit: text(told.counted[countedBy(id)]),
    why: text(why),
  };
}
