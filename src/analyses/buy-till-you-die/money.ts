import type { Table } from "../../engine";
import { countAt, textAt } from "../answer";
import { expectedSpend, gammaGamma, spendingCorrelation, type Spending } from "../stats/btyd/gamma-gamma";
import { columnOf, historyColumns, tableOf } from "./columns";
import type { BuyTillYouDieResult } from "./result";
import { models, type ModelName, type Parameters } from "./models";
import { lastClass } from "./forecast";

type Money = BuyTillYouDieResult["money"];

interface Asked {
  readonly histories: Table;
  readonly spending: Table | undefined;
  readonly currency: Table | undefined;
}

/** What purchases are worth: null where no column says amounts, a reason where it cannot be told. */
export function moneyOf(
  { histories, spending, currency }: Asked,
  fitted: { readonly model: ModelName; readonly parameters: Parameters } | null,
  ahead: number,
): Money {
  if (!spending) return null;
  if (currency && countAt(currency, 0, "currencies") > 1) return { ok: false, why: "currencies" };
  const rows = spendingRows(spending);
  const fit = gammaGamma(rows);
  if (!fit.ok) return { ok: false, why: fit.why };
  if (!fitted) return { ok: false, why: "no-model" };
  const customers = rows.reduce((sum, { n }) => sum + n, 0);
  const { p, q, gamma } = fit.parameters;
  const model = models[fitted.model];
  const [paid, spent] = [columnOf(histories, "paid"), columnOf(histories, "spent")];
  const classes = Array.from({ length: lastClass + 1 }, () => 0);
  let repeaters = 0;
  tableOf(historyColumns(histories)).forEach((row, i) => {
    if (row.x > 0) repeaters += row.n;
    const bottom = p * paid[i]! + q - 1;
    // Linear in what was spent, so that customers with the same history need only their sum.
    if (bottom > 0)
      classes[Math.min(row.x, lastClass)]! +=
        (model.conditional(fitted.parameters, row, ahead) * p * (gamma * row.n + spent[i]!)) / bottom;
  });
  return {
    ok: true,
    currency: currency ? textAt(currency, 0, "currency") || null : null,
    customers,
    withoutAmount: repeaters - customers,
    correlation: spendingCorrelation(rows),
    parameters: { p, q, gamma },
    standardErrors: { ...fit.standardErrors },
    logLikelihood: fit.logLikelihood,
    observed: rows.reduce((sum, { n, mean }) => sum + n * mean, 0) / customers,
    // Without a mean of all customers (q ≤ 1) one who never came again has no expected worth.
    mean: expectedSpend(fit.parameters, { x: 0, mean: 0 }),
    value: q > 1 ? classes.reduce((sum, one) => sum + one, 0) : null,
    classes: q > 1 ? classes : null,
  };
}

function spendingRows(table: Table): Spending[] {
  const [paid, mean, n] = [columnOf(table, "paid"), columnOf(table, "mean"), columnOf(table, "customers")];
  return Array.from(paid, (x, i) => ({ x, mean: mean[i]!, n: n[i]! }));
}
