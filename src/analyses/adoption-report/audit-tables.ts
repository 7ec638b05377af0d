import { bandLabel } from "../adoption-score/names";
import type { ReportTable } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import type { ReportResult } from "./result";
import { toolsOf } from "./tables";

/** Each date whose outcome is known: who stayed, and whether as many as at equal scores before. */
export function auditTable(result: ReportResult, language: Language): ReportTable {
  const { format, texts } = language;
  const { table, judged, reference } = texts.adoptionReport;
  const { cell, none, day, mean, counted } = toolsOf(result, language);
  return {
    id: "audit",
    title: table.audit,
    columns: [
      left("day", table.day),
      right("customers", table.customers, "customers"),
      right("mean", table.mean, "number"),
      right("stayed", table.stayed, "customers"),
      right("share", table.logos, "share"),
      right("interval", table.interval, "number"),
      right("difference", table.difference, "number"),
      right("difference_interval", table.interval, "number"),
      right("q", table.q, "number"),
      left("judged", table.judged),
      right("slope", table.slope, "number"),
      right("slope_interval", table.interval, "number"),
    ],
    rows: result.audit.dates.map((one, date) => {
      const of = (list: "all" | "stayed") => ({ form: "audit", date, level: null, list }) as const;
      const { equal, slope } = one;
      return {
        day: day(one.day),
        customers: counted(one.customers, of("all")),
        mean: mean(one.mean),
        stayed: counted(one.stayed.x, of("stayed")),
        share: cell.share(one.stayed),
        interval: cell.interval(one.stayed),
        difference: cell.points(equal && equal.difference),
        difference_interval: cell.pointsInterval(equal && equal.interval),
        q: cell.p(equal && equal.q),
        judged: one.isReference ? cell.text(reference) : equal ? cell.text(judged[equal.verdict]) : none,
        slope: cell.number(slope && slope.value, 2),
        slope_interval: slope
          ? {
              text: texts.base.interval(
                format.number(slope.interval[0], 2),
                format.number(slope.interval[1], 2),
              ),
              value: slope.interval,
            }
          : none,
      };
    }),
  };
}

/** Of each score the share that stayed, date beside date. */
export function levelsTable(result: ReportResult, language: Language): ReportTable {
  const { format, texts } = language;
  const { table } = texts.adoptionReport;
  const { cell, counted } = toolsOf(result, language);
  const { dates, levels } = result.audit;
  return {
    id: "levels",
    title: table.levels,
    columns: [
      left("level", table.level),
      ...dates.flatMap(({ day }, i) => [
        right(`customers_${i}`, `${table.customers}, ${format.dayShort(day)}`, "customers"),
        right(`share_${i}`, `${table.logos}, ${format.dayShort(day)}`, "share"),
      ]),
    ],
    rows: levels.map((level, place) => ({
      level: cell.text(bandLabel(level, language)),
      ...Object.fromEntries(
        dates.flatMap((one, date) => {
          const share = one.levels[place]!;
          return [
            [`customers_${date}`, counted(share.n, { form: "audit", date, level: place, list: "all" })],
            [`share_${date}`, cell.share(share)],
          ];
        }),
      ),
    })),
  };
}
