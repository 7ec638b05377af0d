// What TypeScript cells cost, each beside something that was measured in the same run: the ratio is the result.
import { median, percentile } from "./median.mjs";

const frameMs = 1000 / 60;
const bare = "a key in Monaco alone";
const alone = {
  work: "key in a bare editor",
  painted: "key in a bare editor, painted",
  felt: "key in a bare editor, felt",
};

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
      apart(half),
      "",
    ],
    ["the same, p95", most("slider to chart"), "query and Plot alone", apart(half), "100"],
    ["compile of 100 lines, the first", half("compile, first"), "a frame", frameMs, ""],
    ["the first after an idle moment", half("compile, first after idle"), "a frame", frameMs, "10"],
    ["compile of 100 lines, later", half("compile"), "a frame", frameMs, "10"],
    ["200 cells open", half("open 200 cells"), "an empty page opens", half("start of an empty page"), "2000"],
    ...["SQL", "TypeScript"].flatMap((kind) => {
      const [key, short] = [`key, ${kind}`, `key in 8, ${kind}`];
      return [
        [`a key in 200 cells, ${kind}, all its work`, half(key), "a key in 8 cells", half(short), ""],
        ["", half(key), bare, half(alone.work), ""],
        ["the same, p95", most(key), bare, most(alone.work), "16"],
        ["its work until painted, p95", most(`${key}, painted`), bare, most(alone.painted), "16"],
        ["from the key to the paint, p95", most(`${key}, felt`), bare, most(alone.felt), ""],
      ];
    }),
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

function apart(half) {
  return half("aggregate") + half("plot");
}
