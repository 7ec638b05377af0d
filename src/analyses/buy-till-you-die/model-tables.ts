import { moneyText } from "../money";
import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { models } from "./models";
import type { BuyTillYouDieResult } from "./result";
import { fittedOf } from "./who";

export const symbols: Readonly<Record<string, string>> = {
  r: "r",
  alpha: "α",
  a: "a",
  b: "b",
  s: "s",
  beta: "β",
  p: "p",
  q: "q",
  gamma: "γ",
};

export function parametersTable(result: BuyTillYouDieResult, language: Language): ReportTable[] {
  const { table } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  const fit = fittedOf(result);
  if (!fit) return [];
  const { money } = result;
  const row = (name: string, of: typeof fit.parameters, errors: typeof fit.parameters) => ({
    parameter: { text: symbols[name] ?? name, value: name },
    estimate: cell.number(of[name] ?? null, 4),
    error: cell.number(errors[name] ?? null, 4),
  });
  return [
    {
      id: "parameters",
      title: table.parameters,
      columns: [
        left("parameter", table.parameter),
        right("estimate", table.estimate, "number"),
        right("error", table.error, "number"),
      ],
      rows: [
        ...models[fit.model].parameters.map((name) => row(name, fit.parameters, fit.standardErrors)),
        ...(money?.ok
          ? ["p", "q", "gamma"].map((name) => row(name, money.parameters, money.standardErrors))
          : []),
      ],
    },
  ];
}

export function moneyTable({ money, ahead }: BuyTillYouDieResult, language: Language): ReportTable[] {
  const { table } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  if (!money?.ok) return [];
  const { none } = language.texts.base;
  const amount = (value: number | null) => ({
    text: value === null ? none : moneyText(value, money.currency, language),
    value,
  });
  const row = (label: string, value: ReportValue) => ({
    what: cell.text(label),
    amount: value,
  });
  return [
    {
      id: "money",
      title: table.money,
      columns: [left("what", table.what), right("amount", table.amount, "mixed")],
      rows: [
        row(table.observed, amount(money.observed)),
        row(table.mean, amount(money.mean)),
        row(table.total(ahead), amount(money.value)),
        row(table.repeaters, cell.count(money.customers)),
        row(table.correlation, cell.number(money.correlation, 3)),
      ],
    },
  ];
}
