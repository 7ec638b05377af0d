import * as Plot from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { lines, page, show, small, within } from "./both-documents";

const days = Array.from({ length: 24 }, (_, i) => ({
  day: new Date(Date.UTC(2024, 0, 1 + i)),
  value: Math.sin(i / 3) * 10 + i,
  group: "abc"[i % 3]!,
  share: (i % 5) / 5,
  size: i,
}));
const matrix = [..."abcd"].flatMap((x, i) => [..."xyz"].map((y, j) => ({ x, y, n: i * j - 2 })));
const land = {
  type: "Polygon" as const,
  coordinates: [
    [
      [0, 0],
      [0, 20],
      [30, 20],
      [30, 0],
      [0, 0],
    ],
  ],
};

const charts: Readonly<Record<string, Plot.PlotOptions>> = {
  dots: { marks: [Plot.dot(days, { x: "value", y: "share", r: "size", fill: "group", title: "group" })] },
  "a line with a zero rule and a grid": {
    grid: true,
    y: { label: "↑ Value (€)" },
    marks: [Plot.ruleY([0]), Plot.lineY(days, { x: "day", y: "value", stroke: "group", marker: true })],
  },
  "stacked areas with a legend of swatches": {
    color: { legend: true },
    marks: [Plot.areaY(days, { x: "day", y: "size", fill: "group" })],
  },
  "bars, sorted, with text": {
    marginLeft: 60,
    marks: [
      Plot.barX(days, Plot.groupY({ x: "sum" }, { x: "size", y: "group", sort: { y: "-x" } })),
      Plot.text(days, Plot.groupY({ x: "sum", text: "sum" }, { x: "size", y: "group", text: "size", dx: 5 })),
    ],
  },
  histogram: { marks: [Plot.rectY(days, Plot.binX({ y: "count" }, { x: "value" }))] },
  "facets in both directions": {
    fx: { label: "group" },
    marks: [
      Plot.frame(),
      Plot.dot(days, { x: "day", y: "value", fx: "group", fy: (d: { size: number }) => d.size > 12 }),
    ],
  },
  "cells with a diverging scale": {
    color: { scheme: "RdBu", type: "diverging", pivot: 0 },
    marks: [
      Plot.cell(matrix, { x: "x", y: "y", fill: "n" }),
      Plot.text(matrix, { x: "x", y: "y", text: "n" }),
    ],
  },
  boxes: { marks: [Plot.boxX(days, { x: "value", y: "group" })] },
  "ticks and vectors": {
    marks: [
      Plot.tickX(days, { x: "value" }),
      Plot.vector(days, { x: "value", y: "size", rotate: "size", length: 8 }),
    ],
  },
  "arrows and links": {
    marks: [
      Plot.arrow(days, { x1: "value", y1: "size", x2: "size", y2: "value", bend: true }),
      Plot.link(days, { x1: "value", y1: "size", x2: "size", y2: "value" }),
    ],
  },
  "regression with a band": {
    marks: [
      Plot.dot(days, { x: "size", y: "value" }),
      Plot.linearRegressionY(days, { x: "size", y: "value" }),
    ],
  },
  "density and contours": {
    marks: [Plot.density(days, { x: "value", y: "size", fill: "density", bandwidth: 10 })],
  },
  hexbin: { marks: [Plot.dot(days, Plot.hexbin({ r: "count" }, { x: "value", y: "size" })), Plot.hexgrid()] },
  "voronoi and hull": {
    marks: [
      Plot.voronoiMesh(days, { x: "value", y: "size" }),
      Plot.hull(days, { x: "value", y: "size", stroke: "group" }),
    ],
  },
  "a map": { projection: "equal-earth", marks: [Plot.geo(land), Plot.sphere(), Plot.graticule()] },
  "links, images and clips": {
    marks: [
      Plot.dot(days, {
        x: "value",
        y: "size",
        href: (d: { group: string }) => `#${d.group}`,
        target: "_blank",
        clip: true,
      }),
      Plot.image([1, 2], { x: (d: number) => d, y: 1, src: () => "data:image/png;base64,AA==" }),
    ],
  },
  "a tree": { axis: null, margin: 20, marks: [Plot.tree(["a/b/c", "a/b/d", "a/e"], { delimiter: "/" })] },
  waffles: {
    marks: [
      Plot.waffleY(
        [
          { g: "a", n: 12 },
          { g: "b", n: 7 },
        ],
        { x: "g", y: "n", fill: "g" },
      ),
    ],
  },
  difference: { marks: [Plot.differenceY(days, { x: "day", y1: "size", y2: "value" })] },
  "a symbol legend and styles": {
    symbol: { legend: true },
    style: { fontSize: "14px", background: "none" },
    marks: [Plot.dot(days, { x: "value", y: "size", symbol: "group", mixBlendMode: "multiply" })],
  },
  "title, subtitle, caption and a crosshair": {
    title: "Title <b>",
    subtitle: "Sub & title",
    caption: "Caption",
    ariaLabel: "label",
    ariaDescription: "description",
    marks: [
      Plot.dot(days, { x: "value", y: "size", tip: true }),
      Plot.crosshair(days, { x: "value", y: "size" }),
    ],
  },
};

describe("Plot draws in the small DOM what it draws in a page:", () => {
  test.each(Object.entries(charts))("%s", (_, options) => {
    const draw = (document: unknown) => lines(Plot.plot({ ...options, document } as Plot.PlotOptions));
    const expected = within("page", () => draw(page));
    expect(expected.length).toBeGreaterThan(1000);
    expect(within("small", () => draw(small))).toBe(expected);
  });

  test("legends on their own", () => {
    const options = [
      { color: { type: "categorical", domain: ["a", "b"] }, columns: "100px" },
      { color: { type: "threshold", domain: [1, 2, 3] }, label: "Steps" },
      { color: { type: "quantize", domain: [0, 10] } },
    ];
    for (const one of options) {
      const draw = (document: unknown) =>
        lines(Plot.legend({ ...one, document } as unknown as Plot.LegendOptions));
      expect(within("small", () => draw(small))).toBe(within("page", () => draw(page)));
    }
  });

  test("a continuous legend has its colours as a picture", () => {
    const ramp = small.body.appendChild(
      Plot.legend({ color: { domain: [0, 1] }, document: small } as unknown as Plot.LegendOptions) as never,
    ) as typeof small.body;
    expect(ramp.querySelector("image")?.getAttribute("xlink:href")).toMatch(
      /^data:image\/png;base64,iVBORw0KGgo/,
    );
  });

  test("the scope's own Plot too, as wide as the cell", () => {
    show.begin("a", 1, 512);
    const ours = show.scope.Plot.dot(days, { x: "value", y: "size" }).plot();
    const theirs = within("page", () =>
      Plot.plot({
        document: page,
        width: 512,
        marks: [Plot.dot(days, { x: "value", y: "size" })],
      } as Plot.PlotOptions),
    );
    expect(lines(ours)).toBe(lines(theirs));
  });
});
