import { elsewhere, everything, hostileSvg, payloads } from "./payloads";

const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

let made = 0;

/** Files of a stranger, made here: script in every field that a notebook file has, and in outputs of every type. */
export const hostileFiles: readonly { readonly name: string; readonly text: string }[] = [
  { name: "prose.ipynb", text: notebook(payloads.map((source) => markdown(source))) },
  { name: "outputs.ipynb", text: notebook(outputs().map((output) => code(everything, [output]))) },
  { name: "fields.ipynb", text: fields() },
  { name: "results.ipynb", text: results() },
  { name: "older.ipynb", text: older() },
  { name: "hostile.html", text: kit() },
  {
    name: "hostile.sql",
    text: payloads.map((one) => `-- ${one.replaceAll("\n", " ")}\nselect '${one}';`).join("\n"),
  },
  { name: "bare.ipynb", text: everything },
  { name: "page.html", text: `<!doctype html><body onload="window.broken=1">${everything}` },
];

function notebook(cells: readonly object[], metadata: object = {}): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells });
}

function markdown(source: string, more: object = {}): object {
  return { cell_type: "markdown", id: `m${made++}`, metadata: {}, source, ...more };
}

function code(source: string, outputs: readonly unknown[] = [], ebb?: object): object {
  const metadata = ebb ? { ebb } : {};
  return { cell_type: "code", id: `c${made++}`, metadata, source, outputs, execution_count: null };
}

function display(data: object, metadata: object = {}): object {
  return { output_type: "display_data", data, metadata };
}

function outputs(): readonly unknown[] {
  const texts = [
    "text/html text/markdown text/plain text/latex text/css text/javascript text/vnd.graphviz",
    "image/svg+xml application/javascript application/xhtml+xml application/pdf application/vnd.mozilla.xul",
  ].flatMap((types) => types.split(" "));
  return [
    ...payloads.map((one) => display({ "text/html": one })),
    ...payloads.map((one) => display({ "text/markdown": one })),
    ...texts.map((type) => display({ [type]: type === "image/svg+xml" ? hostileSvg : everything })),
    display(
      { "image/png": png, "text/html": everything },
      { isolated: false, "image/png": { width: everything } },
    ),
    display({ "image/png": everything, "text/plain": everything }),
    display({ "image/png": `${png}"><script>window.broken=1</script>` }),
    display({ [`image/png"><img src=x onerror=window.broken=1>`]: png }),
    display({ "application/json": { [everything]: everything, __proto__: { broken: 1 } } }),
    display({
      "application/vnd.plotly.v1+json": { data: [{ hovertemplate: everything }] },
      "text/html": everything,
    }),
    display({ "application/vnd.jupyter.widget-view+json": { model_id: everything } }),
    display({ "application/vnd.ebb.result+json": { form: "parts", at: everything, parts: [everything] } }),
    { output_type: "stream", name: everything, text: everything },
    { output_type: "error", ename: everything, evalue: everything, traceback: payloads },
    { output_type: everything, data: everything },
    everything,
  ];
}

function fields(): string {
  const metadata = {
    title: everything,
    authors: payloads.map((name) => ({ name, url: `javascript:${name}` })),
    kernelspec: { name: everything, display_name: everything, language: everything },
    language_info: { name: everything, codemirror_mode: everything },
    widgets: { state: everything },
    ebb: {
      version: 1,
      id: everything,
      settings: { runMode: everything, weekStart: everything },
      data: payloads.map((one) => slot(one)),
      theme: everything,
      kit: { theme: everything },
    },
  };
  const named = payloads.flatMap((name) => [
    code(name, [], { kind: "sql", name }),
    code(name, [], { kind: "typescript", name }),
    code(name, [], { kind: "analysis", name, analysis: name, table: name, params: { [name]: name } }),
    code(name, [], {
      kind: "input",
      name,
      label: name,
      value: name,
      control: { form: "select", options: { from: "list", values: payloads } },
    }),
    code(name, [], { kind: name, name }),
  ]);
  const attachments = {
    "a.png": { "image/svg+xml": btoa(hostileSvg) },
    [`b"><img src=x onerror=window.broken=1>`]: { [`image/png" onerror="window.broken=1`]: png },
    c: { "text/html": btoa("<script>top.broken=1</script>") },
    d: { "image/png": `" onerror="window.broken=1` },
  };
  const prose = `![a](attachment:a.png) <img src='attachment:b"><img src=x onerror=window.broken=1>'> ![c](attachment:c) ![d](attachment:d)`;
  const raw = { cell_type: "raw", id: "raw", metadata: { format: "text/html" }, source: everything };
  return notebook([markdown(prose, { attachments }), raw, ...named], metadata);
}

function slot(text: string): object {
  const rule = { form: "any", events: [text], minPerDay: 1, conditions: [], after: null };
  const columns = [{ name: text, type: text, kind: text }];
  const roles = { customer: text, time: text };
  return {
    table: text,
    fileName: text,
    bytes: 1,
    rowCount: 1,
    columns,
    roles,
    rule,
    endIsLastPaidDay: true,
    plan: null,
  };
}

/** Results in our own form: shown by what Ebb knows of them, and by nothing that stands in them. */
function results(): string {
  const at = "2024-05-01T10:00:00.000Z";
  const ours = (json: object, more: object = {}) =>
    display({ "application/vnd.ebb.result+json": json, ...more });
  const table = {
    form: "table",
    at,
    columns: payloads.map((name) => ({ name, type: name, kind: name })),
    rows: [payloads, payloads],
    rowCount: 2,
  };
  const element = (tag: string, attributes: object, space = "html") => ({
    tag,
    space,
    attributes,
    children: [{ text: everything }],
  });
  const trees = [
    element("script", { src: `${elsewhere}/tree.js` }),
    element("iframe", { src: elsewhere, srcdoc: everything }),
    element("img", { src: `${elsewhere}/tree.png`, onerror: "window.broken=1" }),
    element("a", { href: "javascript:window.broken=1", style: `background:url(${elsewhere}/tree)` }),
    element("style", {}),
    element("foreignObject", {}, "svg"),
    element("div", {
      id: "root",
      class: "topbar",
      style: "position:fixed;inset:0",
      onclick: "window.broken=1",
    }),
  ];
  const parts = {
    form: "parts",
    at,
    parts: [
      ...trees.map((root, part) => ({ kind: "tree", part, root, figure: null })),
      ...payloads.map((text, part) => ({ kind: "value", part, value: { type: "string", text } })),
      {
        kind: "tree",
        part: 1,
        root: { tag: "div", space: "html", attributes: {}, children: trees },
        figure: null,
      },
    ],
  };
  const analysis = {
    form: "analysis",
    analysis: "attrition",
    at: everything,
    request: { data: slot(everything), params: { start: everything } },
    result: { left: everything, verdict: everything },
    carries: {
      definition: everything,
      sql: [{ name: everything, sql: everything }],
      engine: everything,
      data: [{ table: everything, file: everything, rows: 1 }],
    },
  };
  const html = { "text/html": everything, "text/plain": everything };
  return notebook([
    code("select 1", [ours(table)], { kind: "sql", name: "a" }),
    code("1", [ours(parts, { "text/plain": everything, "image/svg+xml": hostileSvg })], {
      kind: "typescript",
    }),
    code("", [ours(analysis, html)], {
      kind: "analysis",
      analysis: "attrition",
      table: "events",
      params: {},
    }),
    code("select 2", [{ output_type: "error", ename: everything, evalue: everything, traceback: payloads }], {
      kind: "sql",
      at,
    }),
    ...outputs().map((output) => code("select 3", [output], { kind: "sql" })),
    markdown("${x} ${y}", {
      metadata: { ebb: { result: { form: "texts", at, texts: [everything, everything] } } },
    }),
  ]);
}

function older(): string {
  const old = (type: string) => ({
    output_type: type,
    html: everything,
    svg: hostileSvg,
    text: [everything],
  });
  const cells = [
    { cell_type: "html", source: everything, metadata: {} },
    { cell_type: "heading", level: 1, source: everything, metadata: {} },
    {
      cell_type: "code",
      input: everything,
      language: everything,
      outputs: ["pyout", "display_data", "pyerr"].map(old),
    },
  ];
  return JSON.stringify({
    nbformat: 3,
    nbformat_minor: 0,
    metadata: { name: everything },
    worksheets: [{ cells }],
  });
}

function kit(): string {
  const types =
    "module text/javascript text/markdown text/html application/sql application/x-tex importmap".split(" ");
  const cells = types.flatMap((type) =>
    payloads.map(
      (one, i) => `<script id="${i}" type="${type}" src="${elsewhere}/k.js" output='${i}"<'>${one}</script>`,
    ),
  );
  return `<!doctype html><html onload="window.broken=1"><notebook theme='"><script>window.broken=1</script>'>
<title>${everything}</title><script>window.broken=1</script>${cells.join("\n")}${everything}</notebook>`;
}
