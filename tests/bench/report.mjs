// The bench's result in words: milliseconds for the curious, ratios as the result.

export function table(events, columns) {
  const [ebb, ...others] = columns;
  const steps = Object.keys(ebb.times);
  const head = [
    "",
    ...columns.map(({ title }) => `${title}, ms`),
    ...others.map(({ title }) => `Ebb / ${title}`),
  ];
  const rows = steps.map((step) => [
    step,
    ...columns.map(({ times }) => (times[step] === undefined ? "–" : times[step].toFixed(0))),
    ...others.map(({ times }) => ratio(ebb.times[step], times[step])),
  ]);
  return [`\n${events.toLocaleString("en-US")} events\n`, ...aligned([head, ...rows])].join("\n");
}

/** One line for each other engine: the geometric mean of its ratios, since ratios multiply. */
export function summary(events, [ebb, ...others]) {
  return others.map(({ title, times }) => {
    const ratios = Object.keys(ebb.times)
      .filter((step) => times[step] !== undefined)
      .map((step) => ebb.times[step] / times[step]);
    const mean = Math.exp(ratios.reduce((sum, one) => sum + Math.log(one), 0) / ratios.length);
    return `${events.toLocaleString("en-US")} events: Ebb takes ${mean.toFixed(2)} times as long as ${title} (mean over ${ratios.length} steps)`;
  });
}

function ratio(ours, theirs) {
  return theirs === undefined ? "–" : (ours / theirs).toFixed(2);
}

/** Rows of texts as lines, the columns under each other. */
export function aligned(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  "),
  );
}
