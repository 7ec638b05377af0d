import { probabilityText } from "../findings";
import type { ReportTable } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import { medianRange, signed } from "./median";
import { nameOf, timeText } from "./names";
import type { ChurnResult, Curve } from "./result";
import { allOf, counted } from "./tables";

/** One row a group and one for everybody: how many, the time by which half are gone, and the mean time. */
export function groupTable(result: ChurnResult, language: Language): ReportTable {
  const { table } = language.texts.timeToChurn;
  const isCompared = result.comparison !== null;
  const tau = result.tau === null ? "…" : timeText(result.tau, result, language);
  return {
    id: "groups",
    title: table.groups,
    columns: [
      left("group", table.group),
      right("customers", table.customers, "customers"),
      right("lost", table.lost, "customers"),
      right("kept", table.kept, "customers"),
      right("median", table.median(result.unit), "time"),
      right("median_interval", table.interval, "number"),
      right("mean", table.mean(tau), "time"),
      right("mean_interval", table.interval, "number"),
      ...(isCompared
        ? [
            right("difference", table.difference, "number"),
            right("difference_interval", table.interval, "number"),
            right("q", table.q, "number"),
          ]
        : []),
    ],
    rows: [...result.groups, result.overall].map((curve) => rowOf(curve, result, language)),
  };
}

function rowOf(curve: Curve, result: ChurnResult, language: Language): ReportTable["rows"][number] {
  const { texts, format } = language;
  const { who, range } = texts.timeToChurn;
  const name = nameOf(curve, language);
  const { mean, median } = curve;
  const empty = { text: texts.base.noBase, value: null };
  return {
    group: { text: name, value: curve.level },
    customers: counted(curve.customers, allOf(curve, "all"), who.all(name), language),
    lost: counted(curve.events, allOf(curve, "lost"), who.lost(name), language),
    kept: counted(curve.customers - curve.events, allOf(curve, "kept"), who.kept(name), language),
    median: {
      text: median.time === null ? range.notReached : format.number(median.time, 1),
      value: median.time,
    },
    median_interval: { text: medianRange(curve, result, language), value: median.interval },
    mean: mean ? { text: format.number(mean.mean, 1), value: mean.mean } : empty,
    mean_interval: mean?.interval ? between(mean.interval, language) : empty,
    ...(result.comparison && differenceOf(curve, result, language)),
  };
}

function differenceOf({ place }: Curve, { comparison }: ChurnResult, language: Language) {
  const { texts, format } = language;
  const empty = { text: texts.base.noBase, value: null };
  const found = place === null ? undefined : comparison?.differences.find((one) => one.place === place);
  if (!found) return { difference: empty, difference_interval: empty, q: empty };
  return {
    difference: { text: signed(found.difference, format), value: found.difference },
    difference_interval: between(found.interval, language),
    q: { text: probabilityText(found.q, language), value: found.q },
  };
}

function between(interval: readonly [number, number], { texts, format }: Language) {
  return {
    text: texts.base.interval(signed(interval[0], format), signed(interval[1], format)),
    value: interval,
  };
}
