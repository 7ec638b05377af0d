// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { neutralColours } from "../../../../src/cells/kinds/neutral-colours";
import { plainTextOf, svgTextOf } from "../../../../src/cells/kinds/shown-parts";
import type { FigureFacts } from "../../../../src/engine";
import { attacks, laughs } from "./attacks";
import { trespasses } from "./trespasses";
import { node } from "./written-trees";

function readBack(svg: string): { host: Element; svg: Element } {
  const read = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(read.querySelector("parsererror")).toBe(null);
  const host = read.createElement("div");
  host.append(read.documentElement.cloneNode(true));
  return { host, svg: read.documentElement };
}

describe("a hostile tree as a file", () => {
  test.each(Object.entries({ ...attacks, laughs: laughs() }))("%s", (_, root) => {
    const svg = svgTextOf(node("svg:svg", { width: "9", height: "9" }, root));
    expect(trespasses(readBack(svg!).host, "figure-")).toEqual([]);
    // Other programs put it into HTML, where the same letters may be read in another way.
    const html = document.createElement("div");
    html.innerHTML = svg!;
    expect(trespasses(html, "figure-")).toEqual([]);
    expect([...html.children].map(({ localName }) => localName)).toEqual(["svg"]);
    expect(svg).not.toContain("leak.invalid/");
  });
});

describe("a chart as a file", () => {
  test("is the largest drawing, on paper, in colours that need no page", () => {
    const legend = node("svg:svg", { width: "15", height: "15" }, node("svg:rect", { width: "15" }));
    const chart = node(
      "svg:svg",
      { viewBox: "0 0 640 400", width: "640", height: "400", style: "overflow: visible" },
      node("svg:style", {}, ":where(.plot) { color: red }"),
      node("svg:rect", { fill: "var(--chart-1)", stroke: "var(--unknown, #123456)" }),
      node("svg:rect", { fill: "var(--chart-x)", style: "stroke: var(--a, var(--chart-2))" }),
      node("svg:a", { href: "#x" }, node("svg:text", {}, "Rain & <snow> \u0007")),
    );
    const { svg } = readBack(svgTextOf(node("figure", {}, legend, chart))!);
    expect(svg.getAttribute("viewBox")).toBe("0 0 640 400");
    expect(svg.getAttribute("style")).toBe("color: #1e2422; overflow: visible");
    const [paper, first, second] = svg.querySelectorAll("rect");
    expect(paper!.getAttribute("fill")).toBe("#ffffff");
    expect([first!.getAttribute("fill"), first!.getAttribute("stroke")]).toEqual(["#13807c", "#123456"]);
    expect([second!.getAttribute("fill"), second!.getAttribute("style")]).toEqual([
      "currentColor",
      "stroke: #b9801a",
    ]);
    expect(svg.querySelector("g > text")?.textContent).toBe("Rain & <snow> ");
  });

  test("is nothing where nothing is drawn", () => {
    expect(svgTextOf(node("p", {}, "text"))).toBe(null);
    expect(svgTextOf(node("template", {}, node("svg:svg")))).toBe(null);
  });

  test("has the colours of the light theme", () => {
    const tokens = readFileSync("src/cells/view/design/tokens.css", "utf8").split('[data-theme="dark"]')[0]!;
    for (const [name, value] of Object.entries(neutralColours))
      if (name !== "--plot-background") expect(tokens).toContain(`  ${name}: ${value};`);
  });
});

describe("parts as plain text", () => {
  test("a tree reads as it is seen", () => {
    const root = node(
      "div",
      {},
      node("h3", {}, "Title"),
      node("style", {}, "p {}"),
      node("p", {}, "one\n  ", node("b", {}, "two")),
      node("table", {}, node("tr", {}, node("td", {}, "a"), node("td", {}, "b"))),
    );
    expect(plainTextOf({ kind: "tree", part: 1, root, figure: null })).toBe("Title\none two\na\tb");
  });

  test("a figure says what it shows, a table its size, a console line its level", () => {
    const figure: FigureFacts = {
      title: "Lost",
      subtitle: "",
      caption: "By month.",
      description: "",
      marks: [{ kind: "line", count: 24 }],
      axes: [{ scale: "x", label: "month", domain: ["2023-01-01", "2024-12-01"], isOrdinal: false }],
      drawn: 1,
      hasData: true,
    };
    expect(plainTextOf({ kind: "tree", part: 1, root: node("p"), figure })).toBe(
      "Lost\nChart: line (24); x (month): 2023-01-01 to 2024-12-01\nBy month.",
    );
    const columns = [{ name: "a", type: "BIGINT", kind: "integer" as const }];
    expect(plainTextOf({ kind: "table", part: 2, columns, rowCount: 1, first: [["1"]] })).toBe(
      "Table of 1 row: a BIGINT",
    );
    const values = [{ type: "string", text: "x y" } as const, { type: "number", text: "1" } as const];
    expect(plainTextOf({ kind: "console", part: 3, level: "warn", values })).toBe("warn: x y 1");
  });
});
