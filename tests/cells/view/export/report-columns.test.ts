import { expect, test } from "vitest";
import type { ReportTable } from "../../../../src/analyses";
import { reportColumns } from "../../../../src/cells/view/export";

const words = {
  from: (label: string) => `${label} from`,
  to: (label: string) => `${label} to`,
  unfinished: "not finished",
  wholeRow: "all",
};

const table: ReportTable = {
  id: "t",
  title: "T",
  columns: [
    { key: "month", label: "Month", align: "left" },
    { key: "rate", label: "Rate", align: "right" },
    { key: "interval", label: "Interval", align: "right" },
    { key: "mixed", label: "Mixed", align: "right" },
    { key: "nothing", label: "Nothing", align: "right" },
  ],
  rows: [
    {
      month: { text: "Jan 2024", value: "2024-01-01" },
      rate: { text: "33 %", value: 1 / 3 },
      interval: { text: "10 to 60 %", value: [0.1, 0.6] },
      mixed: { text: "5", value: 5 },
      nothing: { text: "–", value: null },
    },
    {
      month: { text: "Feb 2024", value: "2024-02-01" },
      rate: { text: "no base", value: null, unfinished: true },
      interval: { text: "–", value: null },
      mixed: { text: "never", value: "never" },
      nothing: { text: "–", value: null },
    },
  ],
};

test("numbers are numbers with all their digits, intervals two of them, everything else as it is read", () => {
  expect(reportColumns({ ...table, rows: table.rows.slice(0, 1) }, words)).toEqual([
    { name: "Month", values: ["Jan 2024"] },
    { name: "Rate", values: [1 / 3] },
    { name: "Interval from", values: [0.1] },
    { name: "Interval to", values: [0.6] },
    { name: "Mixed", values: [5] },
    { name: "Nothing", values: ["–"] },
  ]);
});

test("what is hatched is named in a column of its own", () => {
  const columns = reportColumns({ ...table, unfinished: [0] }, words);
  expect(columns.slice(1)).toEqual([
    { name: "Rate", values: [1 / 3, null] },
    { name: "Interval from", values: [0.1, null] },
    { name: "Interval to", values: [0.6, null] },
    { name: "Mixed", values: ["5", "never"] },
    { name: "Nothing", values: ["–", "–"] },
    { name: "not finished", values: ["all", "Rate"] },
  ]);
});
