import type { Table } from "../../engine";
import { countAt, numberAt, textAt } from "../answer";
import { letter } from "../segments/dimensions";
import { shareOf } from "../share";
import type { Stratum } from "../stats/mantel-haenszel";
import type { Counted } from "../stats/newcombe";
import { quarters, type Quarter } from "./query";
import type { UsageResult } from "./result";

/** What `cellsQuery` counted by segment and tenth. */
export interface Cells {
  readonly byQuarter: readonly (Counted & {
    readonly quarter: Quarter;
    readonly least: number;
    readonly most: number;
  })[];
  readonly byDecile: UsageResult["deciles"];
  readonly negative: number;
}

export const nothing: Cells = { byQuarter: [], byDecile: [], negative: 0 };

export function readCells(table: Table): Cells {
  const rows = Array.from({ length: table.rowCount }, (_, row) => row)
    .filter((row) => textAt(table, row, "by_decile") === "true")
    .map((row) => ({
      quarter: quarters.find((one) => one === textAt(table, row, "quarter"))!,
      decile: numberAt(table, row, "decile"),
      x: countAt(table, row, "lost"),
      n: countAt(table, row, "customers"),
      least: numberAt(table, row, "least") ?? 0,
      most: numberAt(table, row, "most") ?? 0,
      total: numberAt(table, row, "total") ?? 0,
      negative: countAt(table, row, "negative"),
    }));
  type Row = (typeof rows)[number];
  const edges = (group: readonly Row[]) => ({
    least: Math.min(...group.map(({ least }) => least)),
    most: Math.max(...group.map(({ most }) => most)),
  });
  const tenths = [...new Set(rows.flatMap(({ decile }) => (decile === null ? [] : [decile])))].sort(
    (a, b) => a - b,
  );
  return {
    byQuarter: quarters.flatMap((quarter) => {
      const group = rows.filter((row) => row.quarter === quarter);
      return group.length ? [{ quarter, ...summed(group), ...edges(group) }] : [];
    }),
    byDecile: tenths.map((decile) => {
      const group = rows.filter((row) => row.decile === decile);
      const { x, n } = summed(group);
      const total = group.reduce((sum, row) => sum + row.total, 0);
      return { decile, ...edges(group), mean: total / n, share: shareOf(x, n) };
    }),
    negative: rows.reduce((sum, row) => sum + row.negative, 0),
  };
}

export interface NamedStratum {
  readonly key: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly stratum: Stratum;
}

/** Top against bottom within each segment of a stratum's column. */
export function strataBy(i: number, table: Table): NamedStratum[] {
  const found = new Map<string, NamedStratum>();
  const hasBands = table.columns.some(({ name }) => name === `low_${letter(i)}`);
  for (let row = 0; row < table.rowCount; row++) {
    const key = table.text(row, `segment_${letter(i)}`);
    const quarter = textAt(table, row, "quarter");
    if (key === null || (quarter !== "top" && quarter !== "bottom")) continue;
    const counted = { x: countAt(table, row, "lost"), n: countAt(table, row, "customers") };
    const none = { x: 0, n: 0 };
    const before = found.get(key);
    const edge = (side: string) => (hasBands ? numberAt(table, row, `${side}_${letter(i)}`) : null);
    const [low, high] = [edge("low"), edge("high")];
    found.set(key, {
      key,
      low: before?.low == null || low === null ? low : Math.min(before.low, low),
      high: before?.high == null || high === null ? high : Math.max(before.high, high),
      stratum: {
        a: quarter === "top" ? counted : (before?.stratum.a ?? none),
        b: quarter === "bottom" ? counted : (before?.stratum.b ?? none),
      },
    });
  }
  return [...found.values()].sort((a, b) => (a.low ?? 0) - (b.low ?? 0) || (a.key < b.key ? -1 : 1));
}

export function summed(groups: readonly Counted[]): Counted {
  return {
    x: groups.reduce((sum, { x }) => sum + x, 0),
    n: groups.reduce((sum, { n }) => sum + n, 0),
  };
}
