import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { heldOf, missText } from "./held";
import { modelNames } from "./models";
import type { BuyTillYouDieResult } from "./result";
import { className } from "./tables";

/** Every model that was tried, so that choosing one is seen. */
export function modelsTable(result: BuyTillYouDieResult, language: Language): ReportTable {
  const { table, model: names } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  const { check, found } = result;
  const fits = check.ok ? check.fits : result.fits;
  return {
    id: "models",
    title: check.ok ? table.models : table.modelsAll,
    columns: [
      left("model", table.name),
      left("used", table.used),
      right("log_likelihood", table.logLikelihood, "number"),
      right("actual", table.actual, "events"),
      right("expected", table.expectedHeld, "number"),
      right("miss", table.miss, "number"),
    ],
    rows: modelNames.flatMap((name) => {
      const fit = fits.find(({ model }) => model === name);
      if (!fit) return [];
      const held = check.ok ? check.models.find(({ model }) => model === name) : undefined;
      const miss = held && held.actual > 0 ? held.expected / held.actual - 1 : null;
      return [
        {
          model: { text: names[name], value: name },
          used: found?.model === name ? cell.text(table.yes) : { text: "", value: null },
          log_likelihood: fit.ok ? cell.number(fit.logLikelihood, 2) : { text: table.notFitted, value: null },
          actual: cell.number(held?.actual ?? null, 0),
          expected: cell.number(held?.expected ?? null, 0),
          miss: {
            text: held ? missText(miss, language) : language.texts.base.none,
            value: miss,
          },
        },
      ];
    }),
  };
}

/** Purchases in the time held out by purchases before it, of the model in use. */
export function holdoutTable(result: BuyTillYouDieResult, language: Language): ReportTable[] {
  const { table } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  const held = heldOf(result);
  if (!held) return [];
  return [
    {
      id: "holdout",
      title: table.holdout,
      columns: [
        left("repeats", table.repeats),
        right("customers", table.customers, "customers"),
        right("actual", table.actualEach, "events"),
        right("expected", table.expectedEach, "number"),
      ],
      rows: held.rows.map(({ x, customers, actual, expected }) => ({
        repeats: { text: className(x, language), value: x },
        customers: cell.count(customers),
        actual: cell.number(actual, 3),
        expected: cell.number(expected, 3),
      })),
    },
  ];
}

export function trackingTable(result: BuyTillYouDieResult, language: Language): ReportTable[] {
  const { table } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  const held = heldOf(result);
  if (!held || held.tracking.length === 0) return [];
  return [
    {
      id: "tracking",
      title: table.tracking,
      columns: [
        right("week", table.week, "place"),
        right("actual", table.actualSum, "events"),
        right("expected", table.expectedSum, "number"),
        right("actual_here", table.actualHere, "events"),
        right("expected_here", table.expectedHere, "number"),
      ],
      rows: held.tracking.map(({ t, actual, expected, actualHere, expectedHere }) => ({
        week: cell.count(t),
        actual: cell.count(actual),
        expected: cell.number(expected, 1),
        actual_here: cell.count(actualHere),
        expected_here: cell.number(expectedHere, 1),
      })),
    },
  ];
}
