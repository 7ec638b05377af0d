import { isoFormat } from "../../moment-formats";
import type { ColumnPlan, ImportPlan } from "../../plan";
import { isPlain, type Moment } from "../../reading";
import { dayOf, isoMoment, momentBy } from "./moments";
import { numberOf, wholeOf } from "./numbers";
import { bigints, booleans, dates, doubles, type Parse, parsedColumn, timestamps } from "./parsed-column";
import type { PlainColumn } from "./plain-rows";
import { textColumn } from "./text-column";
import { wordOf } from "./words";

/**
 * The plain way: as long as all cells of a text are written as programs write them, numbers by digits and times by ISO 8601 or
 * one pattern, they are turned into values beside DuckDB, which then only has to keep them. The first piece with any other
 * cell, and all behind it, go the careful way, by SQL. Both give the same table. Null where the plan has something that is
 * known to the careful way alone.
 */
export function plainColumns(plan: ImportPlan): readonly PlainColumn[] | null {
  const { source, rows } = plan;
  if (source.format !== "text" || source.skip || rows) return null;
  const columns: PlainColumn[] = [];
  for (const column of plan.columns) {
    // Of what is not kept it is still asked that it be UTF-8.
    const values = column.isKept ? valuesOf(plan, column) : textColumn();
    if (!values) return null;
    columns.push({ name: column.isKept ? column.name : null, values });
  }
  return columns;
}

function valuesOf(plan: ImportPlan, { reading, missing }: ColumnPlan): PlainColumn["values"] | null {
  switch (reading.form) {
    case "text":
      return missing?.length ? null : textColumn();
    case "boolean":
      return parsedColumn(wordOf(reading.yes, reading.no), booleans);
    case "whole":
    case "number": {
      if (reading.marks.isPercent || reading.marks.currency) return null;
      const number = numberOf(reading.marks.decimal, isPlain(reading.marks));
      return reading.form === "whole"
        ? parsedColumn(wholeOf(number), bigints)
        : parsedColumn(number, doubles);
    }
    case "date":
    case "timestamp": {
      const moment = momentOf(plan, reading);
      if (!moment) return null;
      return reading.form === "date" ? parsedColumn(dayOf(moment), dates) : parsedColumn(moment, timestamps);
    }
    case "stored":
    case "decimal":
      return null;
  }
}

function momentOf({ zone }: ImportPlan, { form, formats, epoch, zone: own = zone }: Moment): Parse | null {
  if (epoch || (form === "timestamp" && own !== zone)) return null;
  const [format = isoFormat, ...others] = formats ?? [];
  // Of several the careful way takes the first that fits, be it only nearly.
  if (others.length) return null;
  return format === isoFormat ? isoMoment(zone === "UTC") : momentBy(format);
}
