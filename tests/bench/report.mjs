// The bench's result in words: milliseconds for the curious, ratios as the result.
import { median } from "./median.mjs";

/** `measured`: engines, and steps as `measureEvents` gives them. Ratios are medians over the rounds of what two took one after the other. */
export function table(events, { engines, steps }) {
  const [ebb, ...others] = engines.map(({ title }) => title);
  const head = [
    `${events.toLocaleString("en-US")} events`,
    ...[ebb, ...others].map((title) => `${title}, ms`),
    ...others.map((title) => `Ebb / ${title}`),
    "of processor time",
    "wanted",
  ];
  const rows = steps.map(({ title, wanted, rounds }) => [
    title,
    ...[ebb, ...others].map((engine) => took(rounds, engine)),
    ...others.map((engine) => written(ratio(rounds, engine, "ms"))),
    written(ratio(rounds, others[0], "cpu")),
    wanted ? `<= ${wanted}` : "",
  ]);
  return aligned([head, ...rows]).join("\n");
}

/** One line for each other engine: the geometric mean of its ratios, since ratios multiply. */
export function summary(events, { engines, steps }) {
  return engines.slice(1).map(({ title }) => {
    const ratios = steps.map(({ rounds }) => ratio(rounds, title, "ms")).filter((one) => one !== null);
    const mean = Math.exp(ratios.reduce((sum, one) => sum + Math.log(one), 0) / ratios.length);
    return `${events.toLocaleString("en-US")} events: Ebb takes ${mean.toFixed(2)} times as long as ${title} (mean over ${ratios.length} steps)`;
  });
}

/** Of the arithmetic: Ebb beside numpy, and the line that is wanted on a quiet machine of two cores. */
export function arithmeticTable(steps) {
  const rows = steps.map(({ title, wanted, other, rounds }) => [
    title,
    took(rounds, "Ebb"),
    took(rounds, "Ebb", "cpu"),
    String(wanted),
    other ? took(rounds, "other") : "",
    other ? took(rounds, "other", "cpu") : "",
    written(ratio(rounds, "other", "cpu")),
    other ?? "",
  ]);
  return aligned([
    ["", "ms", "of processor", "wanted", "other, ms", "of processor", "ratio of these", "other"],
    ...rows,
  ]);
}

/** Of data in and out: milliseconds, and what is wanted as a ratio to the other or in milliseconds. */
export function dataTable(rows, { lines, megabytes }) {
  const title = `${rows.toLocaleString("en-US")} rows, ${megabytes.toFixed(0)} MB of CSV`;
  const body = lines.map(({ title: step, ms, other, otherMs, ratio, wanted }) => [
    step,
    ms.toFixed(0),
    other,
    otherMs === null ? "" : otherMs.toFixed(0),
    ratio === null ? "" : ratio.toFixed(2),
    wanted === null ? "" : `<= ${wanted}${ratio === null ? " ms" : ""}`,
  ]);
  return aligned([[title, "Ebb, ms", "beside", "ms", "ratio", "wanted"], ...body]);
}

function took(rounds, engine, unit = "ms") {
  const times = rounds.flatMap((round) => (round[engine] ? [round[engine][unit]] : []));
  return times.length ? median(times).toFixed(0) : "–";
}

function ratio(rounds, engine, unit) {
  const ratios = rounds.flatMap(({ Ebb: ours, [engine]: theirs }) =>
    theirs ? [ours[unit] / theirs[unit]] : [],
  );
  return ratios.length ? median(ratios) : null;
}

function written(one) {
  return one === null ? "–" : one.toFixed(2);
}

/** Rows of texts as lines, the columns under each other. */
export function aligned(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  "),
  );
}
