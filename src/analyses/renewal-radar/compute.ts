import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import { bandNamed, bands } from "./bands";
import { isDisordered } from "./params";
import type { Listed, RadarResult } from "./result";
import { mrrColumn, type RadarRequest } from "./source";
import { usageUnit } from "./usage";

export function computeRadar(answers: Answers, request: RadarRequest): RadarResult {
  const { params } = request;
  const currencies = answers.currencies ? answers.currencies.values("currency").map(String) : [];
  const unit = params.usage === null ? null : usageUnit(request);
  return {
    isDisordered: isDisordered(params),
    rows: answers.rows ? rowCounts(answers) : null,
    asOf: readAsOf(answers),
    hasMoney: mrrColumn(request) !== null && currencies.length <= 1,
    currencies,
    bands: bands.map((band) => {
      const row = rowOf(answers.bands, band);
      const read = (column: string) => (answers.bands && row >= 0 ? countAt(answers.bands, row, column) : 0);
      return {
        band,
        contracts: read("contracts"),
        logos: read("logos"),
        mrr: answers.bands && row >= 0 ? (numberAt(answers.bands, row, "mrr") ?? 0) : 0,
        unknown: read("unknown"),
      };
    }),
    qbr:
      params.qbr === null || !answers.reviews
        ? null
        : {
            logos: countAt(answers.reviews, 0, "logos"),
            late: countAt(answers.reviews, 0, "late"),
            never: countAt(answers.reviews, 0, "never"),
          },
    facts: factsOf(answers.facts),
    weeks: answers.weeks ? readWeeks(answers.weeks) : [],
    list: answers.list ? readList(answers.list, unit !== null) : [],
    usage: unit && {
      unit,
      until: answers.until && answers.until.rowCount > 0 ? dayAt(answers.until, 0, "until") : null,
    },
  };
}

/** Null when the data hold no day to begin from. */
export function readAsOf({ known }: Answers): string | null {
  return known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
}

function rowOf(table: Table | undefined, band: string): number {
  return table ? table.values("band").indexOf(band) : -1;
}

function factsOf(table: Table | undefined): RadarResult["facts"] {
  const read = (column: string) => (table ? countAt(table, 0, column) : 0);
  return {
    renewed: read("renewed"),
    past: read("past"),
    future: read("future"),
    shortened: read("shortened"),
  };
}

function readWeeks(table: Table): RadarResult["weeks"] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    week: dayAt(table, row, "week") ?? "",
    band: bandNamed(textAt(table, row, "band")) ?? "later",
    contracts: countAt(table, row, "contracts"),
    logos: countAt(table, row, "logos"),
    mrr: table.columns.some(({ name }) => name === "mrr") ? (numberAt(table, row, "mrr") ?? 0) : 0,
  }));
}

function readList(table: Table, hasUsage: boolean): Listed[] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    logo: textAt(table, row, "logo"),
    ends: dayAt(table, row, "ends") ?? "",
    daysLeft: numberAt(table, row, "days_left") ?? 0,
    band: bandNamed(textAt(table, row, "band")) ?? "later",
    mrr: numberAt(table, row, "mrr"),
    status: table.text(row, "status"),
    qbr: dayAt(table, row, "qbr"),
    contact: dayAt(table, row, "contact"),
    usage: hasUsage
      ? {
          before: countAt(table, row, "active_before"),
          now: countAt(table, row, "active_now"),
          gone: countAt(table, row, "gone"),
        }
      : null,
  }));
}
