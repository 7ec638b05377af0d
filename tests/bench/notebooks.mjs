// The notebooks that the bench opens in the page, as files.

/** A slider, a query that counts a million rows below its value, and a chart of the counts. */
export function sliderToChart() {
  return notebook("slider to chart", [
    code("numbers", { kind: "sql", name: "numbers" }, [
      "select (hash(i) % 1000)::integer as value, (hash(i, 2) % 100000)::double / 100 as amount",
      "from range(1000000) as rows(i)",
    ]),
    slider("slider", "below", 990, 1000),
    code("counts", { kind: "sql", name: "per_bin" }, [
      "select (value // 10) * 10 as bin, count(*) as n, avg(amount) as mean",
      "from numbers where value < ${below} group by bin order by bin",
    ]),
    code("chart", { kind: "typescript" }, [
      "Plot.plot({",
      "  title: `below ${below}`,",
      "  width,",
      '  marks: [Plot.rectY(per_bin, { x: "bin", y: "n", interval: 10, tip: true }), Plot.ruleY([0])],',
      "})",
    ]),
  ]);
}

/** A long notebook of all kinds, twenty lines a cell; each query reads the one before it. */
export function manyCells(count) {
  const cells = Array.from({ length: count }, (_, i) => {
    switch (i % 4) {
      case 0:
        return code(`sql${i}`, { kind: "sql", name: `rows_${i}` }, sqlLines(i));
      case 1:
        return code(`code${i}`, { kind: "typescript" }, codeLines(i));
      case 2:
        return text(`text${i}`, proseLines(i));
      default:
        return i % 8 === 3
          ? slider(`input${i}`, `input_${i}`, 10, 100)
          : code(`code${i}`, { kind: "typescript" }, codeLines(i));
    }
  });
  return notebook("many cells", cells);
}

function sqlLines(i) {
  const from = i < 4 ? "range(1000) as numbers(id)" : `rows_${i - 4}`;
  const columns = Array.from({ length: 17 }, (_, k) => `  id + ${k} as column_${k},`);
  return ["select", "  id,", ...columns, `  ${i} as place from ${from}`];
}

function codeLines(i) {
  const lines = Array.from(
    { length: 17 },
    (_, k) => `  { label: "value ${k}", value: ${k} * ${i} + offset },`,
  );
  return [`const list_${i} = ((offset: number) => [`, ...lines, `])(${i});`, `list_${i}.length`];
}

function proseLines(i) {
  const lines = Array.from(
    { length: 18 },
    (_, k) => `- point ${k} of *part ${i}*, with \`code\` and **weight**`,
  );
  return [`## Part ${i}`, "", ...lines];
}

function notebook(title, cells) {
  const ebb = {
    version: 1,
    id: title.replaceAll(" ", "-"),
    settings: { runMode: "auto", weekStart: "monday" },
    data: [],
  };
  return JSON.stringify({ cells, metadata: { title, ebb }, nbformat: 4, nbformat_minor: 5 });
}

function code(id, ebb, lines) {
  return {
    cell_type: "code",
    execution_count: null,
    id,
    metadata: { ebb, vscode: { languageId: ebb.kind === "sql" ? "sql" : "typescript" } },
    outputs: [],
    source: lines.join("\n"),
  };
}

function slider(id, name, value, max) {
  const control = { form: "slider", min: 0, max, step: 1 };
  return code(id, { kind: "input", name, label: "", control, value }, [
    `const ${name} = ${value}; // slider`,
  ]);
}

function text(id, lines) {
  return { cell_type: "markdown", id, metadata: {}, source: lines.join("\n") };
}
