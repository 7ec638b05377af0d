import type { ColumnPlan } from "../plan";
import type { Reading } from "../reading";
import { fitsReading } from "./fits-reading";

interface Guessed {
  readonly column: ColumnPlan;
  /** What is written in the sample of the file. */
  readonly cells: readonly string[];
  /** Its dates can be read either way, and it takes a person to say which. */
  readonly isOpen: boolean;
}

/**
 * How a column that was guessed of one file is read in the next. As before, wherever that fits: `03/04/2024` is what it was.
 * Where it does not, a guess of the same kind takes its place, because people change how they write and not what they mean.
 */
export function nextReading(known: ColumnPlan, { column: guess, cells, isOpen }: Guessed): ColumnPlan {
  const { widenedFrom, ...own } = known;
  // What one file made text may be itself again in this one.
  const reading = widenedFrom ?? known.reading;
  if (known.isChosen || kindOf(reading) === null) return known;
  const missing = new Set(known.missing?.map((token) => token.toLowerCase()));
  const filled = cells.filter((cell) => !missing.has(cell.toLowerCase()));
  if (!filled.length) return known;
  if (fitsReading(filled, reading)) return { ...own, reading };
  if (kindOf(guess.reading) === kindOf(reading))
    return { ...own, reading: guess.reading, isChosen: guess.isChosen };
  const asDigits = reading.form === "boolean" && withDigits(reading);
  if (asDigits && fitsReading(filled, asDigits)) return { ...own, reading: asDigits };
  if (isOpen && kindOf(reading) === "moment") return { ...own, reading: guess.reading, widenedFrom: reading };
  return known;
}

/** Whether a column that is still of its kind is written with other signs or words. */
export function isOtherStyle(one: Reading, other: Reading): boolean {
  return kindOf(one) !== null && kindOf(one) === kindOf(other) && styleOf(one) !== styleOf(other);
}

function kindOf({ form }: Reading): "moment" | "number" | "boolean" | null {
  switch (form) {
    case "date":
    case "timestamp":
      return "moment";
    case "whole":
    case "number":
    case "decimal":
      return "number";
    case "boolean":
      return form;
    case "text":
    case "stored":
      return null;
  }
}

function styleOf(reading: Reading): string {
  if ("marks" in reading) return JSON.stringify(reading.marks);
  if (reading.form === "boolean") return JSON.stringify([reading.yes, reading.no]);
  return "formats" in reading || "epoch" in reading ? JSON.stringify([reading.formats, reading.epoch]) : "";
}

/** Alone they are counts; in a column of answers they are answers. */
function withDigits({ yes, no, ...rest }: Extract<Reading, { form: "boolean" }>): Reading {
  return { ...rest, yes: [...new Set([...yes, "1"])], no: [...new Set([...no, "0"])] };
}
