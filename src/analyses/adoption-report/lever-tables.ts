import type { ReportTable } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import { lastDate, type DateResult, type ReportResult } from "./result";
import { toolsOf } from "./tables";

/** Each lever: its weight, who looks after it, who has it and whom it would take into the next band. */
export function leversTable(result: ReportResult, language: Language): ReportTable {
  const { table } = language.texts.adoptionReport;
  const { cell, none, counted, titles } = toolsOf(result, language);
  const date = result.dates.length - 1;
  const [first, last] = [result.dates[0] ?? null, lastDate(result)];
  return {
    id: "levers",
    title: table.levers,
    columns: [
      left("lever", table.lever),
      right("weight", table.weight, "number"),
      left("owner", table.owner),
      right("on", table.on, "customers"),
      right("share", table.shareOn, "share"),
      right("interval", table.interval, "number"),
      ...(first && date > 0 ? [right("first", table.first(language.format.day(first.day)), "share")] : []),
      right("off", table.off, "customers"),
      right("next", table.next, "customers"),
    ],
    rows: [
      ...result.levers.map((lever, i) => {
        const of = (one: DateResult | null) => one?.levers[i] ?? null;
        const now = of(last);
        const gap = result.gaps?.levers[i] ?? null;
        return {
          lever: cell.text(titles[i]!),
          weight: cell.number(lever.weight, 1),
          owner: lever.owner === null ? none : cell.text(lever.owner),
          on: now ? counted(now.x, { form: "on", date, place: i }, titles[i]) : none,
          share: now ? cell.share(now) : none,
          interval: now ? cell.interval(now) : none,
          ...(first && date > 0 && { first: cell.share(of(first)!) }),
          off: gap ? counted(gap.off, { form: "off", lever: i }, titles[i]) : none,
          next: gap ? counted(gap.next, { form: "gap", lever: i }, titles[i]) : none,
        };
      }),
      {
        lever: cell.text(language.texts.adoptionReport.who.gapAny),
        weight: none,
        owner: none,
        on: none,
        share: none,
        interval: none,
        ...(first && date > 0 && { first: none }),
        off: none,
        next: result.gaps ? counted(result.gaps.any, { form: "gap", lever: null }) : none,
      },
    ],
  };
}

export function nearestTable(result: ReportResult, language: Language): ReportTable {
  const { table } = language.texts.adoptionReport;
  const { cell, none, day, titles } = toolsOf(result, language);
  const hasEnds = result.mode === "contracts";
  return {
    id: "nearest",
    title: table.nearest,
    columns: [
      left("customer", table.customer),
      right("score", table.score, "number"),
      left("lever", table.lever),
      left("owner", table.owner),
      right("reached", table.reached, "number"),
      ...(hasEnds ? [right("ends", table.ends, "time"), right("days", table.days, "time")] : []),
    ],
    rows: (result.gaps?.nearest ?? []).map((one) => ({
      customer: cell.text(one.customer),
      score: cell.number(one.score, 1),
      lever: cell.text(titles[one.lever]!),
      owner: result.levers[one.lever]!.owner === null ? none : cell.text(result.levers[one.lever]!.owner!),
      reached: cell.number(one.reached, 1),
      ...(hasEnds && { ends: day(one.ends), days: one.days === null ? none : cell.count(one.days) }),
    })),
  };
}
