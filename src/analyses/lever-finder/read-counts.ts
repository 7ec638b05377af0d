import type { Table } from "../../engine";
import { countAt, numberAt, textAt } from "../answer";

/** The answer of `countsQuery`, by what its rows are. */
export interface Counts {
  readonly levers: readonly {
    readonly cuts: readonly number[];
    readonly auc: number | null;
    readonly distinct: number;
  }[];
  readonly groups: readonly (readonly Group[])[];
  readonly cells: {
    readonly codes: Float64Array;
    readonly customers: Float64Array;
    readonly stayed: Float64Array;
  };
  readonly segments: readonly {
    readonly control: number;
    readonly segment: string;
    readonly customers: number;
    readonly users: readonly number[];
  }[];
}

export interface Group {
  readonly place: number;
  readonly least: number;
  readonly most: number;
  readonly customers: number;
  readonly stayed: number;
}

export function readCounts(table: Table, levers: number): Counts {
  const parts = table.values("part");
  const first = parts.indexOf("cell");
  const cellCount = parts.lastIndexOf("cell") - first + (first < 0 ? 0 : 1);
  const numbers = (column: string) =>
    Float64Array.from(first < 0 ? [] : table.values(column).slice(first, first + cellCount), Number);
  const [customers, lost] = [numbers("customers"), numbers("lost")];
  const about: Counts["levers"][number][] = [];
  const groups: Group[][] = Array.from({ length: levers }, () => []);
  const segments: Counts["segments"][number][] = [];
  parts.forEach((part, row) => {
    if (part === "cell") return;
    if (part === "lever") {
      about[countAt(table, row, "lever")] = {
        cuts: listAt(table, row, "cuts"),
        auc: numberAt(table, row, "auc"),
        distinct: numberAt(table, row, "distinct_values") ?? 0,
      };
      return;
    }
    const counted = countAt(table, row, "customers");
    if (part === "segment") {
      segments.push({
        control: countAt(table, row, "control"),
        segment: textAt(table, row, "segment"),
        customers: counted,
        users: listAt(table, row, "users"),
      });
      return;
    }
    groups[countAt(table, row, "lever")]!.push({
      place: countAt(table, row, "place"),
      least: numberAt(table, row, "least")!,
      most: numberAt(table, row, "most")!,
      customers: counted,
      stayed: counted - countAt(table, row, "lost"),
    });
  });
  return {
    levers: about,
    groups,
    cells: { codes: numbers("code"), customers, stayed: customers.map((all, i) => all - lost[i]!) },
    segments,
  };
}

function listAt(table: Table, row: number, column: string): number[] {
  const value = table.value(row, column);
  return Array.isArray(value) ? value.map(Number) : [];
}
