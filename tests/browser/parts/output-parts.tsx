import { Plot } from "../../../src/analyses/plot";
import { useMemo, type ReactNode } from "react";
import { CodeError, OutputView, type LiveOutput } from "../../../src/cells/view/output";
import { ShownTree } from "../../../src/cells/view/output/tree";
import { loadTexts, textsOf } from "../../../src/cells/view/texts";
import type { FigureFacts, OutputPart, TreeEvent } from "../../../src/engine";
import { attacks, laughs } from "../../cells/view/output/attacks";
import { listening, node } from "../../cells/view/output/written-trees";
import { mirrored } from "./mirrored-tree";
import { columns, data, list, number, object, plans, text, values } from "./output-values";

const wanted = new URLSearchParams(location.search);
const lang = wanted.get("lang") === "ru" ? "ru" : "en";
await loadTexts(lang);
const texts = textsOf(lang);
const region = lang === "ru" ? "ru" : "en-GB";
const heard = ["pointerenter", "pointermove", "pointerdown", "pointerleave"];

const plain: FigureFacts = {
  title: "",
  subtitle: "",
  caption: "",
  description: "",
  marks: [],
  axes: [],
  drawn: 0,
  hasData: false,
};

const lines = mirrored(
  Plot.plot({
    title: "Share of customers lost",
    subtitle: "By plan, of those present when the month opens",
    caption: "Illustrative numbers. Point at a line to read one.",
    width: 860,
    height: 320,
    y: { percent: true, grid: true, label: "lost (%)" },
    color: { legend: true },
    marks: [Plot.ruleY([0]), Plot.lineY(data, { x: "month", y: "share", stroke: "plan", tip: true })],
  }),
  heard,
);

const lineFacts: FigureFacts = {
  ...plain,
  title: "Share of customers lost",
  subtitle: "By plan, of those present when the month opens",
  caption: "Illustrative numbers. Point at a line to read one.",
  marks: [
    { kind: "ruleY", count: 1 },
    { kind: "lineY", count: 72 },
    { kind: "tip", count: 72 },
  ],
  axes: [
    { scale: "x", label: "month", domain: ["2023-01-01", "2024-12-01"], isOrdinal: false },
    { scale: "y", label: "↑ lost (%)", domain: [0, 13.04], isOrdinal: false },
    { scale: "color", label: "plan", domain: plans, isOrdinal: true },
  ],
  drawn: 3,
  hasData: true,
};

const heat = mirrored(
  Plot.plot({
    width: 860,
    height: 220,
    color: { legend: true, scheme: "YlGnBu", label: "share lost" },
    marks: [Plot.cell(data, { x: "month", y: "plan", fill: "share", inset: 0.5 })],
    x: { tickFormat: "%m" },
  }),
);

const dots = mirrored(
  Plot.plot({
    width: 640,
    marks: [
      Plot.dot(
        Array.from({ length: 400 }, (_, i) => ({ x: i, y: (i * 7919) % 400 })),
        { x: "x", y: "y", r: 2 },
      ),
    ],
  }),
);

const form = node(
  "div",
  {},
  node("h3", {}, "Html of a cell"),
  node(
    "p",
    {},
    "Set as the page is, with ",
    node("code", {}, "code"),
    ", a ",
    node("a", { href: `${"https"}://example.org/?q=1` }, "link"),
    " and a list:",
  ),
  node("ul", {}, node("li", {}, "first"), node("li", {}, "second")),
  node(
    "p",
    {},
    node("label", { for: "n" }, "Smoothing "),
    listening(node("input", { id: "n", type: "range", min: "0", max: "9" }), "input"),
    " ",
    listening(node("button", {}, "Do it"), "click"),
    " ",
    node("select", { "aria-label": "Plan" }, ...plans.map((plan) => node("option", {}, plan))),
  ),
  node(
    "table",
    {},
    node("thead", {}, node("tr", {}, node("th", {}, "plan"), node("th", {}, "seats"))),
    node("tbody", {}, node("tr", {}, node("td", {}, "basic"), node("td", {}, "12"))),
  ),
  node("blockquote", {}, "Nothing here can leave its box."),
);

const groups: Record<string, OutputPart[]> = {
  figure: [
    { kind: "tree", part: 1, root: lines.root, figure: lineFacts },
    {
      kind: "tree",
      part: 2,
      root: heat.root,
      figure: { ...plain, marks: [{ kind: "cell", count: 72 }], hasData: true },
    },
    {
      kind: "tree",
      part: 3,
      root: dots.root,
      figure: { ...plain, marks: [{ kind: "dot", count: 48_211 }], drawn: 48_211 },
    },
  ],
  values,
  html: [{ kind: "tree", part: 1, root: form, figure: null }],
  attacks: [...Object.values(attacks), laughs()].map((root, i) => ({
    kind: "tree",
    part: i,
    root,
    figure: null,
  })),
};

function live(): LiveOutput {
  const listeners = new Map<number, Parameters<LiveOutput["subscribe"]>[1]>();
  const rows = data.map(({ month, plan, share }) => [month.toISOString().slice(0, 10), plan, String(share)]);
  return {
    subscribe(part, listener) {
      listeners.set(part, listener);
      return () => listeners.delete(part);
    },
    send(event) {
      ((window as { sent?: TreeEvent[] }).sent ??= []).push(event);
      if (event.part !== 1 || event.svgX === undefined) return;
      lines.dispatch(event);
      void Promise.resolve().then(() => listeners.get(1)?.(lines.changes()));
    },
    expand: () =>
      Promise.resolve(
        list(data.map(({ plan, share }) => object({ plan: text(plan), share: number(share) }))),
      ),
    tableOf: () => Promise.resolve({ columns, rowCount: rows.length }),
    shown: () => Promise.resolve({ cell: "bench" }),
    rows: (_, offset, limit) => Promise.resolve(rows.slice(offset, offset + limit)),
  };
}

/** Milliseconds from a tree of ten thousand marks to the laid out page. */
function drawMany(): number {
  const marks = Array.from({ length: 10_000 }, (_, i) =>
    node("svg:circle", {
      cx: String((i * 7919) % 640),
      cy: String((i * 104_729) % 400),
      r: "3",
      fill: "#13807c",
    }),
  );
  const root = node("svg:svg", { width: "640", height: "400" }, node("svg:g", {}, ...marks));
  const host = document.body.appendChild(document.createElement("div"));
  const start = performance.now();
  new ShownTree(host, root, { prefix: "many-", onLink: () => undefined });
  host.getBoundingClientRect();
  return performance.now() - start;
}

Object.assign(window, { drawMany });

export function OutputParts() {
  const connected = useMemo(() => (wanted.get("live") === "no" ? null : live()), []);
  const shown = (wanted.get("only") ?? "figure,values,html").split(",");
  return (
    <>
      {shown.map((name) => (
        <Sheet key={name} name={name}>
          <OutputView
            cell={name}
            label={name}
            parts={groups[name] ?? []}
            live={connected}
            texts={texts}
            region={region}
            onBin={() => undefined}
          />
        </Sheet>
      ))}
      {shown.includes("values") && (
        <CodeError
          error={{
            code: "code",
            message: "TypeError: rows.mean is not a function",
            place: { line: 3, column: 12 },
            stack: [
              { label: "chart", line: 3, column: 12 },
              { label: "summary", line: 8, column: 1 },
            ],
          }}
          texts={texts}
          onGoTo={() => undefined}
        />
      )}
    </>
  );
}

function Sheet({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section id={name} style={{ marginBottom: 32 }}>
      {children}
    </section>
  );
}
