import { isInThousands } from "../number-pattern";
import { type Reading, text } from "../reading";
import { guessBoolean } from "./guess-boolean";
import { isIdentifier } from "./guess-identifier";
import { guessMoment, isMomentName } from "./guess-moment";
import { isMissing } from "./guess-missing";
import { guessNumber } from "./guess-number";

export interface SampleColumn {
  readonly header: string;
  /** Cells of the sample, blanks around them cut off, empty ones left out. */
  readonly cells: readonly string[];
}

export interface Guess {
  readonly reading: Reading;
  /** What a person should be asked: which of day and month is first, or whether several styles of dates are meant. */
  readonly doubt?: "date-order" | "mixed-dates";
  /** Where the order is open: what the column would be read as either way. */
  readonly orders?: { readonly dayFirst: Reading; readonly monthFirst: Reading };
}

/**
 * Column by column; where slashes leave day and month open, a column that settles it speaks for the others. So does one with a
 * decimal comma in a file that people wrote (`isWritten`), not a program that knows numbers: `1.234` are thousands there.
 */
export function guessReadings(
  columns: readonly SampleColumn[],
  missing: readonly string[],
  isWritten = false,
): Guess[] {
  const tokens = new Set(missing);
  const known = columns.map(({ header, cells }) => ({
    header,
    cells: cells.filter((cell) => !isMissing(cell, tokens)),
    hasCells: cells.length > 0,
  }));
  const first = known.map((column) => guessReading(column));
  const settled = first.map(orderOf).find((order) => order !== undefined);
  const hasComma = isWritten && first.some((guess) => decimalOf(guess) === ",");
  return known.map((column, i) => {
    if (hasComma && decimalOf(first[i]!) === "." && column.cells.every((cell) => isInThousands(cell, ".")))
      return { reading: { form: "whole", marks: { decimal: ",", thousands: "." } } };
    const guess = first[i] === "unclear" ? guessReading(column, settled) : first[i]!;
    if (guess !== "unclear") return guess;
    const either = (dayFirst: boolean) => (guessReading(column, dayFirst) as Guess).reading;
    return {
      reading: text,
      doubt: "date-order",
      orders: { dayFirst: either(true), monthFirst: either(false) },
    };
  });
}

/** The decimal mark of a column of fractions. */
function decimalOf(guess: Guess | "unclear"): string | undefined {
  return guess !== "unclear" && "marks" in guess.reading && guess.reading.form !== "whole"
    ? guess.reading.marks.decimal
    : undefined;
}

/** Whether the day is first, where slashes or dashes left it open and the cells told. */
export function orderOf(guess: Guess | "unclear"): boolean | undefined {
  if (guess === "unclear" || !("formats" in guess.reading)) return undefined;
  const [, first] = /^%([dm])[/-]%[dm]/.exec(guess.reading.formats?.[0] ?? "") ?? [];
  return first === undefined ? undefined : first === "d";
}

function guessReading(
  { header, cells, hasCells }: SampleColumn & { hasCells: boolean },
  dayFirst?: boolean,
): Guess | "unclear" {
  if (isIdentifier(header)) return { reading: text };
  if (cells.length === 0) {
    return { reading: !hasCells && isMomentName(header) ? { form: "date" } : text };
  }
  const moment = guessMoment(cells, header, dayFirst);
  if (moment === "unclear") return moment;
  if (moment) return { reading: moment.reading, ...(moment.isMixed && { doubt: "mixed-dates" }) };
  return { reading: guessBoolean(cells) ?? guessNumber(cells) ?? text };
}
