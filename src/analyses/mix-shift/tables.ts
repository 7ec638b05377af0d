import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { labelOf } from "../segments/names";
import type { Language } from "../texts";
import { sideNames, whoOn } from "./names";
import { sides } from "./query";
import type { MixShiftResult } from "./result";

/** One row a stratum, with the columns of `asSql`, the differences and the parts of the whole one. */
export function strataTable(result: MixShiftResult, language: Language): ReportTable {
  const { table } = language.texts.mixShift;
  const cell = cellsIn(language);
  const names = sideNames(result, language);
  return {
    id: "strata",
    title: table.title,
    columns: [
      left("value", table.value(result.by)),
      ...sides.flatMap((side) => [
        right(`${side}_customers`, table.customers(names[side]), "customers"),
        right(`${side}_lost`, table.lost(names[side]), "customers"),
        right(`${side}_attrition`, table.attrition(names[side]), "share"),
      ]),
      right("difference", table.difference, "number"),
      right("interval", table.interval, "number"),
      right("rate_effect", table.rateEffect, "number"),
      right("mix_effect", table.mixEffect, "number"),
    ],
    rows: result.strata.map((stratum) => ({
      value: { text: labelOf(stratum, language), value: stratum.level ?? stratum.kind },
      ...Object.fromEntries(
        sides.flatMap((side): [string, ReportValue][] => [
          [`${side}_customers`, cell.count(stratum[side].n, whoOn(result, side, false, stratum, language))],
          [`${side}_lost`, cell.count(stratum[side].x, whoOn(result, side, true, stratum, language))],
          [`${side}_attrition`, cell.share(stratum[side])],
        ]),
      ),
      difference: cell.points(stratum.difference?.value ?? null),
      interval: cell.pointsInterval(stratum.difference?.interval ?? null),
      rate_effect: cell.points(stratum.rateEffect),
      mix_effect: cell.points(stratum.mixEffect),
    })),
  };
}

/** The two sides as they stand, with one mix, and among like customers. */
export function totalsTable(result: MixShiftResult, language: Language): ReportTable {
  const { table } = language.texts.mixShift;
  const cell = cellsIn(language);
  const { first, second, crude, standardised, adjusted, decomposition } = result;
  const names = sideNames(result, language);
  const none = cell.points(null);
  const rows: ReportTable["rows"][number][] = [
    {
      measure: cell.text(table.crude),
      first: cell.share(first),
      first_lost: cell.count(first.x, whoOn(result, "first", true, null, language)),
      second: cell.share(second),
      second_lost: cell.count(second.x, whoOn(result, "second", true, null, language)),
      difference: cell.points(crude?.value ?? null),
      interval: cell.pointsInterval(crude?.interval ?? null),
      rate_effect: cell.points(decomposition?.rateEffect ?? null),
      mix_effect: cell.points(decomposition?.mixEffect ?? null),
    },
    ...(standardised
      ? [
          {
            measure: cell.text(table.standardised),
            first: cell.share({ rate: standardised.first.value }),
            first_lost: none,
            second: cell.share({ rate: standardised.second.value }),
            second_lost: none,
            difference: cell.points(standardised.difference.value),
            interval: cell.pointsInterval(standardised.difference.interval),
            rate_effect: none,
            mix_effect: none,
          },
        ]
      : []),
    ...(adjusted
      ? [
          {
            measure: cell.text(table.adjusted),
            first: none,
            first_lost: none,
            second: none,
            second_lost: none,
            difference: cell.points(adjusted.value),
            interval: cell.pointsInterval(adjusted.interval),
            rate_effect: none,
            mix_effect: none,
          },
        ]
      : []),
  ];
  return {
    id: "totals",
    title: table.totals,
    columns: [
      left("measure", table.measure),
      right("first", table.first, "customers"),
      right("first_lost", table.lost(names.first), "customers"),
      right("second", table.second, "customers"),
      right("second_lost", table.lost(names.second), "customers"),
      right("difference", table.difference, "number"),
      right("interval", table.interval, "number"),
      right("rate_effect", table.rateEffect, "number"),
      right("mix_effect", table.mixEffect, "number"),
    ],
    rows,
  };
}

export function testTable(result: MixShiftResult, language: Language): ReportTable {
  const { table } = language.texts.mixShift;
  const cell = cellsIn(language);
  const { crudeOdds, commonOdds, test, homogeneity, cramerV } = result;
  const rows: [string, ReportValue][] = [
    [table.crudeOdds, cell.number(crudeOdds, 3)],
    [table.commonOdds, cell.number(commonOdds?.value ?? null, 3)],
    [table.low, cell.number(commonOdds?.interval?.[0] ?? null, 3)],
    [table.high, cell.number(commonOdds?.interval?.[1] ?? null, 3)],
    [table.cmh, cell.number(test?.chiSquare ?? null)],
    [table.cmhP, cell.p(test?.p ?? null)],
    [table.breslowDay, cell.number(homogeneity?.chiSquare ?? null)],
    [table.breslowDayP, cell.p(homogeneity?.p ?? null)],
    [table.tarone, cell.number(homogeneity?.tarone ?? null)],
    [table.taroneP, cell.p(homogeneity?.taroneP ?? null)],
    [table.cramerV, cell.number(cramerV)],
  ];
  return {
    id: "tests",
    title: table.tests,
    columns: [left("test", table.test), right("result", table.result, "mixed")],
    rows: rows.map(([label, result]) => ({ test: cell.text(label), result })),
  };
}
