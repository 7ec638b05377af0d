import { count, number, rows } from "./amounts";

interface Period {
  readonly column: string;
  readonly before: readonly [string, string];
  readonly now: readonly [string, string];
  readonly overlap: "none" | "some" | "whole";
}

/** The sheet in which it is settled how a file becomes a table. */
export const importing = {
  importing: {
    title: (file: string) => `How ${file} is read`,
    open: "How it was read",
    nextFile: "Read another file",
    another: "Read it another way",
    before: "Read it as before",
    looking: "Looking…",
    cancel: "Cancel",
    done: "Read it like this",
    file: "The file",
    entry: "File in the archive",
    sheet: "Sheet",
    hidden: "hidden",
    encoding: "Encoding",
    delimiter: "Columns are set apart by",
    delimiters: {
      ",": "comma  ,",
      ";": "semicolon  ;",
      "\t": "tab",
      "|": "bar  |",
      blanks: "blanks",
    } as Readonly<Record<string, string>>,
    quote: "Text is quoted by",
    quotes: { '"': "double quotes", "'": "apostrophes", "": "nothing" } as Readonly<Record<string, string>>,
    header: "The first row names the columns",
    skip: "Lines to leave out above",
    dropTotals: "Leave out rows of totals at the end",
    nested: "Values inside values",
    nestedAs: { text: "as text", columns: "in columns of their own" },
    meaning: "All columns",
    marks: "Numbers are written",
    marksMixed: "as each column has it",
    order: "In dates the first is",
    orders: { day: "the day", month: "the month", mixed: "as each column has it" },
    zone: "Zone of the times",
    missing: "Taken for “not known”",
    missingHint: "One a line; for columns that are not text.",
    which: "Which rows",
    rows: { all: "all", first: "only the first", sample: "a sample of customers" },
    firstCount: "How many rows",
    share: "Share in %",
    by: "Whole groups of the same",
    sampleHint:
      "All rows of the chosen ones, and the same ones out of next month’s file. Numbers of customers are then those of the sample.",
    asTable: "As it will be",
    asFile: "As in the file",
    first: (n: number) => `First ${rows(n)}`,
    columnsShown: (from: number, to: number, of: number) =>
      `Columns ${number.format(from)} to ${number.format(to)} of ${number.format(of)}`,
    previous: "Earlier columns",
    next: "Later columns",
    keepAll: "Keep all",
    keepNone: "Keep none",
    name: (header: string) => `Name of the column ${header}`,
    kept: (name: string) => `Keep ${name}`,
    type: (name: string) => `Type of ${name}`,
    style: (name: string) => `How ${name} is written`,
    own: (name: string) => `Not known in ${name}`,
    ownHint: "also not known…",
    noHeader: "no header",
    types: {
      text: "text",
      whole: "whole number",
      number: "number",
      decimal: "exact number",
      boolean: "yes or no",
      date: "date",
      timestamp: "date and time",
      stored: "as stored",
    },
    iso: "ISO",
    unreadCell: (reason: string, text: string) => `${reason}: ${text}`,
    unreadRows: (n: number) => `${count(n, { one: "row", other: "rows" })} of these cannot be read`,
    unreadCells: (n: number) =>
      `${count(n, { one: "cell", other: "cells" })} of these cannot be read and will be empty`,
    noRows: "There are no rows to be shown.",
    nothingKept: "Keep at least one column.",
    twice: (name: string) => `Two columns are called ${name}.`,
    size: (file: string, memory: string) => `${file}; the table will take about ${memory} of memory`,
    tooLarge: (memory: string, limit: string) =>
      `It would take about ${memory}, and there is room for ${limit}. Keep fewer columns, or a part of the rows.`,
    held: (file: string, memory: string) =>
      `${file} is large: about ${memory} of memory. Choose what of it you need, or read all of it.`,
    secondsLeft: (n: number) => `${count(n, { one: "second", other: "seconds" })} left`,
    minutesLeft: (n: number) => `${count(n, { one: "minute", other: "minutes" })} left`,
    readAll: "Read all of it",
    choose: "Choose what to read",
    drift: {
      title: (file: string) => `Compared with ${file}`,
      rows: (before: string, now: string) => `${before} before, ${now} now`,
      period: ({ column, before, now, overlap }: Period) =>
        `${column}: ${before.join(" to ")} before, ${now.join(" to ")} now; ${
          { none: "no time is in both", some: "the two overlap", whole: "all of the old time is in it" }[
            overlap
          ]
        }`,
      gone: (names: string) => `Columns that are gone: ${names}`,
      added: (names: string) => `New columns: ${names}`,
      renamed: (from: string, to: string) => `${to} may be what was ${from}.`,
      same: "It is the same column",
      retyped: (column: string, before: string, now: string) => `${column} was ${before} and is ${now}`,
      categories: (column: string, added: readonly string[], gone: readonly string[]) =>
        [
          added.length > 0 && `${column}: new values ${added.join(", ")}`,
          gone.length > 0 && `${column}: no longer ${gone.join(", ")}`,
        ]
          .filter(Boolean)
          .join("; "),
      missing: (column: string, before: string, now: string) =>
        `${column}: ${before} without a value before, ${now} now`,
      repeated: (column: string, n: number) =>
        `Each ${column} had one row; now ${rows(n)} repeat one that is there already`,
      end: "Stop comparing",
      uncounted: "What the old file held was not counted, so values, times and gaps cannot be compared.",
    },
    beside: {
      line: (file: string, day: string) => (day ? `Before (${file}, ${day}):` : `Before (${file}):`),
      otherQuestion: (definition: string) => `The question was another one then: ${definition}`,
      then: "Before",
      now: "Now",
      verdict: "Result",
    },
    dayFirst: "Day first",
    monthFirst: "Month first",
    others: (n: number) => `${count(n, { one: "other table", other: "other tables" })} in this file:`,
    partFirst: (n: number) => `Only the first ${rows(n)} of the file were asked for`,
    partSample: (share: string, by: string) => `A sample: ${share} of ${by}, with all their rows`,
  },
};
