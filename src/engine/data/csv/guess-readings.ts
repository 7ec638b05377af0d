import { isIdentifier } from "../../import/sniff/guess-identifier";
import { guessMoment, isMomentName } from "./guess-moment";
import { guessNumber } from "./guess-number";
import { type Reading, text } from "./reading";

export interface SampleColumn {
  readonly header: string;
  /** Cells of the sample, blanks around them cut off, empty ones left out. */
  readonly cells: readonly string[];
}

/** Column by column; where slashes leave day and month open, a column that settles it speaks for the others. */
export function guessReadings(columns: readonly SampleColumn[]): Reading[] {
  const first = columns.map((column) => guessReading(column));
  const settled = first.find(
    (guess) => guess !== "unclear" && "format" in guess && /^%[dm][/-]/.test(guess.format ?? ""),
  );
  const dayFirst =
    settled && settled !== "unclear" && "format" in settled ? settled.format!.startsWith("%d") : undefined;
  return columns.map((column, i) => {
    const guess = first[i] === "unclear" ? guessReading(column, dayFirst) : first[i]!;
    return guess === "unclear" ? text : guess;
  });
}

function guessReading({ header, cells }: SampleColumn, dayFirst?: boolean): Reading | "unclear" {
  if (isIdentifier(header)) return text;
  if (cells.length === 0) return isMomentName(header) ? { form: "date" } : text;
  const moment = guessMoment(cells, header, dayFirst);
  if (moment) return moment;
  if (cells.every((cell) => /^(true|false)$/i.test(cell))) return { form: "boolean" };
  return guessNumber(cells) ?? text;
}
