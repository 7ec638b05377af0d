import { count, number, rows } from "./amounts";

const cells = (n: number) => count(n, { one: "cell", other: "cells" });

/** What is to be known of how a file became a table. */
export const reading = {
  reading: {
    unreadRows: (n: number) => `${rows(n)} could not be read`,
    unreadCells: (n: number) => `${cells(n)} left empty: not what the column holds`,
    unreadFile: "not read",
    unreadQuery: "All of them as a query",
    line: (line: number) => `line ${number.format(line)}`,
    row: (row: number) => `row ${number.format(row)}`,
    missing: (n: number) => `${cells(n)} taken for “not known”`,
    missingToken: (column: string, token: string, n: number) =>
      `${column}: ${token === "" ? "(empty)" : `“${token}”`}, ${number.format(n)} times`,
    renamed: (from: string, to: string) => `header “${from}” is now ${to}`,
    emptyHeader: "(empty)",
    replaced: (n: number) =>
      `${count(n, { one: "sign", other: "signs" })} could not be decoded and stand as \ufffd`,
    notes: {
      "encoding-unsure": (encoding: string) =>
        `The letters do not tell their encoding clearly; read as ${encoding}.`,
      "date-order": (column: string) =>
        `${column}: is the day or the month first? Both would do, so it is text until you say.`,
      "mixed-dates": (column: string) => `${column}: dates of several styles in one column.`,
      zone: (column: string, zone: string) => `${column}: times are shown in the zone ${zone}.`,
      "missing-column": (column: string) => `${column} is missing in this file.`,
      "new-column": (column: string) => `${column} is new in this file.`,
      "other-form": (was: string, is: string) =>
        `Written in another way than the file before: ${is} instead of ${was}.`,
      "other-style": (column: string, style: string) =>
        `${column} is written otherwise than in the file before, and read so: ${style}`,
    },
  },
};
