// What TypeScript cells cost, each beside something that was measured in the same run: the ratio is the result.
import { median, percentile } from "./median.mjs";

const frameMs = 1000 / 60;

/** `taken`: milliseconds of each run of each step. The last column is what is wanted on a quiet machine of two cores. */
export function codeTable(taken) {
  const half = (step) => median(taken[step]);
  const most = (step) => percentile(taken[step], 0.95);
  const rows = [
    ["1M x 5 rows into a cell", half("table"), "a query's rows on the page", half("query"), "250"],
    ["", half("table"), "a copy of the columns' bytes", half("columns"), ""],
    ["", half("table"), "a copy of row objects", half("row objects"), ""],
    [
      "a slider's edit to the chart, 1M rows",
      half("slider to chart"),
      "query and Plot alone",
      alone(half),
      "",
    ],
    ["the same, p95", most("slider to chart"), "query and Plot alone", alone(half), "100"],
    ["compile of 100 lines, the first", half("compile, first"), "a frame", frameMs, ""],
    ["compile of 100 lines, later", half("compile"), "a frame", frameMs, "10"],
    ["200 cells open", half("open 200 cells"), "an empty page opens", half("start of an empty page"), "2000"],
    ...["SQL", "TypeScript"].flatMap((kind) => [
      [
        `a key in 200 cells, ${kind}`,
        half(`key, ${kind}`),
        "a key in 8 cells",
        half(`key in 8, ${kind}`),
        "",
      ],
      ["the same, p95", most(`key, ${kind}`), "a frame", frameMs, "16"],
    ]),
  ];
  return [
    ["", "ms", "ratio", "to", "ms", "wanted, ms"],
    ...rows.map(([what, ours, to, theirs, wanted]) => [
      what,
      ours.toFixed(1),
      (ours / theirs).toFixed(2),
      to,
      theirs.toFixed(1),
      wanted,
    ]),
  ];
}

function alone(half) {
  return half("aggregate") + half("plot");
}
